import { z } from 'zod'
import { billUsageTable } from '#shared/domain/rating/rows.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { billPaymentTable, paymentAllocationTable } from './payment-rows.ts'
import { billLineTable, billTable, billTaxTable } from './rows.ts'

/** A bill's own id: its payer's and a day. */
export const billIdSchema = z.string().min(1).max(80)

/**
 * GET /sync/v1/bills/running/CUSTOMER: the bill that would be made today, from the very functions that will make it, as rows
 * of a bill in state `new`; `usage` as `bill_usage`. Its period ends with the bill's; `until` is the first day not counted.
 */
export const runningBillSchema = z.object({
  until: isoDateSchema,
  bill: rowSchemaOf(billTable),
  lines: z.array(rowSchemaOf(billLineTable)),
  taxes: z.array(rowSchemaOf(billTaxTable)),
  usage: z.array(rowSchemaOf(billUsageTable)),
})
export type RunningBill = z.infer<typeof runningBillSchema>

/** GET /sync/v1/bills/usage/BILL: the usage records of a bill, all of them, as rows of `bill_usage`. */
export const coreUsageSchema = z.object({ usage: z.array(rowSchemaOf(billUsageTable)) })
export type CoreUsage = z.infer<typeof coreUsageSchema>

/** GET /sync/v1/bills/older/CUSTOMER?before=DATE: at most twelve documents of before a day, the last ones of them. */
export const olderBillsSchema = z.object({
  bills: z.array(rowSchemaOf(billTable)),
  lines: z.array(rowSchemaOf(billLineTable)),
  taxes: z.array(rowSchemaOf(billTaxTable)),
  payments: z.array(rowSchemaOf(billPaymentTable)),
  allocations: z.array(rowSchemaOf(paymentAllocationTable)),
})
export type OlderBills = z.infer<typeof olderBillsSchema>
export const olderBillsAtMost = 12

export const runningInput = z.strictObject({ customerId: idSchema })
export const olderInput = z.strictObject({ customerId: idSchema, before: isoDateSchema })
export const usageInput = z.strictObject({ billId: billIdSchema })

/** Records of a bill by its lines; not `isWhole`: the others are in the core, which cannot be asked now. */
export const usageOutput = z.object({
  isWhole: z.boolean(),
  lines: z.array(
    z.object({
      lineId: z.string(),
      uses: z.array(
        z.object({
          id: z.string(),
          startedAt: z.int(),
          other: z.string(),
          visited: z.string(),
          units: z.int(),
          charged: z.int(),
          free: z.int(),
          amountMicro: z.int(),
          isBeyondFairUse: z.boolean(),
        }),
      ),
    }),
  ),
})
export type UsageView = z.infer<typeof usageOutput>
