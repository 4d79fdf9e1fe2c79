import { describe, expect, test } from 'vitest'
import { authorityPolicySchema } from '#shared/domain/catalogue/authority-policy.ts'
import type { Authority, AuthorityFacts } from './authority.ts'
import { authoritiesOf, judgeAuthority, roleFor, roomOf } from './authority.ts'
import type { DelegationRow } from './rows.ts'

const policy = authorityPolicySchema.parse({})

/** By default 20.00 asked by an agent of a lead who gave nothing yet. */
function facts(change: Partial<AuthorityFacts> = {}): AuthorityFacts {
  return {
    ...{ amountMinor: 2000, matterMinor: 0, dayMinor: 0, customerMinor: 0, billMinor: 100_000 },
    ...{ userId: 'irina', askedBy: 'luc', signed: null, isOwnHousehold: false, ...change },
  }
}

const lead: Authority = {
  userId: 'irina',
  role: 'lead',
  limits: {
    ...{ perItemMinor: 10_000, perDayMinor: 50_000, perCustomerMinor: 20_000 },
    ...{ percentOfBill: 100, coSignMinor: 15_000, offlineMinor: 0 },
  },
}
const signed = { userId: 'eva', role: 'lead', amountMinor: 12_000 }

describe('authority', () => {
  const rows = [
    ['at the limit', { amountMinor: 10_000 }, { kind: 'within' }],
    ['a cent above', { amountMinor: 10_001 }, { kind: 'above', limit: 'item', leftMinor: 10_000 }],
    ['splits of a matter', { matterMinor: 9000 }, { kind: 'above', limit: 'item', leftMinor: 1000 }],
    ['more than the bill', { billMinor: 1500 }, { kind: 'above', limit: 'bill', leftMinor: 1500 }],
    ['the day', { dayMinor: 49_000 }, { kind: 'above', limit: 'day', leftMinor: 1000 }],
    ['the customer', { customerMinor: 19_000 }, { kind: 'above', limit: 'customer', leftMinor: 1000 }],
    ['beyond all before', { customerMinor: 30_000 }, { kind: 'above', limit: 'customer', leftMinor: 0 }],
    ['nothing given', { amountMinor: 0, customerMinor: 30_000 }, { kind: 'within' }],
    ['a second of the rank', { amountMinor: 12_000, signed }, { kind: 'coSigned' }],
    ['another sum', { amountMinor: 12_001, signed }, { kind: 'above', limit: 'item', leftMinor: 10_000 }],
    ['a lower rank signed', { amountMinor: 12_000, signed: { ...signed, role: 'agent' } }, { kind: 'above' }],
    ['both above two', { amountMinor: 12_000, matterMinor: 3001, signed }, { kind: 'above', limit: 'item' }],
    ['two, but the day', { amountMinor: 12_000, dayMinor: 40_000, signed }, { kind: 'above', limit: 'day' }],
    ['signed by oneself', { signed: { ...signed, userId: 'irina' } }, { kind: 'never', code: 'SIGNED_ALREADY' }],
    ['asked by oneself', { askedBy: 'irina' }, { kind: 'never', code: 'APPROVAL_BY_SELF' }],
    ['rejected by oneself', { askedBy: 'irina', amountMinor: 0 }, { kind: 'never', code: 'APPROVAL_BY_SELF' }],
    ['nobody asked', { askedBy: null }, { kind: 'within' }],
    ['own household', { isOwnHousehold: true }, { kind: 'never', code: 'OWN_HOUSEHOLD' }],
  ] as const
  for (const [name, change, verdict] of rows)
    test(`${name}: ${verdict.kind}`, () => expect(judgeAuthority(facts(change), lead)).toMatchObject(verdict))

  test('handed on does not serve for what its owner asked for or signed', () => {
    const handed = { ...lead, userId: 'petr' }
    expect(judgeAuthority(facts({ askedBy: 'petr' }), handed)).toEqual({ kind: 'never', code: 'APPROVAL_BY_SELF' })
    expect(judgeAuthority(facts({ signed: { ...signed, userId: 'petr' } }), handed)).toEqual({
      kind: 'never',
      code: 'SIGNED_ALREADY',
    })
  })

  test('of a percentage of the bill is rounded down, and no room is below nothing', () => {
    const given = { matterMinor: 40, dayMinor: 60_000, customerMinor: 0, billMinor: 199 }
    expect(roomOf(given, { ...lead.limits, percentOfBill: 50 })).toEqual([
      { limit: 'item', leftMinor: 9960 },
      { limit: 'bill', leftMinor: 59 },
      { limit: 'day', leftMinor: 0 },
      { limit: 'customer', leftMinor: 20_000 },
    ])
  })
})

describe('whose authority', () => {
  const handed: DelegationRow = {
    ...{ id: 'd', scope: 's', version: 1, from_id: 'petr', from_name: 'Petr', from_role: 'supervisor' },
    ...{ to_id: 'irina', to_name: 'Irina', first_day: '2026-10-22', last_day: '2026-10-24', ended_at: null },
  }
  const of = (row: DelegationRow, today: string, role = 'lead') =>
    authoritiesOf({ userId: 'irina', role }, [row], today, policy).map(({ userId }) => userId)
  const rows = [
    ['the day before', '2026-10-21', ['irina']],
    ['the first day', '2026-10-22', ['irina', 'petr']],
    ['the last day', '2026-10-24', ['irina', 'petr']],
    ['the day after', '2026-10-25', ['irina']],
  ] as const
  for (const [name, today, owners] of rows) test(`on ${name}`, () => expect(of(handed, today)).toEqual(owners))

  test('taken back, another’s, or of a role that gives nothing away', () => {
    expect(of({ ...handed, ended_at: 1 }, '2026-10-23')).toEqual(['irina'])
    expect(of({ ...handed, to_id: 'eva' }, '2026-10-23')).toEqual(['irina'])
    expect(of(handed, '2026-10-23', 'backOffice')).toEqual(['petr'])
  })

  test('the first role whose limit covers a sum; nobody above all of them', () => {
    const sums = [1, 2500, 2501, 10_000, 10_001, 50_000, 50_001, 500_001]
    expect(sums.map((sum) => roleFor(sum, policy))).toEqual([
      ...(['agent', 'agent', 'lead', 'lead', 'supervisor', 'supervisor', 'manager', undefined] as const),
    ])
  })
})
