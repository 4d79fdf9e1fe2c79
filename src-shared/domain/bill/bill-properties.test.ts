import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUp } from '#shared/domain/billing/document.ts'
import type { Entry } from '#shared/domain/billing/ledger.ts'
import { accounts, entriesOf } from '#shared/domain/billing/ledger.ts'
import { compilePlan } from '#shared/domain/rating/compile-plan.ts'
import { examplePlan, minutes } from '#shared/domain/rating/plan.fixture.ts'
import { openAllowances } from '#shared/domain/rating/allowances.ts'
import type { LineUsage } from '#shared/domain/rating/rate-usage.ts'
import { rateUsage } from '#shared/domain/rating/rate-usage.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { composeBill } from './compose-bill.ts'
import { sumUsage } from './sum-usage.ts'

const tax = fc.constantFrom(
  { category: 'S', basisPoints: 2000 } as const,
  { category: 'S', basisPoints: 550 } as const,
  { category: 'Z', basisPoints: 0 } as const,
)
const lines = fc.array(fc.record({ amountMinor: fc.integer({ min: -50_000, max: 90_000 }), tax }), {
  minLength: 1,
  maxLength: 12,
})

test('a credit note of everything brings the balance to zero, whatever the bill and whatever of it was paid', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), fc.nat(100), (priced, isIncluded, percent) => {
      const { netMinor, taxMinor, roundingMinor, payableMinor } = addUp(priced, isIncluded)
      const allocatedMinor = Math.floor((Math.max(0, payableMinor) * percent) / 100)
      const openMinor = Math.max(0, payableMinor) - allocatedMinor
      const bill = {
        kind: 'bill',
        nets: { recurring: netMinor, usage: 0, oneOff: 0, creditsGiven: 0 },
        taxMinor,
        roundingMinor,
      } as const
      const paid = { kind: 'payment', way: 'cash', allocatedMinor, creditMinor: 0 } as const
      const paidMinor = payableMinor - openMinor
      const note = { kind: 'creditNote', netMinor, taxMinor, roundingMinor, paidMinor } as const
      const sums = sumsOf([bill, paid, note].flatMap(entriesOf))
      const of = (account: string): number => sums.get(account) ?? 0
      expect([of(accounts.receivables), of(accounts.taxDue), of(accounts.rounding)]).toEqual([0, 0, 0])
      expect(of(accounts.recurring) + of(accounts.creditsGiven)).toBe(0)
      // what came in is the customer's again, and nothing else is
      expect(of(accounts.customerCredit)).toBe(0 - allocatedMinor)
      expect(of(accounts.cashDesk)).toBe(allocatedMinor)
    }),
  )
})

function sumsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { account, amountMinor } of entries) sums.set(account, (sums.get(account) ?? 0) + amountMinor)
  return sums
}

const plan = examplePlan({
  allowances: [minutes(), minutes({ id: 'pool', isShared: true, units: 300 })],
})
const compiled = compilePlan(plan)
const products = ['one', 'two']
const records = fc.array(
  fc.record({
    type: fc.constantFrom('voice' as const, 'data' as const, 'message' as const),
    productId: fc.constantFrom(...products),
    units: fc.nat(2000),
    minute: fc.nat(20_000),
    isAbroad: fc.boolean(),
  }),
  { maxLength: 30 },
)

/** The bill of 1 August of usage as it came in. */
function billOf(usage: readonly LineUsage[]) {
  const grants = products.map((productId) => ({ productId, allowances: plan.allowances }))
  const plans = new Map(products.map((productId) => [productId, compiled]))
  const { rated } = rateUsage(plans, usage, { allowances: openAllowances(grants, []), tiers: {} })
  const uses = rated.map(({ record, ...one }) => ({
    ...one,
    record: { ...record, onDate: dateInZone(record.startedAt, plan.timeZone) },
  }))
  const sums = sumUsage(
    uses,
    () => compiled,
    (productId) => `user of ${productId}`,
  )
  return composeBill({
    ...{ billDate: '2026-08-01', billedFrom: '2026-07-01', isTaxIncluded: true, charges: [], billed: [] },
    cycle: { frequency: 'monthly', cycleDay: 1, anchorMonth: 1 },
    ...{ pauses: new Map(), usage: sums },
    taxRates: [{ code: 'standard', category: 'S', basisPoints: 2000, validFrom: '2014-01-01', validUntil: null }],
  })
}

test('two orders of the same usage give the same bill, its lines and the records behind them', () => {
  const made = records.chain((all) => {
    const usage = all.map(({ type, productId, units, minute, isAbroad }, index): LineUsage => {
      const other = type === 'data' ? '' : '+33123456789'
      const visited = type === 'data' && isAbroad ? '310' : ''
      const at = Date.UTC(2026, 6, 2) + minute * 60_000
      return { id: `r${index}`, type, productId, other, visited, startedAt: at, units }
    })
    const shuffled = fc.shuffledSubarray(usage, { minLength: usage.length, maxLength: usage.length })
    return fc.tuple(fc.constant(usage), shuffled)
  })
  fc.assert(
    fc.property(made, ([usage, other]) => {
      const [mine, theirs] = [sorted(billOf(usage)), sorted(billOf(other))]
      expect(theirs).toEqual(mine)
    }),
  )
})

/** Which records a line stands for is a set: the way back to them has no order of its own. */
function sorted(bill: ReturnType<typeof billOf>) {
  if (!bill.ok) throw new Error(bill.error.code)
  const { lines: all, ...rest } = bill.value
  return {
    ...rest,
    lines: all.map(({ usage, ...line }) => ({
      ...line,
      usage: usage && { ...usage, uses: usage.uses.map(({ record }) => record.id).toSorted() },
    })),
  }
}
