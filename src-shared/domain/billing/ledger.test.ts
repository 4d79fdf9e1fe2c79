import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import type { LedgerEvent } from './ledger.ts'
import { accounts, entriesOf, moneyWays } from './ledger.ts'

const whole = fc.integer({ min: -100_000, max: 100_000 })
const above = fc.nat(100_000)
const way = fc.constantFrom(...moneyWays)
type Plain = Exclude<LedgerEvent, { readonly way: unknown } | { readonly kind: 'bill' | 'creditNote' }>['kind']
const one = (kind: Plain) => above.map((amountMinor) => ({ kind, amountMinor }))
const moved = (kind: 'depositTaken' | 'depositReturned' | 'refundPaid') =>
  fc.tuple(way, above).map(([by, amountMinor]) => ({ kind, way: by, amountMinor }))
const events: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc
    .tuple(whole, whole, whole, whole, whole, fc.integer({ min: -3, max: 3 }))
    .map(([recurring, usage, oneOff, creditsGiven, taxMinor, roundingMinor]) => ({
      kind: 'bill' as const,
      nets: { recurring, usage, oneOff, creditsGiven },
      taxMinor,
      roundingMinor,
    })),
  fc
    .tuple(above, above, fc.integer({ min: -3, max: 3 }), above)
    .map(([netMinor, taxMinor, roundingMinor, paidMinor]) => ({
      kind: 'creditNote' as const,
      netMinor,
      taxMinor,
      roundingMinor,
      paidMinor,
    })),
  fc.tuple(way, above, above).map(([by, allocatedMinor, creditMinor]) => ({
    kind: 'payment' as const,
    way: by,
    allocatedMinor,
    creditMinor,
  })),
  one('creditApplied'),
  one('creditGranted'),
  one('creditTakenBack'),
  one('depositApplied'),
  one('refundApproved'),
  one('disputeOpened'),
  one('disputeClosed'),
  one('writeOff'),
  moved('depositTaken'),
  moved('depositReturned'),
  moved('refundPaid'),
)

test('the ledger balances after any sequence of events', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (sequence) => {
      const all = sequence.flatMap(entriesOf)
      expect(all.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0)
      expect(all.some(({ amountMinor }) => amountMinor === 0)).toBe(false)
    }),
  )
})

test('100 and 21 of tax: receivables 121, revenue 100, tax 21 (standards.md 7.5)', () => {
  const event = {
    kind: 'bill',
    nets: { recurring: 10_000, usage: 0, oneOff: 0, creditsGiven: 0 },
    taxMinor: 2100,
    roundingMinor: 0,
  } as const
  expect(entriesOf(event)).toEqual([
    { account: '1100', amountMinor: 12_100 },
    { account: '4000', amountMinor: -10_000 },
    { account: '2100', amountMinor: -2100 },
  ])
  const note = { kind: 'creditNote', netMinor: 10_000, taxMinor: 2100, roundingMinor: 0, paidMinor: 100 } as const
  const receivables = [event, note]
    .flatMap(entriesOf)
    .filter(({ account }) => account === accounts.receivables || account === accounts.customerCredit)
  expect(receivables.map(({ amountMinor }) => amountMinor)).toEqual([12_100, -12_000, -100])
})

test('a bill below zero leaves the customer a credit, and nobody owes below zero', () => {
  const nets = { recurring: -1000, usage: 0, oneOff: 0, creditsGiven: 0 }
  expect(entriesOf({ kind: 'bill', nets, taxMinor: -200, roundingMinor: 0 })).toContainEqual({
    account: accounts.customerCredit,
    amountMinor: -1200,
  })
})

const open = [
  { billId: 'b', dueOn: '2026-03-15', openMinor: 2000 },
  { billId: 'a', dueOn: '2026-02-15', openMinor: 1500 },
]

test('a payment of 150 on 121 leaves 29 of credit; oldest due first, or as told', () => {
  expect(allocate(2500, open, null)).toMatchObject({
    value: {
      allocations: [
        { billId: 'a', amountMinor: 1500 },
        { billId: 'b', amountMinor: 1000 },
      ],
      creditMinor: 0,
    },
  })
  expect(allocate(4000, open, null)).toMatchObject({ value: { creditMinor: 500 } })
  expect(allocate(500, open, [{ billId: 'b', amountMinor: 500 }])).toMatchObject({ value: { creditMinor: 0 } })
  expect(allocate(500, open, [{ billId: 'c', amountMinor: 500 }])).toMatchObject({
    error: { code: 'ALLOCATION_UNKNOWN_BILL' },
  })
  const twice = [
    { billId: 'a', amountMinor: 1000 },
    { billId: 'a', amountMinor: 1000 },
  ]
  expect(allocate(2000, open, twice)).toMatchObject({ error: { code: 'ALLOCATION_TOO_MUCH' } })
  expect(allocate(1000, open, [{ billId: 'b', amountMinor: 1500 }])).toMatchObject({
    error: { code: 'ALLOCATION_TOO_MUCH' },
  })
})
