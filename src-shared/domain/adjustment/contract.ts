import { z } from 'zod'
import { billIdSchema } from '#shared/domain/bill/core-contract.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { typedFilledLine, typedLine, typedLines } from '#shared/kernel/text-field.ts'
import { authorityLimits, authorityRefusals } from './authority.ts'
import { adjustmentTable, partsSchema } from './rows.ts'

/** How true a dispute or credit is: the core has it, only this desk has it, or a person is needed. */
export const mattersMarkSchema = z.object({
  state: z.enum(['none', 'desk', 'confirmed', 'needsYou']),
  at: z.int().nullable(),
})

/** Why a credit or charge can not be taken back by somebody. */
export const reverseOffs = [
  'NOT_GIVEN',
  'CHARGE_BILLED',
  'NO_AUTHORITY',
  'OWN_HOUSEHOLD',
  'ABOVE_AUTHORITY',
  'GIVEN_BY_HIGHER',
] as const

/** A credit as the screen shows it. `reasonName` is JSON by language; `decides` the role that has the authority for it. */
export const creditViewSchema = z.object({
  row: rowSchemaOf(adjustmentTable),
  mark: mattersMarkSchema,
  customerName: z.string(),
  language: z.string(),
  billNumber: z.string(),
  billDate: z.string(),
  reasonName: z.string(),
  isWaiting: z.boolean(),
  /** Whoever sits here asked for it. */
  isMine: z.boolean(),
  /** It was asked back about, and whoever sits here may answer. */
  mayAnswer: z.boolean(),
  decides: z.string().nullable(),
  /** Why whoever sits here can not take it back; null where they can. NOT_GIVEN where there is nothing to take back. */
  reverseOff: z.enum(reverseOffs).nullable(),
  /** What of a sum they may take back at most, where it is above; minor units, tax inside. */
  reverseUpToMinor: z.int(),
})
export type CreditView = z.infer<typeof creditViewSchema>

export const creditInput = z.strictObject({ adjustmentId: idSchema })

export const roomInput = z.strictObject({ billId: billIdSchema, reason: typedLine(40) })

/**
 * What of the authority of whoever sits here is left for a credit of one bill and reason; minor units, tax inside. While the
 * core is away the grant of the lease bounds it. `never`: another person gives it, whatever the sum.
 */
export const roomOutput = z.object({
  leftMinor: z.int(),
  limits: z.array(z.object({ limit: z.enum(authorityLimits), leftMinor: z.int() })),
  customerDays: z.int(),
  /** Left of the lease's grant; null while the core can be asked. */
  grantMinor: z.int().nullable(),
  never: z.enum([...authorityRefusals, 'NO_AUTHORITY']).nullable(),
  /** Who may give how much, the least first. */
  levels: z.array(z.object({ role: z.string(), perItemMinor: z.int() })),
})
export type AuthorityRoom = z.infer<typeof roomOutput>

/**
 * `askedMinor` in the bill's own pricing; `lines` [] shares it over the bill. `adjustmentId`, here and below: made when the
 * form is opened, so that a second try after a lost answer is the same one.
 */
export const giveCreditInput = z.strictObject({
  adjustmentId: idSchema.optional(),
  billId: billIdSchema,
  caseId: idSchema.nullable(),
  reason: typedLine(40),
  askedMinor: z.int().min(1),
  lines: partsSchema,
  note: typedLines(500),
})
/** `given`: within one's authority as this desk knows it; else it is asked for. */
export const givenOutput = z.object({
  adjustmentId: idSchema,
  reference: z.string(),
  amountMinor: z.int(),
  given: z.boolean(),
})

/** A charge that is being entered: by whom it is paid, and the bill it comes from, where it comes from one. */
export const chargeRoomInput = z.strictObject({
  customerId: idSchema,
  billId: billIdSchema.nullable(),
  reason: typedLine(40),
})

/** What is left of one's authority for it; the reasons to choose from; how the account's prices are, and when the next bill is made. */
export const chargeRoomOutput = roomOutput.extend({
  reasons: z.array(z.object({ code: z.string(), name: z.string() })),
  isTaxIncluded: z.boolean(),
  basisPoints: z.int(),
  currency: z.string(),
  nextBillOn: z.string(),
})
export type ChargeRoom = z.infer<typeof chargeRoomOutput>

/** `askedMinor` in the account's own pricing. */
export const giveChargeInput = z.strictObject({
  adjustmentId: idSchema.optional(),
  customerId: idSchema,
  billId: billIdSchema.nullable(),
  lineId: typedLine(120).nullable(),
  caseId: idSchema.nullable(),
  reason: typedLine(40),
  askedMinor: z.int().min(1),
  note: typedLines(500),
})
export const chargedOutput = z.object({ adjustmentId: idSchema, reference: z.string(), amountMinor: z.int() })

export const reverseCreditInput = z.strictObject({ adjustmentId: idSchema, note: typedLines(500) })

export const withdrawCreditInput = z.strictObject({ adjustmentId: idSchema })

/** `request`: the one whose question was read. */
export const answerCreditInput = z.strictObject({
  adjustmentId: idSchema,
  request: z.int().min(1),
  note: typedFilledLine(500),
})
