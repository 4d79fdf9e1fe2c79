import type { Generated } from 'kysely'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import type { BillingTables } from './billing-schema.ts'
import type { AuditRow } from './audit-row.ts'

/** A mirrored table in the core: its feed columns and the change sequence it was last written with. */
export type Stored<T extends MirrorTableName> = MirrorRow<T> & { readonly change_seq: number }

type MirrorTables = { readonly [T in MirrorTableName]: Stored<T> }

/** People who sign in. `password_hash`: scrypt, `salt$hash` base64. Never in the feed. */
export interface AppUser {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly role: string
  readonly scope: string
  readonly seat: string
  readonly story: string
  readonly password_hash: string
  readonly failures: number
  readonly locked_until: number | null
  readonly position: number
  readonly revoked_at: number | null
}

/** A sign-in: the SHA-256 of its token, never the token. */
export interface AppSession {
  readonly token_hash: string
  readonly user_id: string
  readonly device_id: string
  readonly created_at: number
  readonly until: number
}

/** A desk: its number (start of case references) and its Ed25519 public key (SPKI, base64). */
export interface Device {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly public_key: string
  readonly scope: string
  readonly enrolled_at: number
  readonly revoked_at: number | null
}

/** The latest lease of a person at a desk under one state of the prices, and since when; `price_lists` JSON. */
export interface LeaseRow {
  readonly id: string
  readonly device_id: string
  readonly user_id: string
  readonly catalogue: string
  readonly price_lists: string
  readonly first_at: number
  readonly issued_at: number
  readonly until: number
}

/** The leases a contract may have been signed under, JSON: each with the prices it was given with. */
export interface SignedUnder {
  readonly agreement_id: string
  readonly leases: string
}

/** Verifier of a person's password for one desk; `of_hash`: SHA-256 of the password hash it was made beside. */
export interface LeaseVerifier {
  readonly device_id: string
  readonly user_id: string
  readonly verifier: string
  readonly of_hash: string
}

/** Offers and price lists of a market as they were, JSON, by the SHA-256 of that JSON. */
export interface PriceSnapshot {
  readonly hash: string
  readonly scope: string
  readonly body: string
  readonly taken_at: number
}

/** A signed price that is not today's: for the operator, never in the feed. */
export interface PriceReport {
  readonly id: string
  readonly at: number
  readonly scope: string
  readonly command_id: string
  readonly agreement_id: string
  readonly lease_id: string
  readonly price_list_id: string
  readonly field: string
  readonly signed: string
  readonly reason: string
}

/** Something an administrator has to look at: a desk's identity in use twice. */
export interface Alarm {
  readonly id: string
  readonly at: number
  readonly device_id: string
  readonly kind: string
  readonly details: string
}

/** A sealed outbox taken in, by the SHA-256 of its file; `drafts` JSON: what was typed and never finished. */
export interface ImportedOutbox {
  readonly hash: string
  readonly device_id: string
  readonly imported_at: number
  readonly commands: number
  readonly drafts: string
}

/** The permanent ledger: one row per command id for ever. `command` is the whole command as JSON. */
export interface LedgerRow {
  readonly id: string
  readonly device_id: string
  readonly device_seq: number
  readonly type: string
  readonly body_hash: string
  readonly command: string
  readonly result: string
  readonly code: string
  readonly details: string
  readonly snapshot: string
  readonly choices: string
  readonly resolved_by: string | null
  readonly decided_at: number
}

/**
 * Single row, `id` 1: the feed's counter, updated last in every writing transaction, and the epoch. A cursor below
 * `tombstones_from` is too old: what was removed before is no longer told.
 */
export interface FeedCounter {
  readonly id: number
  readonly value: number
  readonly epoch: string
  readonly tombstones_from: Generated<number>
  /** The head of the audit's chain: its place, its hash, and the hash before it; 0 and '' for an empty one. */
  readonly audit_sequence: Generated<number>
  readonly audit_head: Generated<string>
  readonly audit_previous: Generated<string>
  /** Why a new epoch was begun: `declared` by whoever put a copy back, or `unsaid`; '' for the first one. */
  readonly epoch_why: Generated<string>
}

/** A row that left a scope: removed (a tombstone) or, `is_exit` 1, moved to another scope. */
export interface FeedGone {
  readonly scope: string
  readonly table_name: string
  readonly id: string
  readonly is_exit: number
  readonly change_seq: number
}

/** Where the feed's counter stood at a moment: what tells how old a tombstone is. */
export interface FeedMark {
  readonly at: number
  readonly value: number
}

/** What a core's beginning leapt over: no change lies between these two. */
export interface FeedLeap {
  readonly from_value: number
  readonly until_value: number
}

/** Watch list: hashes only, never in the feed. `kind`: person or document. */
export interface WatchEntry {
  readonly hash: string
  readonly kind: string
  readonly reason: string
}

/** A number of the fixed network: the core gives it out itself, to one order. */
export interface FixedNumber {
  readonly id: string
  readonly scope: string
  readonly order_id: string | null
}

/** What the built-in bureau knows of a person, by person hash: seeded history. Amounts in minor units. */
export interface BureauRecord {
  readonly person_hash: string
  readonly paid_on_time: number
  readonly paid_late: number
  readonly open_debt_minor: number
  readonly insolvencies: number
}

/** PUK and PIN of a SIM, kept out of the feed; of an eSIM its activation code (GSMA SGP.22, 4.1), '' for a card. */
export interface SimSecret {
  readonly iccid: string
  readonly pin: string
  readonly puk: string
  readonly activation_code: string
}

/** Wording of a message to customers; `subject` and `body` JSON by language, `id` is `name:channel`. */
export interface MessageTemplate {
  readonly id: string
  readonly scope: string
  readonly name: string
  readonly channel: string
  readonly subject: string
  readonly body: string
}

/** The whole text of a message that holds a secret, until it is sent. Never in the feed. */
export interface MessageSecret {
  readonly message_id: string
  readonly body: string
}

/** A granted look at a PUK, by the command that asked for it. */
export interface PukReveal {
  readonly id: string
  readonly device_id: string
  readonly user_id: string
  readonly iccid: string
  readonly at: number
}

/** Keyed hash of a one-time code. Never in the feed. */
export interface SigningCodeSecret {
  readonly code_id: string
  readonly code_hash: string
}

/** What the built-in gateway wrote down instead of sending it. */
export interface SentMessage {
  readonly id: string
  readonly at: number
  readonly channel: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

/** An attachment by its SHA-256, as sent. */
export interface Blob {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly received_at: number
}

/** Plain settings of this core: hash key, demonstration password hash, schema facts. */
export interface Setting {
  readonly name: string
  readonly value: string
}

/** The core's database as Kysely sees it; the same on SQLite and PostgreSQL. */
export interface CoreDatabase extends MirrorTables, BillingTables {
  readonly app_user: AppUser
  readonly app_session: AppSession
  readonly device: Device
  readonly ledger: LedgerRow
  readonly audit: AuditRow
  readonly feed_counter: FeedCounter
  readonly feed_gone: FeedGone
  readonly feed_mark: FeedMark
  readonly feed_leap: FeedLeap
  readonly watch_entry: WatchEntry
  readonly bureau_record: BureauRecord
  readonly sim_secret: SimSecret
  readonly fixed_number: FixedNumber
  readonly message_template: MessageTemplate
  readonly message_secret: MessageSecret
  readonly sent_message: SentMessage
  readonly signing_code_secret: SigningCodeSecret
  readonly puk_reveal: PukReveal
  readonly blob: Blob
  readonly setting: Setting
  readonly lease: LeaseRow
  readonly lease_verifier: LeaseVerifier
  readonly price_snapshot: PriceSnapshot
  readonly price_report: PriceReport
  readonly signed_under: SignedUnder
  readonly alarm: Alarm
  readonly imported_outbox: ImportedOutbox
}
