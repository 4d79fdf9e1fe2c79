import { defineDeskHandler } from '#main/workstation/desk.ts'
import { authorityRoom } from '#main/workstation/sale/authority-room.ts'
import { doneBefore } from '#main/workstation/sale/done-before.ts'
import { creditableLines } from '#main/workstation/sale/bill-matters.ts'
import { contactNow, missingLevel } from '#main/workstation/sale/caller.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/**
 * Gives a credit, or asks for one that is above what is left of one's authority. While the core is away only what the
 * lease's grant covers is given; the core judges it again.
 */
export const giveCredit = defineDeskHandler('adjustment.give', (desk, input) => {
  const { adjustmentId = desk.ids.next() } = input
  const before = doneBefore(desk, adjustmentId, 'adjustment.giveCredit')
  if (before) {
    const state = desk.view.get('adjustment', adjustmentId)?.row.state ?? ''
    const { reference, amountMinor } = before
    return ok({ adjustmentId, reference, amountMinor, given: state === 'approved' || state === 'applied' })
  }
  const { billId, caseId, reason, askedMinor, note } = input
  const bill = desk.view.get('bill', billId)?.row
  if (bill?.kind !== 'bill') return refuse('NOT_FOUND')
  if (bill.credited_by !== null) return refuse('BILL_CREDITED', { by: bill.credited_by })
  const reasons = desk.policies()?.disputes.creditReasons ?? []
  if (!reasons.some(({ code }) => code === reason)) return refuse('REASON_UNKNOWN')
  const about = { customerId: bill.customer_id, caseId }
  const level = missingLevel(desk, about, 'giveCredit')
  if (level !== undefined) return refuse('CALLER_NOT_VERIFIED', { level })
  const lines = creditableLines(desk, bill)
  const isTaxIncluded = bill.tax_included === 1
  const isOfLines = input.lines.length > 0
  const sums = isOfLines
    ? creditParts(lines, input.lines, isTaxIncluded)
    : creditShared(lines, askedMinor, isTaxIncluded)
  if (!sums.ok) return sums
  const amountMinor = sums.value.totals.payableMinor
  const room = authorityRoom(desk, bill, reason)
  const given = room.never === null && amountMinor <= room.leftMinor
  const lease = desk.lease()
  const isAlone = !desk.isOnline()
  const reference = `C-${desk.nextReference()}`
  const captured = desk.capture({
    id: adjustmentId,
    type: 'adjustment.giveCredit',
    body: {
      ...{ adjustmentId, reference, customerId: bill.customer_id, billId, caseId, reason, note, amountMinor },
      askedMinor: isOfLines ? sums.value.parts.reduce((sum, part) => sum + part.amountMinor, 0) : askedMinor,
      contactId: contactNow(desk, about).contactId,
      currency: currencySchema.parse(bill.currency),
      lines: isOfLines ? [...sums.value.parts] : [],
      grantId: given && isAlone && lease.kind === 'valid' ? lease.grant.id : null,
    },
  })
  if (!captured.ok) return captured
  desk.changed('adjustment', 'dispute', 'bill', 'interaction', 'desk')
  return ok({ adjustmentId, reference, amountMinor, given })
})
