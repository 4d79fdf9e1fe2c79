import { z } from 'zod'
import type { CallerQuestion, VerificationPolicy } from '#shared/domain/catalogue/policies.ts'
import { callerQuestionSchema } from '#shared/domain/catalogue/policies.ts'
import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { CallerLockRow, CallerVerificationRow } from './rows.ts'
import type { VerificationLevel } from './levels.ts'

const minuteMs = 60_000
const matchedSchema = z.array(callerQuestionSchema)

/**
 * The level that rightly answered questions give: the highest whose rule they fulfil. At a counter (`isInPerson`) the agent
 * holds the document and looks at its face: one that is the document on record gives every level.
 */
export function levelOfAnswers(
  matched: readonly CallerQuestion[],
  policy: VerificationPolicy,
  isInPerson: boolean,
): VerificationLevel {
  if (isInPerson && matched.includes('document')) return 3
  const levels = [3, 2, 1] as const
  return levels.find((level) => isReached(matched, policy.levels[level])) ?? 0
}

function isReached(matched: readonly CallerQuestion[], { ask, matches }: VerificationPolicy['levels'][1]): boolean {
  return new Set(matched.filter((question) => ask.includes(question))).size >= matches
}

/** The questions of a row that were answered rightly; none of one that a newer core wrote otherwise. */
export function matchedOf(row: Pick<CallerVerificationRow, 'matched'>): readonly CallerQuestion[] {
  try {
    return matchedSchema.safeParse(JSON.parse(row.matched)).data ?? []
  } catch {
    return []
  }
}

/** The contact somebody is verified in: the call that is spoken in, or a case without one. */
export interface ContactNow {
  readonly contactId: string | null
  readonly caseId: string | null
}

/**
 * What a caller has shown in this contact and still counts: another contact, or the time of the policy, ends it. A level
 * reached in a call counts in the case that is worked on in that call.
 */
export function verificationNow(
  rows: readonly CallerVerificationRow[],
  { contactId, caseId }: ContactNow,
  { now, policy }: { readonly now: Instant; readonly policy: VerificationPolicy },
): CallerVerificationRow | undefined {
  const isOfContact = (row: CallerVerificationRow): boolean =>
    contactId === null
      ? caseId !== null && row.case_id === caseId && row.contact_id === null
      : row.contact_id === contactId
  return rows
    .filter((row) => isOfContact(row) && row.at > now - policy.lastsMinutes * minuteMs)
    .toSorted((a, b) => b.level - a.level || b.at - a.at)[0]
}

/**
 * Whether a document stands for who it is about: shown in this case and accepted, on this very day of the market. Who calls
 * about the case a week later is asked again.
 */
export function isShownNow(
  evidence: Pick<EvidenceRow, 'case_id' | 'state' | 'recorded_at'>,
  { caseId, at, zone }: { readonly caseId: string; readonly at: Instant; readonly zone: string },
): boolean {
  const { case_id: shownIn, state, recorded_at: shownAt } = evidence
  return shownIn === caseId && state === 'valid' && dateInZone(shownAt, zone) === dateInZone(at, zone)
}

/** Wrong answers that count, and until when nobody is asked. */
export interface LockNow {
  readonly failures: number
  readonly since: Instant
  readonly lockedUntil: Instant | null
}

/** Where the count of wrong answers stands: it begins anew when a lock has ended, or when the first is too long ago. */
export function lockNow(
  row: Pick<CallerLockRow, 'failures' | 'since' | 'locked_until'> | undefined,
  now: Instant,
  policy: VerificationPolicy,
): LockNow {
  const isLocked = row !== undefined && row.locked_until !== null && row.locked_until > now
  if (isLocked) return { failures: row.failures, since: row.since, lockedUntil: row.locked_until }
  const isOver =
    row === undefined || row.locked_until !== null || row.since <= now - policy.failuresKeptMinutes * minuteMs
  return isOver
    ? { failures: 0, since: now, lockedUntil: null }
    : { failures: row.failures, since: row.since, lockedUntil: null }
}

/** The count after one more wrong answer, locked once it is one too many. */
export function afterFailure(before: LockNow, now: Instant, policy: VerificationPolicy): LockNow {
  const failures = before.failures + 1
  const lockedUntil = failures >= policy.failuresToLock ? now + policy.lockMinutes * minuteMs : null
  return { failures, since: before.failures === 0 ? now : before.since, lockedUntil }
}
