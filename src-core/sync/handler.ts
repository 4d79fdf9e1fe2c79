import type { Kysely, Transaction } from 'kysely'
import type { CommandBody, CommandRefusal, CommandType } from '#shared/contract/commands.ts'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import type { Choice, Command } from '#shared/contract/wire.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import type { Ids } from '#shared/kernel/ids.ts'
import type { Details } from '#shared/kernel/result.ts'
import type { LedgerErrorCode } from '#shared/contract/errors.ts'
import type { AuditEntry } from '../db/audit-row.ts'
import type { CoreDatabase } from '../db/schema.ts'
import type { Log } from '../log.ts'

/**
 * Reads and writes of mirrored rows in one transaction. Every write raises the row's `version` and is stamped with the
 * feed counter when the transaction ends, so that no handler ever thinks about `change_seq`.
 */
export interface Unit {
  readonly tx: Transaction<CoreDatabase>
  /** The row, locked for this transaction (FOR UPDATE on PostgreSQL); undefined when there is none. */
  readonly get: <T extends MirrorTableName>(table: T, id: string) => Promise<MirrorRow<T> | undefined>
  /** Inserts a row; `version` is set to 1. */
  readonly insert: <T extends MirrorTableName>(table: T, row: Omit<MirrorRow<T>, 'version'>) => Promise<void>
  /** Changes columns of an existing row; another `scope` tells the desks of the old one. Throws when there is none. */
  readonly patch: <T extends MirrorTableName>(
    table: T,
    id: string,
    set: Partial<Omit<MirrorRow<T>, 'id' | 'version'>>,
  ) => Promise<void>
  /** Removes a row: desks are told by a tombstone. Throws when there is no such row. */
  readonly remove: (table: MirrorTableName, id: string) => Promise<void>
  /** Puts something on record: a link of the audit's chain, hung on when the transaction ends. */
  readonly record: (entry: AuditEntry) => void
}

/** What a handler may know. The time and the business day are the core's own. */
export interface HandlerContext extends Unit {
  readonly command: Command
  readonly scope: string
  /** Who acts and where, as the core knows them: what the command says of itself is not asked. */
  readonly actorName: string
  readonly deskName: string
  /** By whose authority: of whoever entered it, or of the supervisor who approves what was held. */
  readonly authority: Authority
  readonly now: Instant
  readonly businessDate: IsoDate
  readonly policies: Policies
  readonly ids: Ids
  readonly hashKey: Uint8Array
  /** Carries out a command that is held for a supervisor, by its id, with what `prepareHeld` gave; its own answer. */
  readonly runHeld: (id: string, prepared: unknown) => Promise<Answer<string>>
  /** For what the operator should hear of while the command takes its way; ids only. */
  readonly log: Log
}

/** Who decides that a command takes effect, as the core knows them now. */
export interface Authority {
  readonly userId: string
  readonly name: string
  readonly role: string
}

/** What a handler may know before its transaction: nothing locked, the network allowed (a bureau, a donor). */
export interface PrepareContext {
  readonly db: Kysely<CoreDatabase>
  readonly command: Command
  readonly now: Instant
  readonly businessDate: IsoDate
  readonly policies: Policies
  readonly hashKey: Uint8Array
  readonly services: Services
  /** What a held command needs of the outside before it can be carried out. */
  readonly prepareHeld: (id: string) => Promise<unknown>
}

/** What the outside gives the core. */
export interface Services {
  readonly bureau: CreditBureau
}

/** A credit bureau: asked outside of any transaction; `silent` when it does not answer in time. */
export interface CreditBureau {
  readonly ask: (person: BureauQuestion) => Promise<BureauAnswer>
}
export interface BureauQuestion {
  readonly personHash: string
  readonly surname: string
  readonly givenNames: string
  readonly birthDate: IsoDate
}
export type BureauAnswer =
  | {
      readonly kind: 'record'
      readonly paidOnTime: number
      readonly paidLate: number
      readonly openDebtMinor: number
      readonly insolvencies: number
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'silent' }

export type Answer<Code extends string> =
  | { readonly result: 'applied' }
  | { readonly result: 'rejected'; readonly code: Code | LedgerErrorCode; readonly details?: Details }
  /** A supervisor decides; nothing was run. */
  | { readonly result: 'needsApproval'; readonly code: LedgerErrorCode; readonly details?: Details }
  | {
      readonly result: 'conflict'
      readonly code: Code | LedgerErrorCode
      readonly details?: Details
      readonly snapshot: Details
      readonly choices: readonly Choice[]
    }

/** What the core does with one type of command: facts from outside first, then one transaction. */
export interface Handler<T extends CommandType, Prepared = undefined> {
  readonly prepare?: (context: PrepareContext, body: CommandBody<T>) => Promise<Prepared>
  readonly run: (
    context: HandlerContext,
    body: CommandBody<T>,
    prepared: Prepared,
  ) => Promise<Answer<CommandRefusal<T>>>
}

/** Keeps the exact types of a handler. */
export function defineHandler<T extends CommandType, Prepared = undefined>(
  _type: T,
  handler: Handler<T, Prepared>,
): Handler<T, Prepared> {
  return handler
}
