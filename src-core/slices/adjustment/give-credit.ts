import { askedRow } from '#shared/domain/adjustment/commands.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { isTheirs, readCreditable } from '../bill/write-credit-note.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import { isCallerKnown } from '../kit/caller-known.ts'
import { applyCredit } from './apply-credit.ts'
import { narrowGrant, spendGrant } from './money-grant.ts'
import { judgeMatter } from './read-authority.ts'

/**
 * Gives a credit within the authority of whoever enters it, at once; else it waits for somebody who may. The sum the
 * customer was told is the one they get: where the bill has changed meanwhile it is a conflict.
 */
export const giveCredit = defineHandler('adjustment.giveCredit', {
  run: async (context, body) => {
    if (await context.get('adjustment', body.adjustmentId)) return rejected('ADJUSTMENT_EXISTS')
    const found = await readCreditable(context, body.billId)
    if (!found || !isTheirs(found.bill, body.customerId, context.scope)) return rejected('BILL_UNKNOWN')
    const { bill, lines } = found
    if (bill.credited_by !== null) return rejected('BILL_CREDITED', { by: bill.credited_by })
    if (bill.currency !== body.currency) return rejected('CREDIT_CURRENCY', { currency: bill.currency })
    if (!isReason(context, body.reason)) return rejected('REASON_UNKNOWN', { reason: body.reason })
    const customer = await context.get('customer', bill.customer_id)
    if (!customer || !(await isCallerKnown(context, customer, { act: 'giveCredit', ...body })))
      return rejected('CALLER_NOT_VERIFIED')
    const isTaxIncluded = bill.tax_included === 1
    const sums =
      body.lines.length > 0
        ? creditParts(lines, body.lines, isTaxIncluded)
        : creditShared(lines, body.askedMinor, isTaxIncluded)
    if (!sums.ok) return rejected(sums.error.code, sums.error.details)
    const amountMinor = sums.value.totals.payableMinor
    if (amountMinor !== body.amountMinor) return conflict('AMOUNT_DIFFERS', { amountMinor }, [])
    const { customerId, billId, reason } = body
    const judged = await judgeMatter(context, {
      ...{ customerId, billId, reason, amountMinor, billMinor: bill.payable_minor, askedBy: null, signed: null },
      grantId: body.grantId,
    })
    const { version: _, ...row } = {
      ...askedRow(body, { ...context, actorId: context.command.actor.userId, capturedAt: context.command.capturedAt }),
      ...{ id: body.adjustmentId, scope: context.scope, asked_role: context.authority.role, amount_minor: amountMinor },
      // what no grant covers is given, or asked for, like any other
      grant_id: judged?.verdict.kind === 'within' ? judged.grantId : null,
    }
    if (judged?.verdict.kind !== 'within') {
      await context.insert('adjustment', { ...row, state: 'pendingApproval' })
      return applied
    }
    const { askedMinor, lines: parts } = body
    const given = { billId, disputeId: null, askedMinor, parts }
    const by = { authority: judged.authority, note: '' }
    await context.insert('adjustment', { ...row, ...(await applyCredit(context, row.id, given, by)) })
    if (judged.grantId !== null) await spendGrant(context, judged.grantId, amountMinor)
    else await narrowGrant(context, { userId: judged.authority.userId, ...judged.authority.limits })
    return applied
  },
})

function isReason({ policies }: HandlerContext, reason: string): boolean {
  return policies.disputes.creditReasons.some(({ code }) => code === reason)
}
