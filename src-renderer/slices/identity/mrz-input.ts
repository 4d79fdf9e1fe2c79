import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { type MrzFormat, mrzLayouts, type MrzReading, readMrz } from '#shared/domain/identity/mrz.ts'
import { plainLine } from '#shared/kernel/text-field.ts'

type IdentityFields = StepFields['identity']
type Lines = readonly [string, string, string]

/** Characters a line of a draft may have; more than any document's line, so that what is too long can be seen. */
const longestLine = 60

/** The lines as typed, those the kind of document does not have left out. */
export function typedLines(fields: IdentityFields): readonly string[] {
  const all = [fields.line1, fields.line2, fields.line3]
  return fields.documentKind === 'passport' ? all.slice(0, 2) : all
}

/** What the typed lines say so far. */
export function readTyped(fields: IdentityFields): MrzReading {
  return readMrz(typedLines(fields).filter((line) => line !== ''))
}

/** How many lines to show, and how long they become: what the lines say, else what the kind usually has. */
export function shapeOf(
  fields: IdentityFields,
  reading: MrzReading,
): { readonly format: MrzFormat; readonly lines: number } {
  const format = reading.layout ?? (fields.documentKind === 'passport' ? 'TD3' : 'TD1')
  return { format, lines: mrzLayouts[format].lineCount }
}

/**
 * A change of one line: upper case, no spaces. Several lines at once (pasted, or scanned without line breaks) fill the
 * lines from this one on; the kind of document follows its first character.
 */
export function typeLine(fields: IdentityFields, index: number, text: string): Partial<IdentityFields> {
  const parts = text
    .split(/[\r\n]+/)
    .map(cleaned)
    .filter((part) => part !== '')
  const now: Lines = [fields.line1, fields.line2, fields.line3]
  if (parts.length > 1) return withKind(placed(now, index, parts))
  const only = parts[0] ?? ''
  const whole = index === 0 ? readMrz([only]) : undefined
  if (whole?.layout && only.length > mrzLayouts[whole.layout].lineLength && whole.lines.length > 1)
    return withKind(placed(['', '', ''], 0, whole.lines))
  return withKind(placed(now, index, [only]))
}

function placed(now: Lines, from: number, parts: readonly string[]): Lines {
  const at = (index: number): string => (parts[index - from] ?? now[index] ?? '').slice(0, longestLine)
  return [at(0), at(1), at(2)]
}

function withKind([line1, line2, line3]: Lines): Partial<IdentityFields> {
  const kind = readMrz([line1, line2, line3].filter((line) => line !== '')).kind
  return { line1, line2, line3, ...(kind && line1 !== '' && { documentKind: kind }) }
}

function cleaned(text: string): string {
  return plainLine(text)
    .replace(/\s+/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
}
