import { z } from 'zod'

/** The answer of anything that may refuse: a value, or a refusal with a code from a closed list. Bugs are thrown instead. */
export type Result<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Why something was refused. `code` names a sentence in text/ (`error.CODE`); `details` fill its gaps. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly details?: Details
}

/** What a sentence needs to be filled in: plain values only, so that it crosses every boundary unchanged. */
export type Details = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
/** Details from outside: what a wire, a bridge or a file says they are. */
export const detailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
)

/** Wraps a value as a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Makes a refusal from a code and the details its sentence needs. */
export function refuse<const Code extends string>(
  code: Code,
  details?: Details,
): { readonly ok: false; readonly error: Refusal<Code> } {
  return { ok: false, error: details === undefined ? { code } : { code, details } }
}
