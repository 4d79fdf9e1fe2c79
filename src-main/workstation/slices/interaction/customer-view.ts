import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk, Seen } from '#main/workstation/desk.ts'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { heldOf } from '#main/workstation/sale/bill-matters.ts'
import { withBalance } from '#main/workstation/sale/balance.ts'
import { withFirstInquiry } from '#main/workstation/sale/first-inquiry.ts'
import { historyOf } from '#main/workstation/sale/history.ts'
import { ticketView } from '#main/workstation/sale/ticket-view.ts'

/** Everything this desk holds of a customer, pending commands folded in. NOT_FOUND when it does not know them. */
export const customerView = defineDeskHandler('interaction.customerView', (desk, { customerId }) => {
  const customer = desk.view.get('customer', customerId)
  if (!customer) return refuse('NOT_FOUND')
  const of = <T extends OfCustomer>(table: T): readonly Seen<T>[] =>
    // every table of OfCustomer has the column
    desk.view.where(table, 'customer_id' as never, customerId)
  const planNames = namesOfPlans(desk)
  const cases = of('service_case')
  const contacts = [...of('contact'), ...unnamedContacts(desk, cases)]
  const row = withBalance(desk, withFirstInquiry(customer.row, rowsOf(contacts)))
  const parts = {
    customer: { ...customer, row },
    contacts,
    cases,
    orders: of('product_order'),
    agreements: of('agreement'),
    payments: of('payment'),
    billPayments: of('bill_payment'),
    tickets: of('ticket'),
    evidence: of('identity_evidence'),
    decisions: of('credit_decision'),
    callBacks: of('call_back'),
    messages: of('message'),
    disputes: of('dispute'),
    adjustments: of('adjustment'),
  }
  const bills = rowsOf(of('bill'))
  const newest = parts.decisions.toSorted((a, b) => b.row.decided_at - a.row.decided_at)[0]
  return ok({
    customer: row,
    isPending: customer.mark.state === 'desk',
    businessDate: desk.businessDate(),
    bills: bills.length,
    heldMinor: [...heldOf(desk, bills, customerId).values()].reduce((sum, one) => sum + one, 0),
    services: of('product').map(({ row, mark }) => ({
      row,
      name: planNames.get(row.offer_id) ?? '',
      isPending: mark.state === 'desk',
    })),
    agreements: rowsOf(parts.agreements),
    evidence: rowsOf(parts.evidence),
    decision: newest?.row ?? null,
    tickets: parts.tickets
      .map((seen) => ticketView(desk, seen))
      .toSorted((a, b) => Number(b.isLiving) - Number(a.isLiving) || b.row.started_at - a.row.started_at),
    callBacks: rowsOf(parts.callBacks).filter(({ state }) => state === 'planned'),
    openCases: openCasesOf(parts.cases),
    entries: historyOf(parts, planNames),
  })
})

type OfCustomer = Extract<
  MirrorTableName,
  | 'contact'
  | 'service_case'
  | 'product_order'
  | 'product'
  | 'bill'
  | 'agreement'
  | 'payment'
  | 'bill_payment'
  | 'ticket'
  | 'identity_evidence'
  | 'credit_decision'
  | 'call_back'
  | 'message'
  | 'dispute'
  | 'adjustment'
>

/** Contacts of the customer's cases that began before anyone knew who it was; the core names them a moment later. */
function unnamedContacts(desk: Desk, cases: readonly Seen<'service_case'>[]): readonly Seen<'contact'>[] {
  return cases
    .flatMap(({ row }) => desk.view.where('contact', 'case_id', row.id))
    .filter(({ row }) => row.customer_id === null)
}

/** Names of all plans, JSON by language: some dozens, read by one statement. */
function namesOfPlans(desk: Desk): ReadonlyMap<string, string> {
  const rows = desk.view.sql<{ readonly id: Id; readonly name: string }>('select id, name from offer')
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function rowsOf<T extends MirrorTableName>(seen: readonly Seen<T>[]): Seen<T>['row'][] {
  return seen.map(({ row }) => row)
}

function openCasesOf(cases: readonly Seen<'service_case'>[]): CustomerView['openCases'] {
  return cases
    .filter(({ row }) => !['done', 'abandoned'].includes(row.state))
    .toSorted((a, b) => b.row.updated_at - a.row.updated_at)
    .map(({ row }) => ({
      caseId: row.id,
      reference: row.reference,
      openedBy: row.owner_name,
      updatedAt: row.updated_at,
    }))
}
