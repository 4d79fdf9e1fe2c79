import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import type { NeedsYouItem, Notice, Startup, Status } from '#shared/contract/desk.ts'
import type { ErrorOf, InputOf, OutputOf, ServiceProcedureName } from '#shared/contract/procedures.ts'
import type { Choice } from '#shared/contract/wire.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { Mark, OpenWork } from '#shared/domain/interaction/contract.ts'
import type { Call } from '#shared/domain/phone/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { Left, Session, signInRefusals, Tile } from '#shared/domain/staff/contract.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import type { Id, Ids } from '#shared/kernel/ids.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import type { FetchBilling } from './fetch-billing.ts'
import type { Recounts } from './recounts.ts'
import type { FetchBlob } from './fetch-blob.ts'
import type { FetchTrail } from './fetch-trail.ts'
import type { HeldDecisions } from './held-decisions.ts'
import type { Paper } from './paper/paper.ts'

/** A row as the screen sees it: the mirror's row with pending commands folded over it, and how true it is. */
export interface Seen<T extends MirrorTableName> {
  readonly row: MirrorRow<T>
  readonly mark: Mark
}

/** View = mirror + fold(pending commands). Read only; nothing of it is stored. */
export interface View {
  readonly get: <T extends MirrorTableName>(table: T, id: string) => Seen<T> | undefined
  /** Rows whose column equals the value, in the mirror or as pending commands will have it. */
  readonly where: <T extends MirrorTableName>(
    table: T,
    column: keyof MirrorRow<T> & string,
    value: string,
  ) => readonly Seen<T>[]
  /** Rows of the mirror by SQL over the cache (read-only connection); for search and lists. Parameters are bound. */
  readonly sql: <Row>(text: string, ...parameters: readonly (string | number | null)[]) => readonly Row[]
  /** New rows of a table that only pending commands know. */
  readonly pendingRows: <T extends MirrorTableName>(table: T) => readonly Seen<T>[]
  /** What pending commands set in rows of a table, by row, whether the mirror has the row or not; reads no file. */
  readonly pendingChanges: <T extends MirrorTableName>(table: T) => ReadonlyMap<string, Partial<MirrorRow<T>>>
}

/** A draft: what was typed in a step, not yet a command. */
export interface Draft {
  readonly caseId: Id
  readonly step: string
  readonly fields: Readonly<Record<string, Json>>
  readonly savedAt: Instant
}

/** A step, the note, or what this desk had typed in a step when another desk went on with the case. */
export type DraftPart = SaleStep | 'note' | `kept:${SaleStep}`

export interface Drafts {
  readonly of: (caseId: Id) => readonly Draft[]
  readonly save: (caseId: Id, step: DraftPart, fields: Readonly<Record<string, Json>>) => Instant
  readonly drop: (caseId: Id, step: DraftPart) => void
  /** Cases in which this person typed something that is not captured, and nobody else did. */
  readonly cases: (userId: Id) => readonly Id[]
  /**
   * Ids kept for what a case will create (`agreement`, `order`...): born with the draft, the same at every try.
   * A purpose that begins with `<step>:` (`sign:signContract`, `sign:saveCaseStep`) is a command of that step: its id is
   * let go when the step's draft is dropped, so that finishing a changed step again is a new command. Every other
   * purpose keeps its id for the life of the case. Give saveCaseStep's id the purpose `<step>:saveCaseStep` and capture
   * it last: a draft whose `<step>:saveCaseStep` stands in the journal at the start is closed.
   */
  readonly idFor: (caseId: Id, purpose: string) => Id
}

/** A command as the outbox knows it. */
export interface OutboxItem {
  readonly id: Id
  readonly deviceSeq: number
  readonly type: CommandType
  readonly body: Json
  readonly state:
    | 'captured'
    | 'sending'
    | 'blocked'
    | 'applied'
    | 'rejected'
    | 'conflict'
    | 'needsApproval'
    | 'quarantined'
  readonly code: string
  readonly details: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
  readonly snapshot: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
  readonly choices: readonly Choice[]
  readonly capturedAt: Instant
  readonly decidedAt: Instant | null
  readonly actorName: string
  readonly touches: readonly string[]
  readonly resolvedBy: Id | null
  /** The command this one decides about. */
  readonly resolves: Id | null
  /** Held for a supervisor, and known from its task: nothing of it takes effect until one says so. */
  readonly isHeld?: true
  /** The desk it came from, where that is not this one: then it is known from its task, as far as that travels. */
  readonly deviceId?: Id
}

export interface Outbox {
  readonly get: (id: Id) => OutboxItem | undefined
  /** Commands that touch an aggregate, e.g. `case:ID`, oldest first, decided ones included. */
  readonly touching: (aggregate: string) => readonly OutboxItem[]
  /** Not yet decided by the core, oldest first. */
  readonly unsent: () => readonly OutboxItem[]
  /** Refused, conflicting or kept aside, and not resolved by a later decision. */
  readonly needsYou: () => readonly OutboxItem[]
  /** Decided since a moment, newest first. */
  readonly decidedSince: (at: Instant) => readonly OutboxItem[]
}

export interface CaptureInput<T extends CommandType> {
  /** Reused when the same draft is submitted again; a new id otherwise. */
  readonly id?: Id
  readonly type: T
  readonly body: CommandBody<T>
  readonly needs?: readonly Id[]
  readonly base?: Readonly<Record<string, number>>
  readonly resolves?: Id
  readonly blobs?: readonly string[]
}

/** What may be done without the core by who sits here. `endedAt` null: there never was a lease. Times are the core's. */
export type LeaseState =
  | {
      readonly kind: 'valid'
      readonly until: Instant
      readonly priceLists: readonly string[]
      /** Credit classes given on this desk that the core has still to decide, at most. */
      readonly pendingCredit: number
      /** Money one may give away meanwhile: this lease, and how much in all. */
      readonly grant: { readonly id: Id; readonly amountMinor: number }
    }
  | { readonly kind: 'ended'; readonly endedAt: Instant | null }

/** What the slices of the workstation work with. Everything outside of it is handed in. */
export interface Desk {
  readonly now: () => Instant
  readonly ids: Ids
  /** This desk, as the core knows it. */
  readonly deviceId: Id
  /** The core's day, carried on by this desk's clock while the core is away. */
  readonly businessDate: () => IsoDate
  readonly policies: () => Policies | undefined
  readonly session: () => Session | undefined
  readonly view: View
  readonly drafts: Drafts
  /** What a person has open, kept in outbox.db. */
  /** The call at this desk, kept at every change. */
  readonly phone: { readonly call: () => Call | undefined; readonly keep: (call: Call | undefined) => void }
  readonly openWork: {
    readonly of: (userId: Id) => OpenWork
    readonly keep: (userId: Id, work: OpenWork) => void
  }
  /** Steps of the guide done at this desk, `story.step`. */
  readonly guide: { readonly done: () => readonly string[]; readonly keep: (done: readonly string[]) => void }
  readonly outbox: Outbox
  /** Decisions about money that can still be taken back. */
  readonly decisions: HeldDecisions
  /** Journal and fsync, then the outbox: when it returns, the command is saved on this desk. The same id twice is once. */
  readonly capture: <T extends CommandType>(
    input: CaptureInput<T>,
  ) => Result<Id, Refusal<'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'DISK_FULL' | 'FILE_LOCKED' | 'STORAGE_FAILED'>>
  /** Gives a command that was kept aside another try. */
  readonly sendAgain: (id: Id) => void
  /** Keeps bytes under their SHA-256, encrypted, fsynced; gives the hash. */
  readonly keepBlob: (bytes: Uint8Array) => string
  readonly readBlob: (hash: string) => Uint8Array | undefined
  /** An attachment that another desk sent, from the core; undefined where it cannot be had. It is not kept here. */
  readonly fetchBlob: FetchBlob
  /** Sets the contract as PDF, beside what this thread does. */
  readonly paper: Paper
  /** The PUK that an applied command was granted, from the core itself; kept nowhere on this desk. */
  readonly fetchPuk: (commandId: Id) => Promise<Result<string, Refusal<'CORE_UNREACHABLE' | 'PUK_REFUSED'>>>
  /** What of bills is not on this desk: the running month, older bills, their usage. */
  readonly fetchBilling: FetchBilling
  /** Bills counted anew by the core, for what is decided about them. */
  readonly recounts: Recounts
  /** What the core has on record of a case. */
  readonly fetchTrail: FetchTrail
  readonly status: () => Status
  readonly isOnline: () => boolean
  readonly lease: () => LeaseState
  /** Next case reference of this desk, `YY-NNNNN`, kept before it is given. */
  readonly nextReference: () => string
  /** Keyed hash of a text with the key the core gave this scope; for duplicates. */
  readonly hashOf: (text: string) => string | undefined
  /** Tells the page that something under a topic changed. */
  readonly changed: (...topics: readonly string[]) => void
  /** Who can sign in and who is signed in: machinery behind `slices/staff`. */
  readonly staff: Staff
  /** What must be told about the desk's own files. */
  readonly notices: () => readonly Notice[]
  /** Progress of the first start. */
  readonly startup: () => Startup
  /** Demonstration only: every connection of this desk refuses while the cable is pulled. */
  /** Has the mirror compared with the core: tables that differ (they are loaded anew), undefined without an answer. */
  readonly compareMirror: () => Promise<readonly string[] | undefined>
  readonly setCable: (isPulled: boolean) => void
}

/** What the core's door answers a sign-in with, or what the desk can tell by itself. */
export type SignInRefusal = Refusal<(typeof signInRefusals)[number]>

/** Signing in and out at this desk. */
export interface Staff {
  /** The tiles of a demonstration core, from the last time it could be asked. */
  readonly people: () => readonly Tile[]
  /** By a tile: with the demonstration password; without the core when the person's lease at this desk holds. */
  readonly signInByTile: (userId: Id) => Promise<Result<Session, SignInRefusal>>
  readonly signInByName: (name: string, password: string) => Promise<Result<Session, SignInRefusal>>
  /** Ends the session; commands not yet sent still go out under this desk's key. Gives how many. */
  readonly signOut: () => number
  /** Leaves the desk to whoever comes next: the sign-in is kept for its commands and for its person. Gives how many wait. */
  readonly lock: () => number
  /** Who left last, while nobody is at the desk. */
  readonly left: () => Left | undefined
}

/** One procedure's work in a slice. */
export type DeskHandler<N extends ServiceProcedureName> = (
  desk: Desk,
  input: InputOf<N>,
) => Result<OutputOf<N>, Refusal<ErrorOf<N>>> | Promise<Result<OutputOf<N>, Refusal<ErrorOf<N>>>>

/** Keeps the exact types of a procedure's handler. */
export function defineDeskHandler<N extends ServiceProcedureName>(_name: N, handler: DeskHandler<N>): DeskHandler<N> {
  return handler
}

export type { NeedsYouItem }
