import { z } from 'zod'

/** Controls (C0, C1) and separators of lines: where a person sees a gap. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu
/**
 * What a paste brings along unseen: soft hyphens, spaces without width, marks and overrides of direction (a number copied
 * from a phone's contacts has them), halves of surrogate pairs. Joiners stay: Persian names and emoji are written with them.
 */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\p{Cs}]+/gu

/** A text as one line that holds only what can be seen: controls and line breaks become a space, what is unseen goes. */
export function plainLine(text: string): string {
  return text.replace(unseen, '').replace(controls, ' ')
}

/** As `plainLine`, with line breaks (as `\n`) and tabs kept. */
export function plainLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .map((part) => (part === '\n' || part === '\t' ? part : plainLine(part)))
    .join('')
}

/** The beginning of a text, at most `max` UTF-16 units, no character cut in half. */
export function cutTo(text: string, max: number): string {
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, '')
}

/** A line of text from outside, at most `max` UTF-16 units; refused where `plainLine` would change it. */
export function line(max: number): z.ZodString {
  return z
    .string()
    .max(max)
    .refine((value) => plainLine(value) === value)
}

/** A line that must hold something. */
export function filledLine(max: number): z.ZodString {
  return line(max).refine((value) => value.trim() !== '')
}

/** Several lines: as `line`, with line breaks and tabs allowed. */
export function lines(max: number): z.ZodString {
  return z
    .string()
    .max(max)
    .refine((value) => plainLines(value) === value.replace(/\r\n?/g, '\n'))
}

/** A line as a person typed or pasted it: made plain instead of refused. */
export function typedLine(max: number): z.ZodType<string> {
  return z.string().max(max).transform(plainLine)
}

/** A typed line that must hold something, without the spaces around it. */
export function typedFilledLine(max: number): z.ZodType<string> {
  return z
    .string()
    .max(max)
    .transform((text) => plainLine(text).trim())
    .refine((text) => text !== '')
}

/** Several typed lines, made plain. */
export function typedLines(max: number): z.ZodType<string> {
  return z.string().max(max).transform(plainLines)
}

/** SHA-256, lower-case hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** E.164: plus sign and 2 to 15 figures, no leading zero. */
export const msisdnSchema = z.string().regex(/^\+[1-9][0-9]{1,14}$/)

/** The number of a line; '' while, or where, it has none. */
export const lineNumberSchema = z.union([msisdnSchema, z.literal('')])

/** ICCID: 89, then 16 to 18 more figures (ITU-T E.118). */
export const iccidSchema = z.string().regex(/^89[0-9]{16,18}$/)
