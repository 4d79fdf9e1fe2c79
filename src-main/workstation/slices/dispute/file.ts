import type { Desk } from '#main/workstation/desk.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import { creditableLines, disputeView } from '#main/workstation/sale/bill-matters.ts'
import { contactNow, missingLevel } from '#main/workstation/sale/caller.ts'
import { creditParts } from '#shared/domain/bill/credit-parts.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import type { DisputePolicy } from '#shared/domain/catalogue/authority-policy.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { answerBy, lastAppealDay, lastFilingDay } from '#shared/domain/dispute/deadlines.ts'
import { filesAtMost } from '#shared/domain/dispute/evidence-file.ts'
import type { DisputeRow, Evidence } from '#shared/domain/dispute/rows.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/**
 * Files a dispute of lines of a bill: from then on what is claimed is held out of collections. A line in dispute already
 * leads to the first one (LINE_DISPUTED with `disputeId`), and one that was decided to its appeal (LINE_DECIDED). The core judges the same again.
 */
export const fileDispute = defineDeskHandler('dispute.file', (desk, input) => {
  const { billId, caseId, aboutId, reason, words, evidence } = input
  const bill = desk.view.get('bill', billId)?.row
  const policy = desk.policies()?.disputes
  if (bill?.kind !== 'bill' || !policy) return refuse('NOT_FOUND')
  const may = judge(desk, bill, policy, input)
  if (!may.ok) return may
  const about = { customerId: bill.customer_id, caseId }
  const level = missingLevel(desk, about, 'fileDispute')
  if (level !== undefined) return refuse('CALLER_NOT_VERIFIED', { level })
  const sums = creditParts(creditableLines(desk, bill), input.lines, bill.tax_included === 1)
  if (!sums.ok) return sums
  const claimedMinor = sums.value.totals.payableMinor
  const blobs = filesOf(desk, evidence)
  if (!blobs.ok) return blobs
  const customer = desk.view.get('customer', bill.customer_id)?.row
  const disputeId = desk.ids.next()
  const reference = `D-${desk.nextReference()}`
  const filed = desk.capture({
    type: 'dispute.fileDispute',
    blobs: blobs.value,
    body: {
      ...{ disputeId, reference, customerId: bill.customer_id, billId, caseId, aboutId, reason, claimedMinor },
      contactId: contactNow(desk, about).contactId,
      currency: currencySchema.parse(bill.currency),
      lines: [...sums.value.parts],
      words,
      wordsLanguage: languageSchema.catch('en').parse(customer?.language),
      evidence,
      answerBy: answerBy(desk.businessDate(), policy),
    },
  })
  if (!filed.ok) return filed
  desk.changed('dispute', 'bill', 'interaction', 'desk')
  return ok({ disputeId, reference, claimedMinor })
})

/** Hashes of the files among evidence, which this desk keeps: they travel before the command that names them. */
export function filesOf(
  desk: Pick<Desk, 'readBlob'>,
  evidence: Evidence,
): Result<readonly string[], Refusal<'FILE_GONE' | 'FILES_TOO_MANY'>> {
  const files = evidence.filter(({ kind }) => kind === 'file')
  if (files.length > filesAtMost) return refuse('FILES_TOO_MANY', { most: filesAtMost })
  const gone = files.find(({ reference }) => desk.readBlob(reference) === undefined)
  return gone ? refuse('FILE_GONE', { name: gone.text }) : ok([...new Set(files.map(({ reference }) => reference))])
}

type Code =
  | 'BILL_CREDITED'
  | 'REASON_UNKNOWN'
  | 'LINE_DISPUTED'
  | 'LINE_DECIDED'
  | 'FILING_TOO_LATE'
  | 'APPEAL_UNKNOWN'
  | 'APPEAL_TOO_LATE'
  | 'APPEAL_TWICE'

interface Asked {
  readonly billId: string
  readonly aboutId: string | null
  readonly reason: string
  readonly lines: readonly { readonly lineId: string }[]
}

function judge(desk: Desk, bill: BillRow, policy: DisputePolicy, asked: Asked): Result<true, Refusal<Code>> {
  if (bill.credited_by !== null) return refuse('BILL_CREDITED', { by: bill.credited_by })
  if (!policy.disputeReasons.some(({ code }) => code === asked.reason)) return refuse('REASON_UNKNOWN')
  for (const { lineId } of asked.lines)
    for (const { row: line } of desk.view.where('dispute_line', 'bill_line_id', lineId)) {
      const first = desk.view.get('dispute', line.dispute_id)?.row
      if (first && isOpenDispute(first.state))
        return refuse('LINE_DISPUTED', { reference: first.reference, by: first.filed_name, disputeId: first.id })
      const isLeft = first && first.decided_at !== null && line.granted_minor < line.claimed_minor
      if (isLeft && asked.aboutId === null)
        return refuse('LINE_DECIDED', {
          reference: first.reference,
          last: appealUntil(desk, first),
          disputeId: first.id,
        })
    }
  const last = lastFilingDay(bill.bill_date, policy)
  if (asked.aboutId === null) return desk.businessDate() > last ? refuse('FILING_TOO_LATE', { last }) : ok(true)
  const about = desk.view.get('dispute', asked.aboutId)
  if (about?.row.bill_id !== bill.id || about.row.decided_at === null) return refuse('APPEAL_UNKNOWN')
  const { appealedBy, lastAppealOn } = disputeView(desk, about)
  if (appealedBy !== null) return refuse('APPEAL_TWICE')
  return lastAppealOn === null ? refuse('APPEAL_TOO_LATE') : ok(true)
}

/** The last day a decision can be appealed; '' of none. */
export function appealUntil(desk: Desk, { decided_at: at }: DisputeRow): string {
  const policies = desk.policies()
  if (!policies || at === null) return ''
  return lastAppealDay(dateInZone(at, policies.market.zone), policies.disputes)
}
