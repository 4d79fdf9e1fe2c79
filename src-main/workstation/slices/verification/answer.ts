import type { Desk } from '#main/workstation/desk.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import {
  contactNow,
  expectedOf,
  isInPerson,
  verificationOf,
  verificationPolicy,
} from '#main/workstation/sale/caller.ts'
import type { CallerQuestion } from '#shared/domain/catalogue/policies.ts'
import { answerHash } from '#shared/domain/verification/expected-answers.ts'
import { readAnswer } from '#shared/domain/verification/read-answer.ts'
import { afterFailure, levelOfAnswers, lockNow, matchedOf } from '#shared/domain/verification/reached-level.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/**
 * Compares what the agent typed with what is on record, by keyed hashes, and captures what came of it: the answer itself
 * is kept nowhere. Without the core it gives level 1 or 2; the third asks for the core, which alone counts over all desks.
 */
export const answerCaller = defineDeskHandler('verification.answer', (desk, input) => {
  const { customerId, caseId, level, question } = input
  const customer = desk.view.get('customer', customerId)?.row
  if (!customer) return refuse('NOT_FOUND')
  const contact = contactNow(desk, input)
  if (contact.contactId === null && caseId === null) return refuse('NO_CONTACT')
  if (level === 3 && !desk.isOnline()) return refuse('LEVEL_NEEDS_CORE')
  const policy = verificationPolicy(desk)
  const now = desk.now()
  const lock = lockNow(desk.view.get('caller_lock', customerId)?.row, now, policy)
  if (lock.lockedUntil !== null) return refuse('CALLER_LOCKED', { until: lock.lockedUntil })
  const expected = expectedOf(desk, customer)?.get(question)
  if (expected === undefined) return refuse('NOTHING_TO_COMPARE')
  const read = readAnswer(question, input.answer, currencySchema.parse(customer.currency))
  if (!read.ok) return read
  const given = answerHash(customerId, question, read.value, (text) => desk.hashOf(text) ?? '')
  const isMatch = given === expected
  const seen = verificationOf(desk, input)?.row
  const matched = matchedWith(seen, isMatch ? question : undefined)
  const after = isMatch ? lock : afterFailure(lock, now, policy)
  const captured = desk.capture({
    type: 'verification.recordAnswer',
    body: {
      ...{ customerId, caseId, contactId: contact.contactId, question, answerHash: given },
      verificationId: seen?.id ?? desk.ids.next(),
      seen: {
        matched: [...matched],
        level: Math.min(2, levelOfAnswers(matched, policy, isInPerson(desk, input))),
        ...{ failures: after.failures, since: after.since, lockedUntil: after.lockedUntil },
      },
    },
  })
  if (!captured.ok) return captured
  tell(desk)
  return ok({ isMatch })
})

type Seen = NonNullable<ReturnType<typeof verificationOf>>['row']

function matchedWith(seen: Seen | undefined, question: CallerQuestion | undefined): readonly CallerQuestion[] {
  const before = seen ? matchedOf(seen) : []
  return question === undefined ? before : [...new Set([...before, question])]
}

function tell(desk: Pick<Desk, 'changed'>): void {
  desk.changed('verification', 'interaction', 'desk')
}
