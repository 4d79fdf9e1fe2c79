import {
  olderBillsSchema,
  olderInput,
  runningBillSchema,
  runningInput,
  usageInput,
  usageOutput,
} from '#shared/domain/bill/core-contract.ts'
import { query } from '#shared/kernel/procedure.ts'

/** Bills of a payer. What of them is not on a desk comes from the core: today's bill, older ones, usage records. */
export const billProcedures = {
  'bill.running': query(runningInput, runningBillSchema, ['NOT_FOUND', 'CORE_UNREACHABLE']),
  'bill.older': query(olderInput, olderBillsSchema, ['NOT_FOUND', 'CORE_UNREACHABLE']),
  'bill.usage': query(usageInput, usageOutput),
} as const
