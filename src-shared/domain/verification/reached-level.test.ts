import { expect, test } from 'vitest'
import { verificationPolicySchema } from '#shared/domain/catalogue/policies.ts'
import { levelAsked } from './levels.ts'
import { afterFailure, levelOfAnswers, lockNow, verificationNow } from './reached-level.ts'
import type { CallerVerificationRow } from './rows.ts'

const policy = verificationPolicySchema.parse({})
const minute = 60_000
const now = 1_000 * minute

test.each([
  [[], 0],
  [['birthDate'], 1],
  [['birthDate', 'birthDate'], 1],
  [['birthDate', 'address'], 2],
  [['birthDate', 'document'], 2],
  [['document', 'securityWord'], 3],
  [['birthDate', 'address', 'document', 'lastPayment'], 3],
] as const)('%j give level %i', (matched, level) => {
  expect(levelOfAnswers(matched, policy, false)).toBe(level)
})

test('the document in hand at a counter gives every level, and what is only said there counts as by phone', () => {
  expect(levelOfAnswers(['document'], policy, true)).toBe(3)
  expect(levelOfAnswers(['document'], policy, false)).toBe(1)
  expect(levelOfAnswers(['birthDate'], policy, true)).toBe(1)
})

test('money asks level 2 in every contact and none without one; a change of address asks it always', () => {
  expect([levelAsked('giveCredit', true), levelAsked('fileDispute', true)]).toEqual([2, 2])
  expect([levelAsked('giveCredit', false), levelAsked('fileDispute', false)]).toEqual([0, 0])
  expect([levelAsked('changeAddress', false), levelAsked('withdraw', false)]).toEqual([2, 2])
})

const row = (over: Partial<CallerVerificationRow>): CallerVerificationRow => ({
  ...{ id: 'v', scope: 'fr', version: 1, customer_id: 'c', case_id: null, contact_id: 'call', matched: '[]' },
  ...{ level: 2, at: now - minute, by_name: 'Anna', desk_name: 'Seat 14' },
  ...over,
})

test.each([
  ['the same call', row({}), { contactId: 'call', caseId: null }, true],
  ['the case worked on in that call', row({}), { contactId: 'call', caseId: 'case' }, true],
  ['another call', row({}), { contactId: 'other', caseId: null }, false],
  ['a case without a call', row({ contact_id: null, case_id: 'case' }), { contactId: null, caseId: 'case' }, true],
  ['another case', row({ contact_id: null, case_id: 'case' }), { contactId: null, caseId: 'else' }, false],
  ['no contact at all', row({ contact_id: null }), { contactId: null, caseId: null }, false],
  ['an hour later', row({ at: now - 60 * minute }), { contactId: 'call', caseId: null }, false],
])('a level counts or not: %s', (_what, kept, contact, counts) => {
  expect(verificationNow([kept], contact, { now, policy }) !== undefined).toBe(counts)
})

test('the third wrong answer locks, and the lock ends by time with a new count', () => {
  let lock = lockNow(undefined, now, policy)
  const rows: unknown[] = []
  for (const at of [now, now + minute, now + 2 * minute]) {
    lock = afterFailure(lockNow({ ...asRow(lock) }, at, policy), at, policy)
    rows.push([lock.failures, lock.lockedUntil])
  }
  expect(rows).toEqual([
    [1, null],
    [2, null],
    [3, now + 32 * minute],
  ])
  expect(lockNow(asRow(lock), now + 31 * minute, policy).lockedUntil).toBe(now + 32 * minute)
  expect(lockNow(asRow(lock), now + 32 * minute, policy)).toMatchObject({ failures: 0, lockedUntil: null })
})

test('wrong answers of yesterday do not count', () => {
  const lock = afterFailure(lockNow(undefined, now, policy), now, policy)
  expect(lockNow(asRow(lock), now + 23 * 60 * minute, policy).failures).toBe(1)
  expect(lockNow(asRow(lock), now + 24 * 60 * minute, policy).failures).toBe(0)
})

function asRow(lock: ReturnType<typeof lockNow>) {
  return { failures: lock.failures, since: lock.since, locked_until: lock.lockedUntil }
}
