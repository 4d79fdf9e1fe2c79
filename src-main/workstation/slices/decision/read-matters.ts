import { z } from 'zod'
import type { Desk } from '#main/workstation/desk.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { isAskedBack, waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import type { MatterKind, OffReason } from '#shared/domain/dispute/decision-contract.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import { isOpenDispute, openDisputes } from '#shared/domain/dispute/states.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** A dispute, or a credit that somebody asked for, as what both have. */
export interface MatterRow {
  readonly kind: MatterKind
  readonly id: Id
  readonly customerId: Id
  readonly billId: string
  readonly reference: string
  readonly state: string
  readonly request: number
  readonly reason: string
  readonly amountMinor: number
  readonly askedById: Id
  readonly askedBy: string
  readonly askedAt: number
  readonly assignedTo: string
  readonly signed: {
    readonly userId: Id
    readonly role: string
    readonly amountMinor: number
    readonly name: string
  } | null
  readonly answerBy: string | null
  readonly isWaiting: boolean
  readonly dispute: DisputeRow | null
  readonly credit: AdjustmentRow | null
}

/** All that waits for somebody, in no order. */
export function waitingMatters({ view }: Pick<Desk, 'view'>): readonly MatterRow[] {
  const disputes = openDisputes
    .flatMap((state) => view.where('dispute', 'state', state))
    .map(({ row }) => ofDispute(row))
  const credits = waitingAdjustments
    .flatMap((state) => view.where('adjustment', 'state', state))
    .map(({ row }) => ofCredit(row))
  return [...disputes, ...credits]
}

/** One of them by its id, whatever became of it. */
export function matterOf({ view }: Pick<Desk, 'view'>, kind: MatterKind, id: Id): MatterRow | undefined {
  if (kind === 'dispute') {
    const row = view.get('dispute', id)?.row
    return row && ofDispute(row)
  }
  const row = view.get('adjustment', id)?.row
  return row && ofCredit(row)
}

export function ofDispute(row: DisputeRow): MatterRow {
  const { proposed_by: userId, proposed_role: role, proposed_name: name, proposed_minor: amountMinor } = row
  return {
    ...{ kind: 'dispute', id: row.id, customerId: row.customer_id, billId: row.bill_id, reference: row.reference },
    ...{ state: row.state, request: row.request, reason: row.reason, amountMinor: row.claimed_minor },
    ...{ askedById: row.filed_by, askedBy: row.filed_name, askedAt: row.filed_at, assignedTo: row.assigned_to },
    signed: userId === '' || amountMinor === null ? null : { userId, role, amountMinor, name },
    ...{ answerBy: row.answer_by, isWaiting: isOpenDispute(row.state), dispute: row, credit: null },
  }
}

export function ofCredit(row: AdjustmentRow): MatterRow {
  const { proposed_by: userId, proposed_role: role, proposed_name: name, amount_minor: amountMinor } = row
  return {
    ...{ kind: 'credit', id: row.id, customerId: row.customer_id, billId: row.bill_id, reference: row.reference },
    ...{ state: row.state, request: row.request, reason: row.reason, amountMinor },
    ...{ askedById: row.asked_by, askedBy: row.asked_name, askedAt: row.asked_at, assignedTo: row.assigned_to },
    signed: userId === '' ? null : { userId, role, amountMinor, name },
    ...{ answerBy: null, isWaiting: waitingAdjustments.some((one) => one === row.state), dispute: null, credit: row },
  }
}

/** Why whoever sits here cannot decide a matter; null where they can, above their authority or within it. */
export function offOf(
  desk: Pick<Desk, 'view' | 'session' | 'outbox' | 'decisions'>,
  matter: MatterRow,
): OffReason | null {
  const userId = desk.session()?.userId ?? ''
  if (isDecidedHere(desk, matter)) return 'sent'
  if (matter.askedById === userId) return 'own'
  if (matter.dispute?.about_id && desk.view.get('dispute', matter.dispute.about_id)?.row.decided_by === userId)
    return 'first'
  if (kinOf(desk, matter.customerId).includes(userId)) return 'household'
  if (matter.credit && isAskedBack(matter.credit)) return 'asked'
  if (matter.signed?.userId === userId) return 'signed'
  return matter.state === 'waitingForCustomer' ? 'waits' : null
}

/** Colleagues whose household a customer belongs to. */
export function kinOf({ view }: Pick<Desk, 'view'>, customerId: Id): string[] {
  return view.where('staff_kin', 'customer_id', customerId).map(({ row }) => row.user_id)
}

const decided = z.object({ request: z.int() })

/** Decided at this desk: held, on its way, or applied while the row here still stands as it did. */
export function isDecidedHere(
  { outbox, decisions, session }: Pick<Desk, 'outbox' | 'decisions' | 'session'>,
  { kind, id, request, signed }: MatterRow,
): boolean {
  if (decisions.list().some((one) => one.kind === kind && one.id === id)) return true
  return outbox.touching(kind === 'dispute' ? `dispute:${id}` : `adjustment:${id}`).some((item) => {
    if (item.type !== 'dispute.decideDispute' && item.type !== 'adjustment.decideCredit') return false
    if (decided.safeParse(item.body).data?.request !== request) return false
    if (item.state === 'applied') return signed?.userId !== session()?.userId
    return item.state === 'captured' || item.state === 'sending' || item.state === 'blocked'
  })
}
