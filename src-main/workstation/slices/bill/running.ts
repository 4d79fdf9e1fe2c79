import { defineDeskHandler } from '#main/workstation/desk.ts'
import { runningBillSchema } from '#shared/domain/bill/core-contract.ts'

/** What a payer's bill would be today, counted by the core. CORE_UNREACHABLE offline: usage of the month is not here. */
export const running = defineDeskHandler('bill.running', (desk, { customerId }) =>
  desk.fetchBilling(`running/${customerId}`, runningBillSchema),
)
