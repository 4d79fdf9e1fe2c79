import type { AdjustmentRow, Part } from '#shared/domain/adjustment/rows.ts'
import { adjustmentMachine } from '#shared/domain/adjustment/states.ts'
import type { Authority } from '#shared/domain/adjustment/authority.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { glRows } from '../bill/bill-rows.ts'
import { creditAmount, creditLines } from '../bill/credit-lines.ts'
import { keepAccount } from '../bill/keep-account.ts'
import { mustMove } from '../kit/move.ts'

/** What a credit is booked by; `parts` [] shares `askedMinor` over the bill. */
export interface CreditToApply {
  readonly billId: string
  readonly disputeId: string | null
  readonly askedMinor: number
  readonly parts: readonly Part[]
}

/**
 * Makes an approved credit's note and gives what its row holds from then on. What was judged before in this transaction
 * fits, so a refusal of the note is a bug and throws.
 */
export async function applyCredit(
  context: HandlerContext,
  id: string,
  { billId, disputeId, askedMinor, parts }: CreditToApply,
  { authority, note }: { readonly authority: Authority; readonly note: string },
): Promise<Partial<AdjustmentRow> & Pick<AdjustmentRow, 'state' | 'amount_minor'>> {
  const facts = {
    ...{ id: `${id}:note`, billId, on: context.businessDate },
    reason: disputeId === null ? ('goodwill' as const) : ('dispute' as const),
  }
  const made =
    parts.length > 0
      ? await creditLines(context, { ...facts, parts })
      : await creditAmount(context, { ...facts, amountMinor: askedMinor })
  if (!made.ok) throw new Error(`a credit that fits was refused: ${made.error.code}`)
  return {
    ...appliedBy(context, { authority, note }),
    amount_minor: made.value.note.payable_minor,
    document_id: made.value.note.id,
  }
}

/** Makes an approved credit of no bill: it is to the customer's good, and the next bill takes it. */
export async function applyAccountCredit(
  context: HandlerContext,
  row: Pick<AdjustmentRow, 'id' | 'scope' | 'customer_id' | 'currency' | 'amount_minor'>,
  by: Approval,
): Promise<Partial<AdjustmentRow> & Pick<AdjustmentRow, 'state' | 'amount_minor'>> {
  await bookAccountCredit(context, row, 'creditGranted')
  return { ...appliedBy(context, by), amount_minor: row.amount_minor }
}

/** Books a credit of no bill, or its opposite. */
export async function bookAccountCredit(
  context: HandlerContext,
  row: Pick<AdjustmentRow, 'id' | 'scope' | 'customer_id' | 'currency' | 'amount_minor'>,
  kind: 'creditGranted' | 'creditTakenBack',
): Promise<void> {
  const event = { kind, amountMinor: row.amount_minor }
  await context.tx
    .insertInto('gl_entry')
    .values([...glRows(row, `${row.id}:${kind}`, context.businessDate, event)])
    .execute()
  await keepAccount(context, row.customer_id, context.businessDate)
}

interface Approval {
  readonly authority: Authority
  readonly note: string
}

function appliedBy(context: HandlerContext, { authority, note }: Approval) {
  return {
    state: mustMove(adjustmentMachine, 'approved', 'apply', undefined),
    decided_by: context.authority.userId,
    decided_name: context.authority.name,
    authority_of: authority.userId,
    decided_at: context.now,
    decided_on: context.businessDate,
    decision_note: note,
  }
}
