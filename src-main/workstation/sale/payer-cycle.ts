import type { Desk } from '#main/workstation/desk.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { frequencies } from '#shared/domain/billing/periods.ts'

const companyLevels = 5

/**
 * How the one who pays a customer's bills is billed, as this desk knows it: they themselves, or the company above; null before
 * there is an account, and where somebody else is to pay the line, whose account the core alone has to answer for.
 */
export function payerCycle(
  { view }: Pick<Desk, 'view'>,
  customerId: string | null,
  payerId: string | null,
): Cycle | null {
  if (customerId === null || (payerId !== null && payerId !== customerId)) return null
  let payer = customerId
  for (let level = 0; level < companyLevels; level += 1) {
    const company = view.get('company', payer)?.row
    if (company?.bills !== 'parent' || company.parent_id === null) break
    payer = company.parent_id
  }
  const account = view.get('bill_account', payer)?.row
  const frequency = frequencies.find((one) => one === account?.frequency)
  return account && frequency ? { frequency, cycleDay: account.cycle_day, anchorMonth: account.anchor_month } : null
}
