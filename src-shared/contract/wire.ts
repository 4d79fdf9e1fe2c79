import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { detailsSchema } from '#shared/kernel/result.ts'
import { filledLine, hashSchema, line } from '#shared/kernel/text-field.ts'
import { signedTextSchema } from '#shared/domain/staff/lease.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'

/** Version of CSR-Sync spoken here; a core that no longer speaks it answers 410. */
export const protocolVersion = 1

/** At most this many commands in one push, and this many bytes in one body. */
export const pushLimit = 100
export const bodyLimitBytes = 1_048_576
export const blobLimitBytes = 8_388_608

/**
 * A command as it travels. `id` is the idempotency key for ever; `after` are the device's previous commands on the
 * touched aggregates (satisfied by any final result); `needs` must have been applied; `base` names the versions the
 * agent saw and relied on; `resolves` names the command a decision settles; `signature` is Ed25519 by the device over
 * the canonical JSON of everything else, base64.
 */
export const commandSchema = z.object({
  id: idSchema,
  deviceId: idSchema,
  deviceSeq: z.int().min(1),
  type: z.string().min(3).max(80),
  version: z.int().min(1),
  touches: z.array(z.string().max(120)).max(40),
  after: z.array(idSchema).max(40),
  needs: z.array(idSchema).max(40),
  base: z.record(line(160), z.int()),
  body: z.json(),
  bodyHash: hashSchema,
  actor: z.object({ userId: idSchema, name: line(80), role: roleSchema, deskName: line(80) }),
  capturedAt: z.int(),
  resolves: idSchema.nullable(),
  blobs: z.array(hashSchema).max(10),
  signature: z.string().max(200),
})
export type Command = z.infer<typeof commandSchema>

export const pushRequestSchema = z.object({
  epoch: z.string().max(80).nullable(),
  deviceId: idSchema,
  commands: z.array(commandSchema).min(1).max(pushLimit),
  /** Sequence numbers not sent in this push but still in the outbox; any other gap is a hole and an alarm. */
  held: z.array(z.int()).max(10_000),
})
export type PushRequest = z.infer<typeof pushRequestSchema>

/** One choice a person has in a conflict: `kind` names the decision, `value` what it would use. */
export const choiceSchema = z.object({
  kind: z.enum(['useNumber', 'showNumbers', 'withdraw', 'openCustomer', 'useMine']),
  value: z.string(),
})
export type Choice = z.infer<typeof choiceSchema>

/**
 * The core's answer to one command. `blocked` and `unknownType` are never stored in the ledger. `blocked` by its own id:
 * its attachment is missing in the core, or the core could not decide it now; send the attachment, come again later.
 */
export const pushResultSchema = z.discriminatedUnion('result', [
  z.object({ id: idSchema, result: z.literal('applied'), duplicate: z.boolean() }),
  z.object({
    id: idSchema,
    result: z.literal('rejected'),
    code: z.string(),
    details: detailsSchema,
    duplicate: z.boolean(),
  }),
  z.object({
    id: idSchema,
    result: z.literal('conflict'),
    code: z.string(),
    details: detailsSchema,
    snapshot: detailsSchema,
    choices: z.array(choiceSchema),
    duplicate: z.boolean(),
  }),
  z.object({
    id: idSchema,
    result: z.literal('needsApproval'),
    code: z.string(),
    details: detailsSchema,
    duplicate: z.boolean(),
  }),
  z.object({ id: idSchema, result: z.literal('blocked'), by: z.array(idSchema) }),
  z.object({ id: idSchema, result: z.literal('unknownType') }),
])
export type PushResult = z.infer<typeof pushResultSchema>

export const pushResponseSchema = z.object({ epoch: z.string(), results: z.array(pushResultSchema) })
export type PushResponse = z.infer<typeof pushResponseSchema>

/** GET /sync/v1/commands?device=&from=: the ledger's view of a desk, by sequence number; `more` asks on from the last. */
export const commandsResponseSchema = z.object({
  epoch: z.string(),
  more: z.boolean(),
  commands: z.array(
    z.object({ deviceSeq: z.int(), decidedAt: z.int(), resolvedBy: idSchema.nullable(), result: pushResultSchema }),
  ),
})
export type CommandsResponse = z.infer<typeof commandsResponseSchema>

/**
 * How many rows of a table there are and the sum of their 48-bit hashes (`row-hash.ts`), in halves of 24 bits. It can be
 * compared only where both sides know the same columns.
 */
export const tableDigestSchema = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  high: z.int(),
  low: z.int(),
})
export type TableDigest = z.infer<typeof tableDigestSchema>

const goneIds = z.array(z.object({ table: z.string(), ids: z.array(z.string()) }))

/**
 * A line of the pull's NDJSON: ids of rows that moved to another scope, ids of rows that were removed, rows of one table
 * as arrays in the order of its columns, or the end of the page. What goes comes before what comes.
 */
export const pullLineSchema = z.union([
  z.object({
    table: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  }),
  z.object({ exits: goneIds }),
  z.object({ removed: goneIds }),
  z.object({
    end: z.literal(true),
    epoch: z.string(),
    cursor: z.int(),
    more: z.boolean(),
    /** Customers of the scope in all, for a progress bar. */
    customers: z.int(),
    asOf: z.int(),
    businessDate: z.string(),
    /** Only where it was asked for, and only with the feed's last page. */
    digest: z.array(tableDigestSchema).optional(),
    /** The audit's head, signed (`anchorSchema`); only with the feed's last page. */
    anchor: signedTextSchema.optional(),
  }),
])
export type PullLine = z.infer<typeof pullLineSchema>

/** Header of a page that is not the feed's last: the cursor of the next one, known before this one is read. */
export const nextCursorHeader = 'x-linedesk-next-cursor'

/** Rows of one table in a page of the pull; a core may send fewer. */
export const pullPageRows = 2_000

/** POST /session: name, password and the device with its Ed25519 public key (SPKI, base64). */
export const sessionRequestSchema = z.object({
  name: filledLine(80),
  password: z.string().min(1).max(200),
  device: z.object({ id: idSchema, name: line(80), publicKey: z.string().max(200) }),
})
export type SessionRequest = z.infer<typeof sessionRequestSchema>

export const sessionResponseSchema = z.object({
  token: z.string(),
  userId: idSchema,
  name: z.string(),
  role: roleSchema,
  scope: z.string(),
  /** The desk's place ("Shop Nancy, Counter 2") and its number, the start of case references. */
  deskName: z.string(),
  deskNumber: z.int(),
  /** Key of this scope's hashes of persons and documents, base64: the desk compares, it never sends numbers. */
  hashKey: z.string(),
  until: z.int(),
  epoch: z.string(),
  /** The core's own Ed25519 key (SPKI, base64): the desk keeps the first one it hears and takes no other. */
  coreKey: z.string(),
  /** What this person may do at this desk without the core; see `leaseSchema`. */
  lease: signedTextSchema,
})
export type SessionResponse = z.infer<typeof sessionResponseSchema>

/** POST /lease, under a person's sign-in: the lease anew, with the role and the prices of now. */
export const leaseResponseSchema = z.object({ lease: signedTextSchema })
export type LeaseResponse = z.infer<typeof leaseResponseSchema>

/** GET /sync/v1/puk/ID, under a person's sign-in: what an applied `number.revealPuk` granted, for a minute. */
export const pukResponseSchema = z.object({ puk: z.string() })
export type PukResponse = z.infer<typeof pukResponseSchema>

/** POST /device/challenge: a text for the desk to sign; refused with DEVICE_REVOKED and the core's signature under it. */
export const challengeRequestSchema = z.object({ deviceId: idSchema })
export const challengeResponseSchema = z.object({ challenge: z.string().max(400) })
export type ChallengeResponse = z.infer<typeof challengeResponseSchema>

/** POST /device/session: the challenge signed with the desk's key gives a token for sending what waits there. */
export const deviceSessionRequestSchema = z.object({
  deviceId: idSchema,
  challenge: z.string().max(400),
  signature: z.string().max(200),
})
export type DeviceSessionRequest = z.infer<typeof deviceSessionRequestSchema>
export const deviceSessionResponseSchema = z.object({ token: z.string() })
export type DeviceSessionResponse = z.infer<typeof deviceSessionResponseSchema>

/** GET /people: who can be chosen by a tile; only a demonstration core answers. */
export const peopleResponseSchema = z.object({
  people: z.array(
    z.object({ userId: idSchema, name: z.string(), role: roleSchema, seat: z.string(), story: z.string() }),
  ),
})
export type PeopleResponse = z.infer<typeof peopleResponseSchema>

/** Any refusal over HTTP: a code of `errors.ts`, its details, and a sentence for people who read logs. */
export const httpErrorSchema = z.object({ code: z.string(), details: detailsSchema.optional(), message: z.string() })
export type HttpError = z.infer<typeof httpErrorSchema>
