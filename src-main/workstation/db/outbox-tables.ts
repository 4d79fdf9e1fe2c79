import type { OutboxItem } from '../desk.ts'

/** States as they are kept. `sending` and `blocked` pass by in memory only: no start begins with them. */
export type KeptState = Exclude<OutboxItem['state'], 'sending' | 'blocked'>

/** What was typed in a step and is not yet a command. `step` may be `note`. */
export interface DraftRow {
  readonly case_id: string
  readonly step: string
  readonly fields: string
  readonly saved_at: number
  readonly user_id: string
}

/** Ids born with a draft; see `Drafts.idFor`. */
export interface DraftIdRow {
  readonly case_id: string
  readonly purpose: string
  readonly id: string
}

/**
 * A captured command. `command` is the whole of it as sent, JSON; `scope` where its rows are predicted. `is_settled` 1
 * once the mirror holds its outcome row. `resolved_by` the decision that settles a refused one.
 */
export interface CommandRow {
  readonly id: string
  readonly device_seq: number
  readonly type: string
  readonly command: string
  readonly scope: string
  readonly state: KeptState
  readonly code: string
  readonly details: string
  readonly snapshot: string
  readonly choices: string
  readonly captured_at: number
  readonly decided_at: number | null
  readonly resolves: string | null
  readonly resolved_by: string | null
  readonly is_settled: number
}

/** A lease as it was signed; see migration 030. */
export interface LeaseRow {
  readonly user_id: string
  readonly text: string
  readonly signature: string
  readonly hash_key: string
  readonly tries: number
}

/**
 * A sign-in at this desk. `is_current` 1 for who sits here; others are kept so that what they left unsent goes out.
 * `is_valid` 0 once the core no longer takes the token, and while there is none yet: signed in without the core.
 */
export interface SessionRow {
  readonly user_id: string
  readonly token: string
  readonly name: string
  readonly role: string
  readonly scope: string
  readonly desk_name: string
  readonly desk_number: number
  readonly hash_key: string
  readonly until: number
  readonly signed_in_at: number
  readonly active_at: number
  readonly is_current: number
  readonly is_valid: number
  readonly is_tile: number
}
