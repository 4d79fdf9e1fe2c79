import { canonicalJson } from '#shared/kernel/canonical.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { sha256Hex } from '#shared/node/crypto.ts'

/**
 * A link of the audit's chain: who did what to what; ids only. `touches` JSON, `subject` its first; `case_id`, `command_id`
 * and `resolves` are '' where there is none. `hash` is over `previous`, `sequence` and all else.
 */
export interface AuditRow {
  readonly sequence: number
  readonly id: string
  readonly at: number
  readonly user_id: string
  readonly device_id: string
  readonly type: string
  readonly subject: string
  readonly touches: string
  readonly case_id: string
  readonly command_id: string
  readonly resolves: string
  readonly result: string
  readonly code: string
  readonly body_hash: string
  readonly previous: string
  readonly hash: string
}

/** What is put on record: who did what to what, from where, and how it ended. Ids only, never a name; a number of ours is its own id (ADR 53). */
export interface AuditEntry {
  /** The receipt of a command; any new id for what is no command. */
  readonly id: string
  readonly at: Instant
  readonly userId: string
  readonly deviceId: string
  readonly type: string
  /** The aggregates touched, `kind:id`, the first one being the subject. */
  readonly touches: readonly string[]
  readonly commandId?: string | undefined
  /** The command that this one decides. */
  readonly resolves?: string | null
  readonly result: string
  readonly code?: string
  /** SHA-256 of what was asked for, hex; '' where nothing was. */
  readonly bodyHash: string
}

/** The row but for its link: its place, the hash of the row before it and its own are given by the chain. */
export type AuditFacts = Omit<AuditRow, 'sequence' | 'previous' | 'hash'>

/** An entry as its row. Texts are made well-formed, so that both databases give them back as they were hashed. */
export function auditFacts(entry: AuditEntry): AuditFacts {
  const touches = entry.touches.map((touch) => touch.toWellFormed())
  const ofCase = touches.find((touch) => touch.startsWith('case:'))
  return {
    id: entry.id,
    at: entry.at,
    user_id: entry.userId,
    device_id: entry.deviceId,
    type: entry.type,
    subject: touches[0] ?? '',
    touches: JSON.stringify(touches),
    case_id: ofCase?.slice('case:'.length) ?? '',
    command_id: entry.commandId ?? '',
    resolves: entry.resolves ?? '',
    result: entry.result,
    code: entry.code ?? '',
    body_hash: entry.bodyHash,
  }
}

/** A row's facts as one text: canonical JSON of every column but those of the link. */
export function auditText(row: AuditFacts): string {
  const { id, at, user_id, device_id, type, subject, touches, case_id, command_id, resolves, result, code } = row
  return canonicalJson({
    ...{ id, at, user_id, device_id, type, subject, touches, case_id, command_id, resolves, result, code },
    body_hash: row.body_hash,
  })
}

/** The hash of a row: SHA-256 over the hash before it, its place, and its facts, a line each. */
export function auditHash(previous: string, sequence: number, text: string): string {
  return sha256Hex(`${previous}\n${sequence}\n${text}`)
}
