import type { Desk } from '#main/workstation/desk.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import { disputeView } from '#main/workstation/sale/bill-matters.ts'
import { contactNow, missingLevel } from '#main/workstation/sale/caller.ts'
import { topUpOf } from '#main/workstation/sale/top-up.ts'
import type { ErrorOf, InputOf } from '#shared/contract/procedures.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import type { TopUp } from '#shared/domain/dispute/contract.ts'
import { answerBy, lastFilingDay } from '#shared/domain/dispute/deadlines.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { appealUntil, filesOf } from './file.ts'

/**
 * Files a dispute of a pre-paid top-up, whole or in part. Of each there is one at a time: a second leads to the first
 * (LINE_DISPUTED with `disputeId`), and what was decided to its appeal (LINE_DECIDED). The core judges the same again.
 */
export const fileTopUp = defineDeskHandler('dispute.fileTopUp', (desk, input) => {
  const { paymentId, caseId, aboutId, reason, claimedMinor, words, evidence } = input
  const topUp = topUpOf(desk, paymentId)
  const policies = desk.policies()
  if (!topUp || !policies) return refuse('PAYMENT_UNKNOWN')
  const { customerId } = topUp
  const may = judge(desk, topUp, policies, input)
  if (!may.ok) return may
  const about = { customerId, caseId }
  const level = missingLevel(desk, about, 'fileDispute')
  if (level !== undefined) return refuse('CALLER_NOT_VERIFIED', { level })
  const blobs = filesOf(desk, evidence)
  if (!blobs.ok) return blobs
  const customer = desk.view.get('customer', customerId)?.row
  const disputeId = desk.ids.next()
  const reference = `D-${desk.nextReference()}`
  const filed = desk.capture({
    type: 'dispute.fileTopUp',
    blobs: blobs.value,
    body: {
      ...{ disputeId, reference, customerId, paymentId, caseId, aboutId, reason, claimedMinor, words, evidence },
      contactId: contactNow(desk, about).contactId,
      currency: currencySchema.parse(topUp.currency),
      wordsLanguage: languageSchema.catch('en').parse(customer?.language),
      answerBy: answerBy(desk.businessDate(), policies.disputes),
    },
  })
  if (!filed.ok) return filed
  desk.changed('dispute', 'bill', 'interaction', 'desk')
  return ok({ disputeId, reference, claimedMinor })
})

function judge(
  desk: Desk,
  topUp: TopUp,
  { disputes, market }: Policies,
  asked: InputOf<'dispute.fileTopUp'>,
): Result<true, Refusal<ErrorOf<'dispute.fileTopUp'>>> {
  if (!disputes.topUpReasons.some(({ code }) => code === asked.reason)) return refuse('REASON_UNKNOWN')
  const before = desk.view
    .where('dispute', 'customer_id', topUp.customerId)
    .filter(({ row }) => row.payment_id === topUp.paymentId)
  const open = before.find(({ row }) => isOpenDispute(row.state))?.row
  if (open) {
    const { id: disputeId, reference, filed_name: by } = open
    return refuse('LINE_DISPUTED', { reference, by, disputeId })
  }
  if (asked.aboutId === null) {
    const last = lastFilingDay(dateInZone(topUp.at, market.zone), disputes)
    if (desk.businessDate() > last) return refuse('FILING_TOO_LATE', { last })
    const left = before.find(({ row }) => row.decided_at !== null && row.granted_minor < row.claimed_minor)?.row
    if (left) {
      const { id: disputeId, reference } = left
      return refuse('LINE_DECIDED', { reference, last: appealUntil(desk, left), disputeId })
    }
  } else {
    const about = before.find(({ row }) => row.id === asked.aboutId)
    if (!about || about.row.decided_at === null) return refuse('APPEAL_UNKNOWN')
    const { appealedBy, lastAppealOn } = disputeView(desk, about)
    if (appealedBy !== null || about.row.about_id !== null) return refuse('APPEAL_TWICE')
    if (lastAppealOn === null) return refuse('APPEAL_TOO_LATE', { last: appealUntil(desk, about.row) })
  }
  const { leftMinor } = topUp
  return asked.claimedMinor > leftMinor ? refuse('CREDIT_TOO_MUCH', { leftMinor }) : ok(true)
}
