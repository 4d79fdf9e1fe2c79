import type { Desk } from '#main/workstation/desk.ts'
import { givenMoney } from '#main/workstation/sale/given-money.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { MatterRow } from './read-matters.ts'
import { kinOf } from './read-matters.ts'

type Facts = Pick<Matter, 'facts' | 'delegations'>

/** What the authority of whoever sits here is judged by, from this desk's rows; the core counts again. */
export function authorityFacts(
  desk: Pick<Desk, 'view' | 'session' | 'businessDate' | 'policies' | 'decisions' | 'outbox'>,
  matter: MatterRow,
  billMinor: number,
): Facts {
  const userId = desk.session()?.userId ?? ''
  const today = desk.businessDate()
  const days = desk.policies()?.authority.customerDays ?? 90
  const given = givenMoney(desk, { ...matter, kind: 'credit' }, addDays(today, -days))
  const delegations = desk.view.where('delegation', 'to_id', userId).map(({ row }) => row)
  return {
    delegations,
    facts: {
      matterMinor: given.matterMinor,
      customerMinor: given.customerMinor,
      billMinor,
      userId,
      askedBy: matter.askedById,
      signed: matter.signed,
      firstBy: firstDecider(desk, matter),
      kin: kinOf(desk, matter.customerId),
      dayMinor: Object.fromEntries(
        [userId, ...delegations.map(({ from_id: from }) => from)].map((id) => [id, given.dayMinor(id)]),
      ),
    },
  }
}

/** Of an appeal: who decided the first time. */
export function firstDecider({ view }: Pick<Desk, 'view'>, { dispute }: MatterRow): Id | null {
  const aboutId = dispute?.about_id ?? null
  return aboutId === null ? null : (view.get('dispute', aboutId)?.row.decided_by ?? null)
}
