import type { Choice } from '#shared/contract/wire.ts'
import type { Details } from '#shared/kernel/result.ts'

/** The command took effect. */
export const applied = { result: 'applied' } as const

/** A refusal of a rule: nothing changed, the code names the sentence, the details fill its gaps. */
export function rejected<const Code extends string>(code: Code, details: Details = {}): Rejected<Code> {
  return { result: 'rejected', code, details }
}

/** Someone was first: what is on record now, and what a person can choose. */
export function conflict<const Code extends string>(
  code: Code,
  snapshot: Details,
  choices: readonly Choice[],
): Conflict<Code> {
  return { result: 'conflict', code, details: snapshot, snapshot, choices }
}

export interface Rejected<Code extends string> {
  readonly result: 'rejected'
  readonly code: Code
  readonly details: Details
}

export interface Conflict<Code extends string> {
  readonly result: 'conflict'
  readonly code: Code
  readonly details: Details
  readonly snapshot: Details
  readonly choices: readonly Choice[]
}
