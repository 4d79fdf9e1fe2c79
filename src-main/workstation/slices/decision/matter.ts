import { z } from 'zod'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { RecountKnown } from '#main/workstation/recounts.ts'
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
import type { JudgedLine } from './claimed-lines.ts'
import { claimedLines } from './claimed-lines.ts'
import { earlierOf, similarTo } from './earlier.ts'
import type { MatterRow } from './read-matters.ts'
import { matterOf, offOf } from './read-matters.ts'
import { recommendedOfTopUp, topUpOfMatter } from './top-up-of-matter.ts'

/** Everything a decision is taken by, from this desk's rows. NOT_FOUND for a matter this desk does not know. */
export const matter = defineDeskHandler('decision.matter', async (desk, { kind, id }) => {
  const row = matterOf(desk, kind, id)
  const read = row && (await readMatter(desk, row))
  return read ? ok(read) : refuse('NOT_FOUND')
})

/** The same lines once the core has counted the bill anew. The screen stands before that. */
export const recount = defineDeskHandler('decision.recount', async (desk, { kind, id }) => {
  const row = matterOf(desk, kind, id)
  const known = row && (await desk.recounts.ask(row.billId))
  const read = row && (await readMatter(desk, row, known))
  return read
    ? ok({ lines: read.lines, recommendation: read.recommendation, recount: read.recount })
    : refuse('NOT_FOUND')
})

/** The same of a row at hand; undefined for a customer, or under a policy, that this desk does not know. */
export async function readMatter(desk: Desk, row: MatterRow, told?: RecountKnown): Promise<Matter | undefined> {
  const { kind, id } = row
  const customer = desk.view.get('customer', row.customerId)?.row
  const policies = desk.policies()
  if (!customer || !policies) return undefined
  const topUp = topUpOfMatter(desk, row)
  const bill = await billOfMatter(desk, row.billId)
  const claims = claimsOf(desk, row)
  const counted = bill && row.kind === 'dispute' ? (told ?? desk.recounts.of(row.billId)) : nothingAsked
  const shown = bill ? claimedLines(desk, row, bill, claims, counted) : []
  const { facts, delegations } = authorityFacts(desk, row, bill?.bill.payable_minor ?? topUp?.topUpMinor ?? 0)
  const similar = similarTo(desk, row)
  const before = earlierOf(desk, row)
  return {
    ...{ kind, id, dispute: row.dispute, credit: row.credit, customerId: row.customerId },
    ...{ customerName: customerName(customer), language: customer.language, reference: row.reference },
    ...{ request: row.request, state: row.state, isWaiting: row.isWaiting, off: offOf(desk, row), reason: row.reason },
    ...{ askedMinor: row.credit?.asked_minor ?? 0, claimedMinor: row.amountMinor },
    ...{ askedBy: row.askedBy, askedAt: row.askedAt, evidence: evidenceOf(row) },
    bill: bill?.bill ?? null,
    topUp: topUp ?? null,
    creditable: (bill?.lines ?? []).map((line) => ({ ...line, tax: { ...line.tax } })),
    claims: [...claims],
    lines: shown.map(({ line }) => line),
    recount: counted.state,
    otherClaims: otherClaims(desk, row),
    recommendation: topUp
      ? recommendedOfTopUp(topUp, row, before)
      : recommendation(desk, { row, bill, claims, shown, counted, before, similar, facts, delegations }),
    facts,
    delegations: [...delegations],
    before: before.slice(0, 5),
    similar: similar.slice(0, 5),
    today: desk.businessDate(),
    policy: { authority: policies.authority, disputes: policies.disputes },
  }
}

/** What is claimed of which line; a credit that was asked for may name lines too. */
export function claimsOf({ view }: Pick<Desk, 'view'>, { dispute, credit }: MatterRow): readonly Part[] {
  if (credit) return partsSchema.parse(z.json().parse(JSON.parse(credit.lines)))
  if (!dispute) return []
  return view
    .where('dispute_line', 'dispute_id', dispute.id)
    .map(({ row }) => ({ lineId: row.bill_line_id, amountMinor: row.claimed_minor }))
}

function otherClaims({ view }: Desk, { id, billId }: MatterRow): number[] {
  // top-ups, of whomever, have none
  if (billId === '') return []
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
  readonly shown: readonly JudgedLine[]
  readonly counted: RecountKnown
  readonly before: Matter['before']
  readonly similar: Matter['similar']
}

type ReadonlyKnown = Omit<Known, 'before' | 'similar' | 'delegations'> & {
  readonly before: readonly Matter['before'][number][]
  readonly similar: readonly Matter['similar'][number][]
  readonly delegations: readonly Matter['delegations'][number][]
}

function recommendation(desk: Desk, known: ReadonlyKnown): Matter['recommendation'] {
  const { row, bill, shown, counted, before, similar, facts } = known
  if (row.kind === 'credit') {
    const { amountMinor, reasons } = recommendCredit(row.amountMinor, customerRoom(desk, known), facts.customerMinor)
    return { amountMinor, lines: [], reasons: [...reasons] }
  }
  const wrong = shown.flatMap((one) => {
    const amountMinor = Math.min(one.line.claimedMinor, stillWrong(one, bill))
    return amountMinor > 0 ? [{ lineId: one.line.line.id, amountMinor }] : []
  })
  const sums = bill && wrong.length > 0 ? creditParts(bill.lines, wrong, bill.isTaxIncluded) : undefined
  const doubts = shown.flatMap(({ verdict }) => verdict.doubts)
  const yearAgo = dayNumber(addDays(desk.businessDate(), -365)) * 86_400_000
  const { amountMinor, reasons } = recommend({
    claimedMinor: row.amountMinor,
    wrongMinor: sums?.ok === true ? sums.value.totals.payableMinor : 0,
    isJudged: shown.length > 0 && !doubts.some(({ of }) => of === 'core'),
    isAboutPrice: judgedByBill.includes(row.reason),
    findings: shown.flatMap(({ verdict }) => verdict.findings),
    settledMinor: shown.reduce((sum, { verdict }) => sum + Math.max(0, verdict.settledMinor), 0),
    doubts,
    recount: counted.state,
    similar: similar.map(({ claimedMinor, grantedMinor }) => ({ claimedMinor, grantedMinor })),
    earlier: before.filter(({ kind, at }) => kind === 'dispute' && at >= yearAgo).length,
  })
  return { amountMinor, lines: sums?.ok === true ? wrong : [], reasons: [...reasons] }
}

/** Reasons of a dispute that what is on record answers by itself: how similar ones ended says nothing then. */
const judgedByBill: readonly string[] = ['otherPrice', 'twice', 'ended']

/** What of a line is wrong and not given back yet: neither by a credit note nor by what other bills see to. */
function stillWrong({ line: { line }, verdict }: JudgedLine, bill: BillOfMatter | undefined): number {
  const creditedMinor = bill?.lines.find(({ lineId }) => lineId === line.id)?.creditedMinor ?? 0
  const goneMinor = Math.max(0, verdict.settledMinor) + Math.max(0, creditedMinor)
  return Math.max(0, line.amount_minor - verdict.shouldMinor - goneMinor)
}

const nothingAsked: RecountKnown = { state: 'known', lines: [] }

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
