import type { Page } from '@playwright/test'
import type { FileBody } from '#shared/domain/dispute/commands.ts'
import { olderBillsSchema } from '#shared/domain/bill/core-contract.ts'
import { askOnDesk } from './on-desk.ts'
import type { DeskElsewhere } from './other-desk.ts'
import { newId } from './other-desk.ts'

/** The customer of a name, as this desk finds them. */
export async function customerIdOf(page: Page, text: string): Promise<string> {
  const { hits } = await askOnDesk(page, 'customer.search', { text, limit: 1 })
  return hits[0]?.customerId ?? ''
}

/** The newest bill of a customer and its dearest line that was not given back. */
export async function newestBill(desk: DeskElsewhere, customerId: string) {
  const { bills, lines } = await desk.get(`bills/older/${customerId}?before=2099-01-01`, olderBillsSchema)
  const bill = bills.filter(({ kind }) => kind === 'bill').toSorted((a, b) => (a.bill_date < b.bill_date ? 1 : -1))[0]
  const own = lines.filter((each) => each.bill_id === bill?.id)
  const line = own.toSorted((a, b) => b.amount_minor - a.amount_minor)[0]
  if (!bill || !line) throw new Error('no bill to dispute')
  return { bill, line, lines: own }
}

/** Disputes a line of the newest bill of a customer. */
export async function fileElsewhere(desk: DeskElsewhere, customerId: string, change: Partial<FileBody> = {}) {
  const { bill, line } = await newestBill(desk, customerId)
  const body: FileBody = {
    ...{ disputeId: newId(), reference: `D-26-${String(Date.now()).slice(-4)}`, customerId, billId: bill.id },
    ...{ caseId: null, aboutId: null, reason: 'latePass', currency: 'EUR', wordsLanguage: 'cs' },
    ...{ lines: [{ lineId: line.id, amountMinor: line.amount_minor }], claimedMinor: line.amount_minor },
    words: 'Balíček jsem koupil v autě ještě před hranicí. SMS mám schovanou. Za co těch peněz?',
    evidence: [{ kind: 'note', reference: '', text: 'SMS of 12 Aug, 07:58' }],
    ...{ answerBy: '', ...change },
  }
  return { body, result: await desk.push('dispute.fileDispute', body), bill, line }
}
