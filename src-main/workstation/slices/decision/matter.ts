import { z } from 'zod'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { authoritiesOf, roomOf } from '#shared/domain/adjustment/authority.ts'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import { partsSchema } from '#shared/domain/adjustment/rows.ts'
import { creditParts } from '#shared/domain/bill/credit-parts.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import { recommend, recommendCredit } from '#shared/domain/dispute/recommend.ts'
import { evidenceSchema } from '#shared/domain/dispute/rows.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import { addDays, dayNumber } from '#shared/kernel/date.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { authorityFacts } from './authority-facts.ts'
import type { BillOfMatter } from './bill-of-matter.ts'
import { billOfMatter } from './bill-of-matter.ts'
import { claimedLines } from './claimed-lines.ts'
import { earlierOf, similarTo } from './earlier.ts'
import type { MatterRow } from './read-matters.ts'
import { matterOf, offOf } from './read-matters.ts'

/** Everything a decision is taken by, from this desk's rows. NOT_FOUND for a matter this desk does not know. */
export const matter = defineDeskHandler('decision.matter', async (desk, { kind, id }) => {
  const row = matterOf(desk, kind, id)
  const customer = row && desk.view.get('customer', row.customerId)?.row
  const policies = desk.policies()
  if (!row || !customer || !policies) return refuse('NOT_FOUND')
  const bill = await billOfMatter(desk, row.billId)
  const claims = claimsOf(desk, row)
  const shown = bill ? claimedLines(desk, row, bill, claims) : { lines: [], cause: null, isCompared: false }
  const { facts, delegations } = authorityFacts(desk, row, bill?.bill.payable_minor ?? 0)
  const similar = similarTo(desk, row)
  const before = earlierOf(desk, row)
  return ok({
    ...{ kind, id, dispute: row.dispute, credit: row.credit, customerId: row.customerId },
    ...{ customerName: customerName(customer), language: customer.language, reference: row.reference },
    ...{ request: row.request, state: row.state, isWaiting: row.isWaiting, off: offOf(desk, row), reason: row.reason },
    ...{ askedMinor: row.credit?.asked_minor ?? 0, claimedMinor: row.amountMinor },
    ...{ askedBy: row.askedBy, askedAt: row.askedAt, evidence: evidenceOf(row) },
    bill: bill?.bill ?? null,
    creditable: (bill?.lines ?? []).map((line) => ({ ...line, tax: { ...line.tax } })),
    claims: [...claims],
    lines: [...shown.lines],
    otherClaims: otherClaims(desk, row),
    recommendation: recommendation(desk, { row, bill, claims, shown, before, similar, facts, delegations }),
    facts,
    delegations: [...delegations],
    before: before.slice(0, 5),
    similar: similar.slice(0, 5),
    today: desk.businessDate(),
    policy: { authority: policies.authority, disputes: policies.disputes },
  })
})

/** What is claimed of which line; a credit that was asked for may name lines too. */
export function claimsOf({ view }: Pick<Desk, 'view'>, { dispute, credit }: MatterRow): readonly Part[] {
  if (credit) return partsSchema.parse(z.json().parse(JSON.parse(credit.lines)))
  if (!dispute) return []
  return view
    .where('dispute_line', 'dispute_id', dispute.id)
    .map(({ row }) => ({ lineId: row.bill_line_id, amountMinor: row.claimed_minor }))
}

function otherClaims({ view }: Desk, { id, billId }: MatterRow): number[] {
  return view
    .where('dispute', 'bill_id', billId)
    .filter(({ row }) => row.id !== id && isOpenDispute(row.state))
    .map(({ row }) => row.claimed_minor)
}

function evidenceOf({ dispute }: MatterRow): Matter['evidence'] {
  return dispute ? evidenceSchema.parse(z.json().parse(JSON.parse(dispute.evidence))) : []
}

interface Known extends Pick<Matter, 'facts' | 'delegations'> {
  readonly row: MatterRow
  readonly bill: BillOfMatter | undefined
  readonly claims: readonly Part[]
  readonly shown: ReturnType<typeof claimedLines>
  readonly before: Matter['before']
  readonly similar: Matter['similar']
}

type ReadonlyKnown = Omit<Known, 'before' | 'similar' | 'delegations'> & {
  readonly before: readonly Matter['before'][number][]
  readonly similar: readonly Matter['similar'][number][]
  readonly delegations: readonly Matter['delegations'][number][]
}

function recommendation(desk: Desk, known: ReadonlyKnown): Matter['recommendation'] {
  const { row, bill, shown, before, similar, facts } = known
  if (row.kind === 'credit') {
    const { amountMinor, reasons } = recommendCredit(row.amountMinor, customerRoom(desk, known), facts.customerMinor)
    return { amountMinor, lines: [], reasons: [...reasons] }
  }
  const wrong = shown.lines.flatMap(({ line, claimedMinor, shouldMinor }) => {
    const amountMinor = Math.min(claimedMinor, line.amount_minor - shouldMinor)
    return amountMinor > 0 ? [{ lineId: line.id, amountMinor }] : []
  })
  const sums = bill && wrong.length > 0 ? creditParts(bill.lines, wrong, bill.isTaxIncluded) : undefined
  const wrongMinor = sums?.ok === true ? sums.value.totals.payableMinor : shown.isCompared ? 0 : null
  const yearAgo = dayNumber(addDays(desk.businessDate(), -365)) * 86_400_000
  const { amountMinor, reasons } = recommend({
    ...{ claimedMinor: row.amountMinor, wrongMinor, cause: shown.cause },
    similar: similar.map(({ claimedMinor, grantedMinor }) => ({ claimedMinor, grantedMinor })),
    earlier: before.filter(({ kind, at }) => kind === 'dispute' && at >= yearAgo).length,
  })
  return { amountMinor, lines: sums?.ok === true ? wrong : [], reasons: [...reasons] }
}

/** What whoever sits here may still give this customer. */
function customerRoom(desk: Desk, { facts, delegations }: ReadonlyKnown): number {
  const policy = desk.policies()?.authority
  const session = desk.session()
  if (!policy || !session) return 0
  const rooms = authoritiesOf(session, delegations, desk.businessDate(), policy).map(({ limits }) => {
    const left = roomOf({ ...facts, dayMinor: 0 }, limits).find(({ limit }) => limit === 'customer')
    return left?.leftMinor ?? 0
  })
  return Math.max(0, ...rooms)
}
