import { chargeRow } from '#shared/domain/adjustment/commands.ts'
import type { ChargeBody } from '#shared/domain/adjustment/commands.ts'
import { chargeIdOf, chargeMinor } from '#shared/domain/adjustment/charge.ts'
import { adjustmentMachine } from '#shared/domain/adjustment/states.ts'
import { taxAt } from '#shared/domain/billing/taxes.ts'
import { chargeLetter } from '#shared/domain/dispute/letter.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { lockAccount } from '../bill/keep-account.ts'
import { readTaxRates } from '../bill/read-facts.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import { mustMove } from '../kit/move.ts'
import { tellDecision } from '../message/tell-decision.ts'
import { putOnNextBill } from './put-on-next-bill.ts'
import { judgeMatter } from './read-authority.ts'

/** Charges a customer something within the authority of whoever enters it: a line of their next bill. */
export const giveCharge = defineHandler('adjustment.giveCharge', {
  run: async (context, body) => {
    const { policies, businessDate, tx, authority: who } = context
    if (await context.get('adjustment', body.adjustmentId)) return rejected('ADJUSTMENT_EXISTS')
    await lockAccount(context, body.customerId)
    const account = await tx
      .selectFrom('billing_account')
      .selectAll()
      .where('id', '=', body.customerId)
      .where('scope', '=', context.scope)
      .executeTakeFirst()
    if (!account) return rejected('ACCOUNT_UNKNOWN')
    if (account.currency !== body.currency) return rejected('CREDIT_CURRENCY', { currency: account.currency })
    const reason = policies.disputes.chargeReasons.find(({ code }) => code === body.reason)
    if (!reason) return rejected('REASON_UNKNOWN', { reason: body.reason })
    const from = await comesFrom(context, body)
    if (!from.ok) return rejected(from.error.code)
    const tax = taxAt(await readTaxRates(tx), 'standard', businessDate)
    if (!tax.ok) throw new Error(tax.error.code)
    const amountMinor = chargeMinor(body.askedMinor, tax.value, account.tax_included === 1)
    if (amountMinor !== body.amountMinor) return conflict('AMOUNT_DIFFERS', { amountMinor }, [])
    const judged = await judgeMatter(context, {
      ...{ kind: 'charge', customerId: body.customerId, billId: body.billId ?? '', reason: body.reason, amountMinor },
      ...{ billMinor: null, askedBy: null, signed: null },
    })
    if (!judged) return rejected('NO_AUTHORITY')
    const { verdict, authority } = judged
    if (verdict.kind === 'above') return rejected('ABOVE_AUTHORITY', { leftMinor: verdict.leftMinor })
    // nobody asked and nobody signed: only the household is left of what is never allowed
    if (verdict.kind === 'never') return rejected('OWN_HOUSEHOLD')
    const { actor, capturedAt } = context.command
    const { version: _, ...row } = chargeRow(body, { ...context, actorId: actor.userId, capturedAt })
    await context.insert('adjustment', {
      ...{ ...row, id: body.adjustmentId, scope: account.scope, asked_role: who.role },
      state: mustMove(adjustmentMachine, 'approved', 'apply', undefined),
      ...{ decided_by: who.userId, decided_name: who.name, authority_of: authority.userId },
      ...{ decided_at: context.now, decided_on: businessDate },
    })
    await putOnNextBill(context, {
      ...{ id: chargeIdOf(body.adjustmentId, 'charge'), accountId: account.id, priceMinor: body.askedMinor },
      ...{ name: JSON.stringify(reason.names), lineIds: body.lineId === null ? [] : [body.lineId] },
    })
    await tellDecision(context, {
      ...{ template: 'creditDecided', customerId: body.customerId, caseId: body.caseId, about: body.adjustmentId },
      letter: (language) =>
        chargeLetter({ amountMinor, what: reason.names[language] ?? reason.names['en'] ?? '', note: body.note }),
    })
    return applied
  },
})

/** A bill and line that are named are the customer's. */
async function comesFrom(
  { tx }: HandlerContext,
  { billId, lineId, customerId }: ChargeBody,
): Promise<Result<true, Refusal<'BILL_UNKNOWN' | 'LINE_UNKNOWN'>>> {
  if (billId === null) return lineId === null ? ok(true) : refuse('LINE_UNKNOWN')
  const bill = await tx.selectFrom('bill').select(['customer_id', 'kind']).where('id', '=', billId).executeTakeFirst()
  if (bill?.customer_id !== customerId || bill.kind !== 'bill') return refuse('BILL_UNKNOWN')
  if (lineId === null) return ok(true)
  const line = await tx.selectFrom('bill_line').select('bill_id').where('id', '=', lineId).executeTakeFirst()
  return line?.bill_id === billId ? ok(true) : refuse('LINE_UNKNOWN')
}
