import { mrzAlphabet } from './check-digit.ts'
import type { MrzField } from './mrz-fields.ts'
import { characterAt, cut, fieldsOf } from './mrz-fields.ts'
import type { MrzFieldName, MrzLayout, MrzPlace } from './mrz-layout.ts'

/** A character to replace by the one it is easily mistaken for. */
export interface MrzSwap extends MrzPlace {
  readonly was: string
  readonly shouldBe: string
}

/** What is wrong with the lines, each with the place to point at. Lines and positions count from 1. */
export type MrzProblem =
  | { readonly kind: 'length'; readonly line: number; readonly has: number; readonly shouldBe: number }
  | {
      readonly kind: 'character'
      readonly line: number
      readonly position: number
      readonly character: string
      /** The letter a figure in a name or a state was probably meant to be. */
      readonly shouldBe?: string
    }
  | {
      readonly kind: 'checkDigit'
      readonly field: MrzFieldName
      readonly at: MrzPlace
      readonly digit: string
      readonly expected: string
      /** The one change of a look-alike after which this check and the composite one fit. */
      readonly swap?: MrzSwap
    }

const lookAlikes: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['Q', '0'],
  ['D', '0'],
  ['I', '1'],
  ['L', '1'],
  ['Z', '2'],
  ['S', '5'],
  ['G', '6'],
  ['B', '8'],
]

/** All problems: lengths first, then characters, then check digits (only where lengths are right, or all would shift). */
export function problemsOf(
  layout: MrzLayout,
  lines: readonly string[],
  fields: readonly MrzField[],
): readonly MrzProblem[] {
  const lengths = lengthProblems(layout, lines)
  const characters = characterProblems(layout, lines)
  return [...lengths, ...characters, ...(lengths.length === 0 ? checkProblems(layout, lines, fields) : [])]
}

/** A line too short is a problem once a later one has begun; the last one may still be typed. */
function lengthProblems(layout: MrzLayout, lines: readonly string[]): readonly MrzProblem[] {
  return lines.flatMap((text, index): readonly MrzProblem[] => {
    const shouldBe = index < layout.lineCount ? layout.lineLength : 0
    const isWrong = text.length > shouldBe || (text.length < shouldBe && index < lines.length - 1)
    return isWrong ? [{ kind: 'length', line: index + 1, has: text.length, shouldBe }] : []
  })
}

/** Characters outside the alphabet, and figures where only letters may stand: names and states. */
function characterProblems(layout: MrzLayout, lines: readonly string[]): readonly MrzProblem[] {
  const letterPlaces = new Set(
    layout.fields
      .filter(
        ({ name }) => name === 'name' || name === 'issuingState' || name === 'nationality' || name === 'documentCode',
      )
      .flatMap(({ line, start, end }) => positions(line, start, end).map(keyOf)),
  )
  return lines.slice(0, layout.lineCount).flatMap((text, index) =>
    positions(index + 1, 1, text.length).flatMap((place): readonly MrzProblem[] => {
      const character = text.charAt(place.position - 1)
      if (!mrzAlphabet.includes(character)) return [{ kind: 'character', ...place, character }]
      if (!/[0-9]/.test(character) || !letterPlaces.has(keyOf(place))) return []
      const letter = lookAlikes.find(([, figure]) => figure === character)?.[0]
      return [{ kind: 'character', ...place, character, ...(letter !== undefined && { shouldBe: letter }) }]
    }),
  )
}

/** The composite is reported only when it alone does not fit: otherwise it follows from the other field. */
function checkProblems(
  layout: MrzLayout,
  lines: readonly string[],
  fields: readonly MrzField[],
): readonly MrzProblem[] {
  const wrong = fields.filter((field) => field.check?.fits === false)
  const own = wrong.filter((field) => field.name !== 'composite')
  return (own.length > 0 ? own : wrong).flatMap((field): readonly MrzProblem[] => {
    if (!field.check) return []
    const { at, digit, expected } = field.check
    const swap = swapFor(layout, lines, fields, field)
    return [{ kind: 'checkDigit', field: field.name, at, digit, expected, ...(swap && { swap }) }]
  })
}

/**
 * The change of one look-alike after which this field's check and the composite fit and no other check breaks. Offered
 * only when exactly one such change exists: with two, either could be wrong and would pass unseen. Even a single one is
 * a proposal for a person to compare with the document: both digits weigh a number alike, so chance fits one in ten.
 */
function swapFor(
  layout: MrzLayout,
  lines: readonly string[],
  fields: readonly MrzField[],
  field: MrzField,
): MrzSwap | undefined {
  const composite = fields.find((candidate) => candidate.name === 'composite')
  if (!composite?.check) return undefined
  const swaps = candidatePlaces(layout, field).flatMap((place) => swapsAt(layout, lines, place))
  const good = swaps.filter((swap) => {
    const after = fieldsOf(layout, swapIn(lines, swap))
    const fitsNow = (name: MrzFieldName, line: number): boolean =>
      after.some((candidate) => candidate.name === name && candidate.line === line && candidate.check?.fits === true)
    const kept = fields.filter((candidate) => candidate.check?.fits === true)
    return [...kept, field, composite].every(({ name, line }) => fitsNow(name, line))
  })
  return good.length === 1 ? good[0] : undefined
}

function candidatePlaces(layout: MrzLayout, field: MrzField): readonly MrzPlace[] {
  const spans = field.name === 'composite' ? layout.compositeOver : [field]
  const places = spans.flatMap(({ line, start, end }) => positions(line, start, end))
  return field.check ? [...places, field.check.at] : places
}

/** What may stand there instead: dates and check digits hold figures only. */
function swapsAt(layout: MrzLayout, lines: readonly string[], place: MrzPlace): readonly MrzSwap[] {
  const was = characterAt(lines, place)
  const figuresOnly = layout.fields.some(
    ({ name, line, start, end, check }) =>
      (check !== undefined && keyOf(check) === keyOf(place)) ||
      ((name === 'birthDate' || name === 'expiryDate') &&
        line === place.line &&
        start <= place.position &&
        place.position <= end),
  )
  return lookAlikes.flatMap(([letter, figure]): readonly MrzSwap[] => {
    if (was === letter) return [{ ...place, was, shouldBe: figure }]
    return was === figure && !figuresOnly ? [{ ...place, was, shouldBe: letter }] : []
  })
}

/** The lines with one character changed. */
export function swapIn(lines: readonly string[], { line, position, shouldBe }: MrzSwap): readonly string[] {
  return lines.map((text, index) =>
    index === line - 1 ? cut([text], { line: 1, start: 1, end: position - 1 }) + shouldBe + text.slice(position) : text,
  )
}

function positions(line: number, start: number, end: number): readonly MrzPlace[] {
  return Array.from({ length: end - start + 1 }, (_, index) => ({ line, position: start + index }))
}

function keyOf({ line, position }: MrzPlace): string {
  return `${line}:${position}`
}
