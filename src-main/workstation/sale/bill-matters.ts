import { evidenceSchema } from '#shared/domain/dispute/rows.ts'
import type { DisputeRow, Evidence } from '#shared/domain/dispute/rows.ts'
import type { Desk, Seen } from '#main/workstation/desk.ts'
import { roleFor } from '#shared/domain/adjustment/authority.ts'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { isAskedBack, waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import type { CreditableLine } from '#shared/domain/bill/credit-parts.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { taxCategories } from '#shared/domain/billing/taxes.ts'
import type { AuthorityPolicy, DisputePolicy, Reason } from '#shared/domain/catalogue/authority-policy.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { heldAmount } from '#shared/domain/dispute/collectable.ts'
import type { DisputeView } from '#shared/domain/dispute/contract.ts'
import { lastAppealDay } from '#shared/domain/dispute/deadlines.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import { isOneOf, roles, serving } from '#shared/domain/staff/roles.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { reversalOff } from './reversal-off.ts'
import { topUpOf } from './top-up.ts'

type Known = Pick<Desk, 'view' | 'policies' | 'businessDate' | 'session'>

/** What is held out of collections of each bill that somebody disputes, by bill; minor units, tax inside. */
export function heldOf(desk: Pick<Desk, 'view'>, bills: readonly BillRow[], customerId: string): Map<string, number> {
  const claims = new Map<string, number[]>()
  for (const { row } of desk.view.where('dispute', 'customer_id', customerId))
    if (isOpenDispute(row.state)) claims.set(row.bill_id, [...(claims.get(row.bill_id) ?? []), row.claimed_minor])
  return new Map(
    bills.flatMap(({ id, open_minor: open }) => {
      const held = heldAmount(open, claims.get(id) ?? [])
      return held === 0 ? [] : [[id, held]]
    }),
  )
}

/** A bill's lines in their turn with what credit notes gave back of each: a note's line stands at its line's position. */
export function creditableLines(desk: Pick<Desk, 'view'>, bill: BillRow): readonly CreditableLine[] {
  const notes = desk.view
    .where('bill', 'customer_id', bill.customer_id)
    .filter(({ row }) => row.kind === 'creditNote' && row.about_id === bill.id)
  const credited = new Map<number, number>()
  for (const { row: note } of notes)
    for (const { row } of desk.view.where('bill_line', 'bill_id', note.id))
      credited.set(row.position, (credited.get(row.position) ?? 0) + row.amount_minor)
  return desk.view
    .where('bill_line', 'bill_id', bill.id)
    .map(({ row }) => row)
    .toSorted((a, b) => a.position - b.position)
    .map((row) => ({
      lineId: row.id,
      amountMinor: row.amount_minor,
      creditedMinor: credited.get(row.position) ?? 0,
      tax: {
        category: taxCategories.find((one) => one === row.tax_category) ?? 'S',
        basisPoints: row.tax_basis_points,
      },
    }))
}

/** A dispute as the screen shows it. */
export function disputeView(desk: Known, { row, mark }: Seen<'dispute'>): DisputeView {
  const { market, disputes } = { market: desk.policies()?.market, disputes: desk.policies()?.disputes }
  const all = desk.view.where('dispute', 'customer_id', row.customer_id).map((seen) => seen.row)
  const appealedBy = all.find((one) => one.about_id === row.id && one.state !== 'withdrawn')?.reference ?? null
  return {
    ...about(desk, row),
    row,
    mark,
    isOpen: isOpenDispute(row.state),
    lines: desk.view.where('dispute_line', 'dispute_id', row.id).map(({ row: line }) => ({
      lineId: line.bill_line_id,
      claimedMinor: line.claimed_minor,
      grantedMinor: line.granted_minor,
      line: desk.view.get('bill_line', line.bill_line_id)?.row ?? null,
    })),
    topUp: (row.payment_id !== null && topUpOf(desk, row.payment_id)) || null,
    evidence: evidenceOf(row),
    lastAppealOn:
      disputes && market && row.decided_at !== null && row.state !== 'withdrawn' && row.about_id === null && !appealedBy
        ? appealDay(lastAppealDay(dateInZone(row.decided_at, market.zone), disputes), desk.businessDate())
        : null,
    appealedBy,
    about: all.find(({ id }) => id === row.about_id)?.reference ?? null,
    reasonName: nameOfReason(row.payment_id === null ? disputes?.disputeReasons : disputes?.topUpReasons, row.reason),
    turnTo: JSON.stringify(disputes?.turnTo ?? {}),
  }
}

/** A credit as the screen shows it: with who has the authority for it while it waits. */
export function creditView(desk: Known, { row, mark }: Seen<'adjustment'>): CreditView {
  const policies = desk.policies()
  const isWaiting = waitingAdjustments.some((state) => state === row.state)
  const reversal = reversalOff(desk, row)
  const session = desk.session()
  return {
    ...about(desk, row),
    row,
    mark,
    reasonName: nameOfReason(reasonsOf(row, policies?.disputes), row.reason),
    isWaiting,
    isMine: row.asked_by === session?.userId,
    mayAnswer: isAskedBack(row) && session !== undefined && isOneOf(session.role, serving),
    decides: isWaiting && policies ? decider(desk, row, policies.authority) : null,
    reverseOff: reversal.off,
    reverseUpToMinor: reversal.upToMinor,
  }
}

function reasonsOf(
  { kind, dispute_id }: AdjustmentRow,
  policy: DisputePolicy | undefined,
): readonly Reason[] | undefined {
  if (kind === 'charge') return policy?.chargeReasons
  if (dispute_id === null) return policy?.creditReasons
  return policy && [...policy.disputeReasons, ...policy.topUpReasons]
}

/** The role that has the authority for a request: the first one above that of whoever asked. */
function decider(desk: Known, row: AdjustmentRow, policy: AuthorityPolicy): string | null {
  const asked = roles.find((role) => role === (row.asked_role === '' ? desk.session()?.role : row.asked_role))
  const own = (asked && policy.roles[asked]?.perItemMinor) ?? 0
  return roleFor(Math.max(row.amount_minor, own + 1), policy) ?? null
}

function about({ view }: Known, row: { readonly customer_id: string; readonly bill_id: string }) {
  const customer = view.get('customer', row.customer_id)?.row
  const bill = view.get('bill', row.bill_id)?.row
  return {
    customerName: customer ? customerName(customer) : '',
    language: customer?.language ?? 'en',
    billNumber: bill?.number ?? '',
    billDate: bill?.bill_date ?? '',
  }
}

function appealDay(last: string, today: string): string | null {
  return today <= last ? last : null
}

function nameOfReason(reasons: readonly Reason[] | undefined, code: string): string {
  return JSON.stringify(reasons?.find((one) => one.code === code)?.names ?? { en: code })
}

/** What was shown for a dispute, as its row has it. */
export function evidenceOf({ evidence }: DisputeRow): Evidence {
  try {
    return evidenceSchema.safeParse(JSON.parse(evidence)).data ?? []
  } catch {
    return []
  }
}
