import type { Desk } from '#main/workstation/desk.ts'
import { authoritiesOf, roomOf } from '#shared/domain/adjustment/authority.ts'
import type { AuthorityRoom } from '#shared/domain/adjustment/contract.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { roles } from '#shared/domain/staff/roles.ts'
import { addDays } from '#shared/kernel/date.ts'
import { givenMoney } from './given-money.ts'

type Known = Pick<
  Desk,
  'view' | 'policies' | 'businessDate' | 'session' | 'isOnline' | 'lease' | 'decisions' | 'outbox'
>

/**
 * What of the authority of whoever sits here is left for a credit of one bill and reason, by the rows of this desk: the most
 * that one of their authorities allows. While the core is away the grant of the lease bounds it. The core judges again.
 */
export function authorityRoom(desk: Known, bill: BillRow, reason: string): AuthorityRoom {
  const { id: billId, customer_id: customerId, payable_minor: billMinor } = bill
  return roomFor(desk, { kind: 'credit', customerId, billId, billMinor, reason })
}

/** The same for a charge, which no bill bounds and no lease lends; `billId` '' where it comes from none. */
export function chargeRoom(
  desk: Known,
  of: { readonly customerId: string; readonly billId: string; readonly reason: string },
): AuthorityRoom {
  return { ...roomFor(desk, { kind: 'charge', billMinor: null, ...of }), grantMinor: null }
}

interface RoomOf {
  readonly kind: 'credit' | 'charge'
  readonly customerId: string
  readonly billId: string
  readonly billMinor: number | null
  readonly reason: string
}

function roomFor(desk: Known, { kind, customerId, billId, billMinor, reason }: RoomOf): AuthorityRoom {
  const policies = desk.policies()
  const session = desk.session()
  if (!policies || !session) return nothing
  const { authority: policy } = policies
  const today = desk.businessDate()
  const since = addDays(today, -policy.customerDays)
  const given = givenMoney(desk, { kind, customerId, billId, reason }, since)
  const handed = desk.view.where('delegation', 'to_id', session.userId).map(({ row }) => row)
  const rooms = authoritiesOf(session, handed, today, policy).map(({ userId, limits }) =>
    roomOf(
      {
        matterMinor: given.matterMinor,
        dayMinor: given.dayMinor(userId),
        customerMinor: given.customerMinor,
        billMinor,
      },
      limits,
    ),
  )
  const best = rooms.toSorted((a, b) => least(b) - least(a))[0]
  const isKin = desk.view
    .where('staff_kin', 'customer_id', customerId)
    .some(({ row }) => row.user_id === session.userId)
  const grantMinor = desk.isOnline() || kind === 'charge' ? null : grantLeft(desk)
  const leftMinor = isKin || !best ? 0 : Math.min(least(best), grantMinor ?? Number.POSITIVE_INFINITY)
  return {
    leftMinor,
    limits: best ? [...best] : [],
    customerDays: policy.customerDays,
    grantMinor,
    never: isKin ? 'OWN_HOUSEHOLD' : best ? null : 'NO_AUTHORITY',
    levels: roles
      .flatMap((role) => {
        const limits = policy.roles[role]
        return limits ? [{ role, perItemMinor: limits.perItemMinor }] : []
      })
      .toSorted((a, b) => a.perItemMinor - b.perItemMinor),
  }
}

/** What is left of the money that this lease lets one give while the core is away; 0 without a lease. */
export function grantLeft({ view, lease }: Pick<Desk, 'view' | 'lease'>): number {
  const held = lease()
  if (held.kind === 'ended') return 0
  const spent = view
    .where('adjustment', 'grant_id', held.grant.id)
    .map(({ row }) => row)
    .filter(({ state }) => state !== 'rejected' && state !== 'withdrawn')
  return Math.max(0, held.grant.amountMinor - sum(spent))
}

function sum(rows: readonly AdjustmentRow[]): number {
  return rows.reduce((all, { amount_minor: amount }) => all + amount, 0)
}

function least(limits: readonly AuthorityRoom['limits'][number][]): number {
  return Math.min(...limits.map(({ leftMinor }) => leftMinor))
}

const nothing: AuthorityRoom = {
  ...{ leftMinor: 0, limits: [], customerDays: 0, grantMinor: null, never: 'NO_AUTHORITY', levels: [] },
}
