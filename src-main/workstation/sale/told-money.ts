import { z } from 'zod'
import type { Desk } from '#main/workstation/desk.ts'
import type { ToldItem } from '#shared/contract/desk.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { isAskedBack } from '#shared/domain/adjustment/states.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'

/** An outcome is told for so long: an agent may be off for a weekend. */
const toldMs = 72 * 60 * 60_000

/**
 * What became of disputes and credits that the person at this desk took in or asked for: decided by somebody else, a question
 * that is to be answered, and what the core made of credits that were given without it.
 */
export function toldOfMoney(desk: Pick<Desk, 'view' | 'outbox' | 'session' | 'now'>): readonly ToldItem[] {
  const me = desk.session()?.userId
  if (me === undefined) return []
  const since = desk.now() - toldMs
  const disputes = desk.view.sql<DisputeRow>(
    `select * from dispute where filed_by = ? and (decided_at >= ? or state = 'waitingForCustomer')`,
    me,
    since,
  )
  const credits = desk.view.sql<AdjustmentRow>(
    `select * from adjustment where asked_by = ? and dispute_id is null
      and (asked_at >= ? or reversed_at >= ? or waiting_since is not null)`,
    me,
    since - toldMs,
    since,
  )
  return [
    ...disputes.flatMap((row) => disputeItem(desk, row, me)),
    ...credits.flatMap((row) => creditItem(desk, row, me)),
  ]
}

function disputeItem(desk: Pick<Desk, 'view'>, row: DisputeRow, me: string): readonly ToldItem[] {
  const about = { reference: row.reference, state: `dispute.state.${row.state}`, amountMinor: row.granted_minor }
  const matter = { kind: 'dispute' as const, id: row.id }
  if (row.state === 'waitingForCustomer')
    return [
      item(desk, row, {
        ...{ matter, at: row.waiting_since ?? row.filed_at, type: 'dispute.askBack' },
        sentence: say('told.disputeAsked', { ...about, question: row.question }),
      }),
    ]
  if (row.decided_by === me || row.decided_at === null) return []
  const sentence = say('told.disputeDecided', { ...about, by: row.decided_name })
  return [item(desk, row, { matter, at: row.decided_at, type: 'dispute.decideDispute', sentence })]
}

function creditItem(desk: Pick<Desk, 'view' | 'outbox'>, row: AdjustmentRow, me: string): readonly ToldItem[] {
  const about = { reference: row.reference, amountMinor: row.amount_minor, by: row.decided_name }
  const matter = { kind: 'credit' as const, id: row.id }
  const told = (sentence: Sentence, at: number): readonly ToldItem[] => [
    item(desk, row, { matter, at, type: 'adjustment.giveCredit', sentence }),
  ]
  // answered here, whether or not the core has the answer yet, it is told no more
  if (isAskedBack(desk.view.get('adjustment', row.id)?.row ?? row))
    return [
      item(desk, row, {
        ...{ matter, at: row.waiting_since ?? row.asked_at, type: 'adjustment.askBack' },
        sentence: say('told.creditAsked', { ...about, by: row.question_by, question: row.question }),
      }),
    ]
  if (row.state === 'reversed' && row.reversed_by !== me)
    return told(say('told.creditReversed', { ...about, by: row.reversed_name }), row.reversed_at ?? row.asked_at)
  const isOfOther = row.decided_by !== '' && row.decided_by !== me
  if (row.state === 'rejected' && isOfOther)
    return told(say('told.creditRejected', about), row.decided_at ?? row.asked_at)
  if (row.state === 'applied' && isOfOther) return told(say('told.creditGiven', about), row.decided_at ?? row.asked_at)
  const isJudged = row.state === 'applied' || row.state === 'pendingApproval'
  if (isOfOther || !isJudged || !wasGivenAlone(desk, row)) return []
  return row.state === 'applied'
    ? told(say('told.grantConfirmed', about), row.decided_at ?? row.asked_at)
    : told(say('told.grantAsked', about), row.asked_at)
}

const underGrant = z.object({ adjustmentId: z.string(), grantId: z.string() })

/** Given here under the grant of a lease. The core takes the grant off a row that it does not cover: the command knows. */
function wasGivenAlone({ outbox }: Pick<Desk, 'outbox'>, row: AdjustmentRow): boolean {
  if (row.grant_id !== null) return true
  return outbox
    .touching(`bill:${row.bill_id}`)
    .some(
      (item) => item.type === 'adjustment.giveCredit' && underGrant.safeParse(item.body).data?.adjustmentId === row.id,
    )
}

function item(
  { view }: Pick<Desk, 'view'>,
  row: { readonly id: string; readonly customer_id: string; readonly case_id: string | null },
  said: Pick<ToldItem, 'matter' | 'at' | 'type' | 'sentence'>,
): ToldItem {
  const customer = view.get('customer', row.customer_id)?.row
  return {
    ...{ taskId: row.id, caseId: row.case_id, code: '', kind: 'decided', by: '', deskName: '', byType: said.type },
    customerName: customer ? customerName(customer) : '',
    ...said,
  }
}
