import { readIccid } from '#shared/domain/number/iccid.ts'
import { meantTexts } from './keyboard-layouts.ts'
import { mrzLayouts, readMrz } from './mrz.ts'

/** What a scanner read, whatever the system made of its keys. */
export type Scan =
  | { readonly kind: 'mrz'; readonly lines: readonly string[]; readonly documentNumber: string }
  | { readonly kind: 'sim'; readonly iccid: string }

/**
 * Recognises a scan by its shape: the machine readable zone of a document with every check digit right, or a SIM number
 * with its own. Tried as it came and as each keyboard layout would have garbled it; undefined when it is neither.
 */
export function readScan(typed: string): Scan | undefined {
  for (const text of meantTexts(typed)) {
    const scan = simOf(text) ?? mrzOf(text)
    if (scan) return scan
  }
  return undefined
}

/** Characters after which a scan can be told from fast typing. */
export const tellingLength = 12

/** Whether a beginning may become a scan, so that its keys are held back: `89` and figures, or a document's first line. */
export function mayBecomeScan(typed: string): boolean {
  return meantTexts(typed).some((text) => /^89\d*$/.test(text) || /^[PIAC][A-Z<][A-Z<]{3}[A-Z0-9<\s]*$/.test(text))
}

function simOf(text: string): Scan | undefined {
  const digits = text.trim()
  if (!/^89\d{17,18}$/.test(digits)) return undefined
  const read = readIccid(digits)
  return read.ok && !read.value.checkDigitMissing ? { kind: 'sim', iccid: read.value.iccid } : undefined
}

function mrzOf(text: string): Scan | undefined {
  const lines = text.split(/[\s]+/).filter((line) => line !== '')
  if (!/^[PIAC]/.test(lines[0] ?? '') || !lines.every((line) => /^[A-Z0-9<]+$/.test(line))) return undefined
  const read = readMrz(lines)
  const { format } = read
  if (format === 'unknown' || format === 'partial') return undefined
  const { lineCount, lineLength } = mrzLayouts[format]
  const isWhole = read.lines.length === lineCount && read.lines.every(({ length }) => length === lineLength)
  const hasWrongDigit = read.problems.some(({ kind }) => kind === 'checkDigit')
  return isWhole && !hasWrongDigit ? { kind: 'mrz', lines: read.lines, documentNumber: read.documentNumber } : undefined
}
