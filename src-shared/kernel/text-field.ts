import { z } from 'zod'

/** A line of text from outside: trimmed, no control characters, at most `max` characters (code points are counted by people; units here). */
export function line(max: number): z.ZodType<string> {
  return z
    .string()
    .max(max)
    .refine((value) => !/[\u0000-\u001f\u007f]/.test(value))
}

/** A line that must hold something. */
export function filledLine(max: number): z.ZodType<string> {
  return line(max).refine((value) => value.trim() !== '')
}

/** Several lines: as `line`, with line breaks and tabs allowed. */
export function lines(max: number): z.ZodType<string> {
  return z
    .string()
    .max(max)
    .refine((value) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value.replace(/\r\n/g, '\n')))
}

/** SHA-256, lower-case hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** E.164: plus sign and 2 to 15 figures, no leading zero. */
export const msisdnSchema = z.string().regex(/^\+[1-9][0-9]{1,14}$/)

/** ICCID: 89, then 16 to 18 more figures (ITU-T E.118). */
export const iccidSchema = z.string().regex(/^89[0-9]{16,18}$/)
