import type { DisputePolicy } from '#shared/domain/catalogue/authority-policy.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'

/** The last day a bill can be disputed. */
export function lastFilingDay(billDate: IsoDate, { filingDays }: DisputePolicy): IsoDate {
  return addDays(billDate, filingDays)
}

/** The day an answer is promised for. */
export function answerBy(filedOn: IsoDate, { answerDays }: DisputePolicy): IsoDate {
  return addDays(filedOn, answerDays)
}

/** The day promised after a pause: each day begun waiting for the customer moves it by one. */
export function answerByAfter(promised: IsoDate, waitedMs: number): IsoDate {
  return addDays(promised, Math.max(0, Math.ceil(waitedMs / 86_400_000)))
}

/** The last day a decision can be appealed. */
export function lastAppealDay(decidedOn: IsoDate, { appealDays }: DisputePolicy): IsoDate {
  return addDays(decidedOn, appealDays)
}
