import { defineDeskHandler } from '#main/workstation/desk.ts'
import { olderBillsSchema } from '#shared/domain/bill/core-contract.ts'

/** Documents of a payer older than this desk keeps, from the core. */
export const older = defineDeskHandler('bill.older', (desk, { customerId, before }) =>
  desk.fetchBilling(`older/${customerId}?before=${before}`, olderBillsSchema),
)
