import { describe, expect, test } from 'vitest'
import type { StandsFacts } from './before-after.ts'
import { beforeAfter } from './before-after.ts'
import type { Grant } from './grant.ts'
import { creditGrantOf, grantOf } from './grant.ts'

const vat = { category: 'S', basisPoints: 2000 } as const
const line = (lineId: string, amountMinor: number, creditedMinor = 0) => ({
  lineId,
  amountMinor,
  creditedMinor,
  tax: vat,
})
const person = { lines: [line('plan', 8390), line('roaming', 18_600)], isTaxIncluded: true }
const company = { lines: [line('plan', 1001), line('roaming', 1002)], isTaxIncluded: false }
const all = [{ lineId: 'roaming', amountMinor: 18_600 }]

describe('what is granted', () => {
  test.each([
    [0, 0],
    [15_000, 15_000],
    [18_600, 18_600],
    [99_999, 18_600],
  ])('of 186.00 claimed with tax inside, %i is %i', (wanted, granted) =>
    expect(grantOf(person, all, wanted)?.grantedMinor).toBe(granted),
  )

  test('is never more than is left of a line', () => {
    const bill = { ...person, lines: [line('plan', 8390), line('roaming', 18_600, 18_000)] }
    expect(grantOf(bill, all, 18_600)).toMatchObject({
      grantedMinor: 600,
      lines: [{ lineId: 'roaming', amountMinor: 600 }],
    })
  })

  test('follows the recommended lines where they come to the sum, else it is shared', () => {
    const claims = [
      { lineId: 'plan', amountMinor: 1000 },
      { lineId: 'roaming', amountMinor: 1000 },
    ]
    const preferred = [{ lineId: 'roaming', amountMinor: 1000 }]
    expect(grantOf(person, claims, 1000, preferred)?.lines).toEqual(preferred)
    expect(grantOf(person, claims, 500, preferred)?.lines.map(({ amountMinor }) => amountMinor)).toEqual([250, 250])
  })

  test('with tax added is the nearest sum there is, and all of it is all of it', () => {
    const claims = company.lines.map(({ lineId, amountMinor }) => ({ lineId, amountMinor }))
    expect(grantOf(company, claims, 2404)).toMatchObject({ askedMinor: 2003, grantedMinor: 2404 })
    const part = grantOf(company, claims, 1001)
    expect(Math.abs((part?.grantedMinor ?? 0) - 1001)).toBeLessThanOrEqual(1)
    expect(creditGrantOf(company, { askedMinor: 1000, lines: [] }, 1200)).toMatchObject({
      askedMinor: 1000,
      grantedMinor: 1200,
    })
    expect(creditGrantOf(company, { askedMinor: 1000, lines: [] }, 0)?.grantedMinor).toBe(0)
  })

  test('what was given since it was asked for is kept back of it, and where nothing is left nothing can be approved', () => {
    const asked = { askedMinor: 3000, lines: [{ lineId: 'plan', amountMinor: 3000 }] }
    const since = (creditedMinor: number) => ({ lines: [line('plan', 3000, creditedMinor)], isTaxIncluded: true })
    expect(creditGrantOf(since(1000), asked, 1500)).toMatchObject({ askedMinor: 1500, grantedMinor: 1500 })
    expect(creditGrantOf(since(1000), asked, 3000)).toMatchObject({ askedMinor: 2000, grantedMinor: 2000 })
    expect(creditGrantOf(since(1000), { askedMinor: 3000, lines: [] }, 2500)?.grantedMinor).toBe(2000)
    expect(creditGrantOf(since(3000), asked, 1500)).toBeUndefined()
    expect(grantOf(since(3000), asked.lines, 1500)).toBeUndefined()
    const discounted = { lines: [line('plan', 3000), line('discount', -1000)], isTaxIncluded: true }
    expect(grantOf(discounted, asked.lines, 2500)).toMatchObject({ askedMinor: 2000, grantedMinor: 2000 })
  })
})

describe('a bill before and after', () => {
  const facts: StandsFacts = {
    ...{ ...person, openMinor: 26_990, dueDate: '2026-10-10', today: '2026-10-22', claimedMinor: 18_600 },
    ...{ otherClaims: [], newDueDays: 14 },
  }
  const none: Grant = { lines: [], askedMinor: 0, grantedMinor: 0 }
  const part = grantOf(person, all, 15_000) ?? none
  test('granted in part: the rest is due anew, what was overdue stays so', () => {
    const { now, after } = beforeAfter(facts, part)
    expect(now).toMatchObject({ billMinor: 26_990, taxMinor: 4498, dueMinor: 8390, isOverdue: true, heldMinor: 18_600 })
    expect(after).toMatchObject({ billMinor: 11_990, taxMinor: 1998, dueMinor: 8390, heldMinor: 0 })
    expect(after).toMatchObject({ restMinor: 3600, restOn: '2026-11-05', creditMinor: 0 })
  })

  test('of a paid bill it is to the customer’s good; another dispute stays held', () => {
    const paid = beforeAfter({ ...facts, openMinor: 0 }, part)
    expect(paid.after).toMatchObject({ creditMinor: 15_000, dueMinor: 0, restMinor: 0 })
    const other = beforeAfter({ ...facts, otherClaims: [1000] }, none)
    expect(other.after).toMatchObject({ heldMinor: 1000, dueMinor: 7390, restMinor: 18_600 })
  })
})
