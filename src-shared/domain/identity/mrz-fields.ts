import { checkDigit, isMrzText } from './check-digit.ts'
import type { MrzFieldLayout, MrzFieldName, MrzLayout, MrzPlace, MrzSpan } from './mrz-layout.ts'

/** A check digit as it stands and as it should be. */
export interface MrzCheck {
  readonly at: MrzPlace
  readonly digit: string
  readonly expected: string
  readonly fits: boolean
}

/** A field as far as it is typed. `value` is without the fillers at its end; `check` is there once it can be computed. */
export interface MrzField extends MrzSpan {
  readonly name: MrzFieldName
  readonly value: string
  readonly check?: MrzCheck
}

/** The fields of which at least one character is there, in the order of the layout. Lines are upper case, no spaces. */
export function fieldsOf(layout: MrzLayout, lines: readonly string[]): readonly MrzField[] {
  const long = longNumberOf(layout, lines)
  return layout.fields
    .filter((place) => cut(lines, place) !== '')
    .flatMap((place): readonly MrzField[] => {
      if (place.name === 'composite') return [compositeField(layout, place, lines)]
      if (long && place.name === 'documentNumber') return [long.number]
      if (long && place.name === 'optionalData' && place.line === long.number.line) {
        const rest = { ...place, start: long.restStart }
        return cut(lines, rest) === '' ? [] : [plainField(rest, lines)]
      }
      return [plainField(place, lines, place.name === 'documentNumber' && mayGoOn(layout, place, lines))]
    })
}

/** The characters of a place that are typed so far. */
export function cut(lines: readonly string[], { line, start, end }: MrzSpan): string {
  return (lines[line - 1] ?? '').slice(start - 1, end)
}

/** The character at a place, or nothing. */
export function characterAt(lines: readonly string[], { line, position }: MrzPlace): string {
  return (lines[line - 1] ?? '').charAt(position - 1)
}

/** A text without the fillers at its end. */
export function withoutFillers(text: string): string {
  return text.replace(/<+$/, '')
}

function plainField(place: MrzFieldLayout, lines: readonly string[], mayGoOn = false): MrzField {
  const raw = cut(lines, place)
  const { name, line, start, end } = place
  const check = place.check && !mayGoOn ? checkOf(place.check, raw, lines, name) : undefined
  return { name, line, start, end, value: withoutFillers(raw), ...(check && { check }) }
}

function compositeField(layout: MrzLayout, place: MrzFieldLayout, lines: readonly string[]): MrzField {
  const over = layout.compositeOver.map((part) => cut(lines, part))
  const isWhole = layout.compositeOver.every((part, index) => over[index]?.length === part.end - part.start + 1)
  const check = isWhole && place.check ? checkOf(place.check, over.join(''), lines, 'composite') : undefined
  const { name, line, start, end } = place
  return { name, line, start, end, value: cut(lines, place), ...(check && { check }) }
}

function checkOf(at: MrzPlace, over: string, lines: readonly string[], name: MrzFieldName): MrzCheck | undefined {
  const digit = characterAt(lines, at)
  if (digit === '' || !isMrzText(over)) return undefined
  const expected = checkDigit(over)
  // A passport without optional data may carry a filler in place of their check digit 0 (standards.md 1.2).
  const isEmptyOption = name === 'optionalData' && digit === '<' && withoutFillers(over) === ''
  return { at, digit, expected, fits: digit === expected || isEmptyOption }
}

/** A filler instead of the check digit, and the place where a long number goes on not reached yet: nothing to judge. */
function mayGoOn(layout: MrzLayout, place: MrzFieldLayout, lines: readonly string[]): boolean {
  if (!layout.longNumber || !place.check) return false
  return characterAt(lines, place.check) === '<' && cut(lines, layout.longNumber) === ''
}

interface LongNumber {
  readonly number: MrzField
  readonly restStart: number
}

/**
 * A document number of more than nine characters (standards.md 1.3): a filler where its check digit would be, the rest
 * at the start of the optional data, then the check digit over all of it, then a filler.
 */
function longNumberOf(layout: MrzLayout, lines: readonly string[]): LongNumber | undefined {
  const place = layout.fields.find((candidate) => candidate.name === 'documentNumber')
  if (!layout.longNumber || !place?.check || characterAt(lines, place.check) !== '<') return undefined
  const optional = cut(lines, layout.longNumber)
  const continuation = /^[0-9A-Z]*/.exec(optional)?.[0] ?? ''
  if (continuation === '') return undefined
  const lastAt = layout.longNumber.start + continuation.length - 1
  const isClosed = continuation.length < optional.length || lastAt === layout.longNumber.end
  const rest = isClosed ? continuation.slice(0, -1) : continuation
  const value = cut(lines, place) + rest
  const at = { line: place.line, position: lastAt }
  const check = isClosed ? checkOf(at, value, lines, 'documentNumber') : undefined
  const end = isClosed ? lastAt - 1 : lastAt
  return {
    number: { name: 'documentNumber', line: place.line, start: place.start, end, value, ...(check && { check }) },
    restStart: lastAt + 1,
  }
}
