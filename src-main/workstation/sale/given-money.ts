import type { Desk } from '#main/workstation/desk.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import type { HeldDecision } from '#shared/domain/dispute/decision-contract.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { IsoDate } from '#shared/kernel/date.ts'

/** What limits of authority are counted by, minor units. */
export interface GivenMoney {
  /** For the same bill and the same reason: splits are one matter. */
  readonly matterMinor: number
  /** To this customer since a day. */
  readonly customerMinor: number
  /** Today by the authority of a person. */
  readonly dayMinor: (userId: Id) => number
}

type Known = Pick<Desk, 'view' | 'session' | 'businessDate' | 'decisions' | 'outbox'>

/**
 * What was given until now, as this desk knows it: booked by the core, given here under a grant, and decided here and not yet
 * booked, whether it can still be taken back or is on its way. The core counts again.
 */
export function givenMoney(desk: Known, { kind, customerId, billId, reason }: GivenOf, since: IsoDate): GivenMoney {
  const { view } = desk
  const me = desk.session()?.userId
  const rows = view
    .where('adjustment', 'customer_id', customerId)
    .map(({ row }) => row)
    .filter((row) => row.kind === kind && (isProvisional(row) || row.state === 'applied'))
  // what is decided here gives credits only
  const here = kind === 'credit' ? decidedHere(desk) : []
  const ofCustomer = here.filter((one) => one.customerId === customerId)
  const ofMatter = ofCustomer.filter((one) => {
    const about = matterRow(desk, one)
    return about?.bill_id === billId && about.reason === reason
  })
  return {
    matterMinor: sum(rows.filter((row) => row.bill_id === billId && row.reason === reason)) + total(ofMatter),
    customerMinor: sum(rows.filter((row) => isProvisional(row) || row.decided_on > since)) + total(ofCustomer),
    dayMinor: (userId) => {
      const booked = bookedOn(desk, userId, kind)
      if (userId !== me) return booked
      const pending = view.pendingRows('adjustment').map(({ row }) => row)
      const own = pending.filter((row) => row.kind === kind && row.asked_by === me && isProvisional(row))
      return booked + sum(own) + total(here)
    },
  }
}

interface GivenOf {
  readonly kind: 'credit' | 'charge'
  readonly customerId: Id
  readonly billId: string
  readonly reason: string
}

function bookedOn({ view, businessDate }: Known, userId: Id, kind: GivenOf['kind']): number {
  const [row] = view.sql<{ readonly sum: number | null }>(
    `select sum(amount_minor) as sum from adjustment
      where authority_of = ? and decided_on = ? and kind = ? and state = 'applied'`,
    userId,
    businessDate(),
    kind,
  )
  return row?.sum ?? 0
}

/** Given by whoever sits here and not yet in the rows; a signature gives nothing. */
function decidedHere(desk: Known): readonly HeldDecision[] {
  const { decisions, outbox } = desk
  const onTheWay = decisions.sent().filter((one) => {
    const state = outbox.get(one.heldId)?.state
    if (state === 'applied') return isStillOpen(desk, one)
    return state === 'captured' || state === 'sending' || state === 'blocked'
  })
  return [...decisions.list(), ...onTheWay].filter(({ outcome }) => outcome !== 'signed')
}

/** The rows of a decision come with its matter, decided, in one step: until then they are not counted. */
function isStillOpen(desk: Known, one: HeldDecision): boolean {
  const state = matterRow(desk, one)?.state
  return one.kind === 'dispute' ? isOpenDispute(state ?? '') : waitingAdjustments.some((name) => name === state)
}

function matterRow({ view }: Known, { kind, id }: HeldDecision) {
  return (kind === 'dispute' ? view.get('dispute', id) : view.get('adjustment', id))?.row
}

/** Given under a grant, or charged, and not yet judged by the core. */
function isProvisional({ state, kind, grant_id: grant }: AdjustmentRow): boolean {
  return state === 'approved' && (grant !== null || kind === 'charge')
}

function sum(rows: readonly AdjustmentRow[]): number {
  return rows.reduce((all, { amount_minor: amount }) => all + amount, 0)
}

function total(decided: readonly HeldDecision[]): number {
  return decided.reduce((all, { amountMinor }) => all + amountMinor, 0)
}
