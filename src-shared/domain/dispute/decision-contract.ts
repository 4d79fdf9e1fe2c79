import { z } from 'zod'
import { adjustmentTable, delegationTable, partsSchema } from '#shared/domain/adjustment/rows.ts'
import { decideCredit } from '#shared/domain/adjustment/commands.ts'
import { billLineTable, billTable } from '#shared/domain/bill/rows.ts'
import { authorityPolicySchema, disputePolicySchema } from '#shared/domain/catalogue/authority-policy.ts'
import { taxCategories } from '#shared/domain/billing/taxes.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { sentenceSchema } from '#shared/kernel/sentence.ts'
import { filledLine, lines, typedFilledLine } from '#shared/kernel/text-field.ts'
import { decideDispute } from './commands.ts'
import { topUpSchema } from './contract.ts'
import { disputeTable, evidenceSchema } from './rows.ts'

const minor = z.int()

/** What waits for a decision: a dispute, or a credit that somebody asked for. */
export const matterKinds = ['dispute', 'credit'] as const
export type MatterKind = (typeof matterKinds)[number]
const matter = { kind: z.enum(matterKinds), id: idSchema }

const slices = z.array(z.object({ key: z.string(), count: z.int(), amountMinor: minor }))

/** What was given in the last twelve weeks and how disputes were answered (`insightOf`), with the names of reasons. */
export const insightOutput = z.object({
  since: z.string(),
  totalMinor: minor,
  cuts: z.object({ reason: slices, agent: slices, product: slices, week: slices }),
  inTime: z.array(z.object({ week: z.string(), inTime: z.int(), late: z.int() })),
  repeats: z.array(z.object({ customerId: idSchema, name: z.string(), disputes: z.int(), grantedMinor: minor })),
  reasons: z.array(z.object({ code: z.string(), names: z.record(z.string(), z.string()) })),
})
export type InsightView = z.infer<typeof insightOutput>

/** Why somebody cannot decide a matter now; null where they can. */
export const offReasons = ['own', 'first', 'household', 'signed', 'waits', 'asked', 'sent'] as const
export type OffReason = (typeof offReasons)[number]

/** One line of the queue. `days` since it was asked for; `answerIn` days left until the promised answer, null for a credit. */
export const queueItemSchema = z.object({
  ...matter,
  customerId: idSchema,
  customerName: z.string(),
  amountMinor: minor,
  reason: z.string(),
  askedAt: z.int(),
  days: z.int(),
  answerIn: z.int().nullable(),
  off: z.enum(offReasons).nullable(),
  /** Who has it, where it was given to somebody. */
  assignedTo: z.string(),
})
export type QueueItem = z.infer<typeof queueItemSchema>

/** A decision that was taken and is not sent yet: until `until` (this desk's clock) it can be taken back. */
export const heldDecisionSchema = z.object({
  /** Of the command it becomes. */
  heldId: idSchema,
  userId: idSchema,
  ...matter,
  customerId: idSchema,
  customerName: z.string(),
  amountMinor: minor,
  outcome: z.enum(['approved', 'part', 'rejected', 'signed']),
  takenAt: z.int(),
  until: z.int(),
  /** Those decided together: taken back together. */
  groupId: idSchema.nullable().default(null),
  command: z.discriminatedUnion('type', [
    z.object({ type: z.literal('dispute.decideDispute'), body: decideDispute.body }),
    z.object({ type: z.literal('adjustment.decideCredit'), body: decideCredit.body }),
  ]),
})
export type HeldDecision = z.infer<typeof heldDecisionSchema>

/** A decision that the core refused: withdrawn, changed or decided meanwhile. */
export const refusedDecisionSchema = z.object({
  commandId: idSchema,
  ...matter,
  customerId: idSchema,
  customerName: z.string(),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

export const queueOutput = z.object({
  items: z.array(queueItemSchema),
  held: z.array(heldDecisionSchema),
  refused: z.array(refusedDecisionSchema),
})
export type Queue = z.infer<typeof queueOutput>

export const matterInput = z.strictObject(matter)

const groupSchema = z.object({
  kind: z.enum(['free', 'priced', 'wrong', 'double']),
  ...{ from: z.int(), to: z.int(), count: z.int(), units: z.int(), billedMinor: minor, shouldMinor: minor },
  uses: z.array(z.object({ id: z.string(), at: z.int(), units: z.int(), billedMinor: minor, shouldMinor: minor })),
})

/** A claimed line: what of it, what it should be (the line's own pricing), and its usage in groups. */
export const claimedLineSchema = z.object({
  line: rowSchemaOf(billLineTable),
  claimedMinor: minor,
  shouldMinor: minor,
  groups: z.array(groupSchema),
  /** Records the line has and that could not be read here. */
  missing: z.int(),
})
export type ClaimedLine = z.infer<typeof claimedLineSchema>

const creditableSchema = z.object({
  lineId: z.string(),
  amountMinor: minor,
  creditedMinor: minor,
  tax: z.object({ category: z.enum(taxCategories), basisPoints: z.int() }),
})

/** Another top-up of the customer that looks like the disputed one: under the same reference, or as much within minutes. */
const likeTopUpSchema = topUpSchema.extend({ like: z.enum(['reference', 'sum']) })
export type LikeTopUp = z.infer<typeof likeTopUpSchema>

/** A disputed top-up: what it is, what is like it, and what the customer has to the good now. */
export const topUpOfMatterSchema = topUpSchema.extend({ like: z.array(likeTopUpSchema), creditMinor: minor })
export type TopUpOfMatter = z.infer<typeof topUpOfMatterSchema>

/** A dispute or credit before this one, or one like it: what was asked and what came of it. */
export const earlierSchema = z.object({
  id: z.string(),
  kind: z.enum(matterKinds),
  at: z.int(),
  reason: z.string(),
  state: z.string(),
  claimedMinor: minor,
  grantedMinor: minor,
  by: z.string(),
})
export type Earlier = z.infer<typeof earlierSchema>

/** Everything a decision is taken by. Sums are what the customer gets, tax inside, unless a line's own pricing is named. */
export const matterOutput = z.object({
  ...matter,
  dispute: rowSchemaOf(disputeTable).nullable(),
  credit: rowSchemaOf(adjustmentTable).nullable(),
  customerId: idSchema,
  customerName: z.string(),
  language: z.string(),
  reference: z.string(),
  request: z.int(),
  state: z.string(),
  isWaiting: z.boolean(),
  off: z.enum(offReasons).nullable(),
  reason: z.string(),
  askedMinor: minor,
  claimedMinor: minor,
  askedBy: z.string(),
  askedAt: z.int(),
  evidence: evidenceSchema,
  /** Whether a desk or the core has the bill: without it nothing can be decided here. */
  bill: rowSchemaOf(billTable).nullable(),
  /** What is disputed instead of a bill, where this desk has the payment. */
  topUp: topUpOfMatterSchema.nullable(),
  creditable: z.array(creditableSchema),
  claims: partsSchema,
  lines: z.array(claimedLineSchema),
  /** Whether the core has counted the bill anew: what the lines should be is by this desk alone until then. */
  recount: z.enum(['known', 'asking', 'away']),
  otherClaims: z.array(minor),
  recommendation: z.object({ amountMinor: minor, lines: partsSchema, reasons: z.array(sentenceSchema) }),
  /** The facts `judgeAuthority` asks for, but for the sum; `dayMinor` by whose authority. */
  facts: z.object({
    ...{ matterMinor: minor, customerMinor: minor, billMinor: minor, userId: idSchema, askedBy: z.string() },
    signed: z.object({ userId: z.string(), role: z.string(), amountMinor: minor, name: z.string() }).nullable(),
    firstBy: z.string().nullable(),
    /** Colleagues whose household the customer belongs to. */
    kin: z.array(z.string()),
    dayMinor: z.record(z.string(), minor),
  }),
  delegations: z.array(rowSchemaOf(delegationTable)),
  before: z.array(earlierSchema),
  similar: z.array(earlierSchema),
  today: z.string(),
  policy: z.object({ authority: authorityPolicySchema, disputes: disputePolicySchema }),
})
export type Matter = z.infer<typeof matterOutput>

/** What the core's counting anew changes of a matter. */
export const recountOutput = matterOutput.pick({ lines: true, recommendation: true, recount: true })

export const decideInput = z.strictObject({
  ...matter,
  /** The request that was looked at. */
  request: z.int().min(1),
  /** What the customer shall get, tax inside; 0 rejects. */
  amountMinor: z.int().min(0),
  /** How it is shared over the lines where it comes to that sum: as recommended. */
  preferred: partsSchema,
  note: lines(500),
})
export const decideOutput = z.object({ heldId: idSchema, grantedMinor: minor })
export const undoInput = z.strictObject({ heldId: idSchema })
/** A question to the customer of a dispute, or to whoever asked for a credit. */
export const askBackInput = z.strictObject({ ...matter, request: z.int().min(1), question: typedFilledLine(500) })
export const reassignInput = z.strictObject({ ...matter, toId: idSchema })

/** A table of Insight, by its own name (`byReason`). */
export const exportInput = z.strictObject({ table: filledLine(60) })

/** A small dispute that can be approved together with others just like it. */
const alikeItemSchema = z.object({
  ...matter,
  request: z.int(),
  amountMinor: minor,
  reference: z.string(),
  customerName: z.string(),
})
export type AlikeItem = z.infer<typeof alikeItemSchema>
export const alikeOutput = z.object({ items: z.array(alikeItemSchema) })

export const decideAlikeInput = z.strictObject({
  items: z
    .array(z.strictObject({ ...matter, request: z.int().min(1), amountMinor: z.int().min(1) }))
    .min(2)
    .max(20),
})
/** `left`: those that were not decided, because they stand otherwise by now. */
export const decideAlikeOutput = z.object({ held: z.int(), left: z.int() })
