import type { Desk } from '#main/workstation/desk.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { MatterRow } from './read-matters.ts'
import { kinOf } from './read-matters.ts'

type Facts = Pick<Matter, 'facts' | 'delegations'>

/** What the authority of whoever sits here is judged by, from this desk's rows; the core counts again. */
export function authorityFacts(
  desk: Pick<Desk, 'view' | 'session' | 'businessDate' | 'policies' | 'decisions'>,
  matter: MatterRow,
  billMinor: number,
): Facts {
  const userId = desk.session()?.userId ?? ''
  const today = desk.businessDate()
  const days = desk.policies()?.authority.customerDays ?? 90
  const given = givenTo(desk, matter.customerId)
  const since = addDays(today, -days)
  const delegations = desk.view.where('delegation', 'to_id', userId).map(({ row }) => row)
  return {
    delegations,
    facts: {
      matterMinor: sum(given.filter((row) => row.bill_id === matter.billId && row.reason === matter.reason)),
      customerMinor: sum(given.filter((row) => row.decided_on > since)),
      billMinor,
      userId,
      askedBy: matter.askedById,
      signed: matter.signed,
      firstBy: firstDecider(desk, matter),
      kin: kinOf(desk, matter.customerId),
      dayMinor: Object.fromEntries(
        [userId, ...delegations.map(({ from_id: from }) => from)].map((id) => [id, givenOn(desk, id, today)]),
      ),
    },
  }
}

/** Of an appeal: who decided the first time. */
export function firstDecider({ view }: Pick<Desk, 'view'>, { dispute }: MatterRow): Id | null {
  const aboutId = dispute?.about_id ?? null
  return aboutId === null ? null : (view.get('dispute', aboutId)?.row.decided_by ?? null)
}

/** All a customer was ever given: splits of one bill and reason stay one matter. */
function givenTo({ view }: Pick<Desk, 'view'>, customerId: Id): readonly AdjustmentRow[] {
  return view
    .where('adjustment', 'customer_id', customerId)
    .map(({ row }) => row)
    .filter((row) => row.kind === 'credit' && row.state === 'applied')
}

/** What an authority gave on a day, decisions still held here among it. */
function givenOn(
  { view, decisions, session }: Pick<Desk, 'view' | 'decisions' | 'session'>,
  userId: Id,
  on: string,
): number {
  const [row] = view.sql<{ readonly sum: number | null }>(
    `select sum(amount_minor) as sum from adjustment
      where authority_of = ? and decided_on = ? and kind = 'credit' and state = 'applied'`,
    userId,
    on,
  )
  const held = userId === session()?.userId ? decisions.list().filter(({ outcome }) => outcome !== 'signed') : []
  return (row?.sum ?? 0) + held.reduce((all, { amountMinor }) => all + amountMinor, 0)
}

function sum(rows: readonly AdjustmentRow[]): number {
  return rows.reduce((all, { amount_minor: amount }) => all + amount, 0)
}
