import { chargeIdOf } from '#shared/domain/adjustment/charge.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { adjustmentMachine } from '#shared/domain/adjustment/states.ts'
import { reversedLetter } from '#shared/domain/dispute/letter.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { creditOf, lockAccount } from '../bill/keep-account.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mustMove } from '../kit/move.ts'
import { tellDecision } from '../message/tell-decision.ts'
import { bookAccountCredit } from './apply-credit.ts'
import { putOnNextBill } from './put-on-next-bill.ts'
import { judgeTakingBack } from './read-authority.ts'

/**
 * Takes a credit back: its note stays as it is, and its sum is a line of the next bill. A charge is taken off the next bill
 * while none holds it; from then on its line is credited like any other.
 */
export const reverseCredit = defineHandler('adjustment.reverseCredit', {
  run: async (context, body) => {
    const known = await context.get('adjustment', body.adjustmentId)
    if (!known || known.scope !== context.scope || known.customer_id !== body.customerId)
      return rejected('ADJUSTMENT_UNKNOWN')
    await lockAccount(context, known.customer_id)
    const row = await context.get('adjustment', body.adjustmentId)
    if (row?.state === 'reversed') return rejected('REVERSED_ALREADY', { by: row.reversed_name })
    if (row?.state !== 'applied') return rejected('NOT_GIVEN')
    if (body.note.trim() === '') return rejected('NOTE_MISSING')
    const judged = await judgeTakingBack(context, row)
    if (!judged) return rejected('NO_AUTHORITY')
    if (judged.kind === 'never') return rejected(judged.code)
    if (judged.kind === 'above') return rejected('ABOVE_AUTHORITY', { leftMinor: judged.leftMinor })
    if (!(row.kind === 'charge' ? await takeOff(context, row) : await chargeAgain(context, row)))
      return rejected('CHARGE_BILLED')
    await context.patch('adjustment', row.id, {
      state: mustMove(adjustmentMachine, row.state, 'reverse', undefined),
      ...{ reversed_by: context.authority.userId, reversed_name: context.authority.name },
      ...{ reversed_at: context.now, reversal_note: body.note },
    })
    const number = row.bill_id === '' ? '' : ((await context.get('bill', row.bill_id))?.number ?? '')
    await tellDecision(context, {
      ...{ template: 'creditDecided', customerId: row.customer_id, caseId: row.case_id, about: row.id },
      letter: () =>
        reversedLetter({ isCharge: row.kind === 'charge', number, amountMinor: row.amount_minor, note: body.note }),
    })
    return applied
  },
})

/** A charge that no bill holds is gone; false where one does. */
async function takeOff({ tx }: HandlerContext, { id }: AdjustmentRow): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('charge')
    .where('id', '=', chargeIdOf(id, 'charge'))
    .where('billed_on', 'is', null)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/**
 * The sum of the credit note on the next bill, before tax where the account's prices are. A credit of no bill that is still
 * to the customer's good is booked back.
 */
async function chargeAgain(context: HandlerContext, row: AdjustmentRow): Promise<true> {
  if (row.bill_id === '' && (await creditOf(context.tx, row.customer_id)) >= row.amount_minor) {
    await bookAccountCredit(context, row, 'creditTakenBack')
    return true
  }
  const note = row.document_id === null ? undefined : await context.get('bill', row.document_id)
  const lines = await context.tx
    .selectFrom('bill_line as given')
    .innerJoin('bill_line as billed', 'billed.position', 'given.position')
    .select('billed.id')
    .where('given.bill_id', '=', note?.id ?? '')
    .where('billed.bill_id', '=', row.bill_id)
    .execute()
  await putOnNextBill(context, {
    ...{ id: chargeIdOf(row.id, 'credit'), accountId: row.customer_id, lineIds: lines.map(({ id }) => id) },
    name: JSON.stringify({ reversed: note?.number ?? row.reference }),
    priceMinor: note?.tax_included === 0 ? note.net_minor : row.amount_minor,
  })
  return true
}
