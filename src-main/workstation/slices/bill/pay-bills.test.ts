import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import { billLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import type { Id } from '#shared/kernel/ids.ts'

let world: SaleWorld
let helene: Id

beforeEach(() => {
  world = openSaleWorld()
  helene = world.desk.ids.next()
  world.put('customer', aCustomer({ id: helene, email: 'helene@example.net' }))
  world.put('bill_account', {
    ...{ id: helene, scope: 'fr', version: 1, number: '100007', frequency: 'monthly', cycle_day: 13, anchor_month: 1 },
    ...{ currency: 'EUR', tax_included: 1, next_bill_on: '2026-11-13', bills: 2, open_minor: 5000, credit_minor: 0 },
  })
  const line = billLine({ user_id: helene, amount_minor: 2500 })
  const of = { customer_id: helene, state: 'sent', open_minor: 2500 }
  world.put('bill', billOf([line], { ...of, id: 'older', bill_date: '2026-09-13', due_date: '2026-09-27' }))
  world.put('bill', billOf([line], { ...of, id: 'newer', bill_date: '2026-10-13', due_date: '2026-10-27' }))
})
afterEach(() => world.close())

const cash = (amountMinor: number, billId: string | null, tenderedMinor = amountMinor) =>
  world.ask('bill.takePayment', {
    ...{ customerId: helene, caseId: null, billId, amountMinor },
    paid: { method: 'cash', tenderedMinor },
  })

async function openOf(): Promise<Readonly<Record<string, unknown>>> {
  const { bills, openMinor, creditMinor } = await world.do('bill.bills', { customerId: helene })
  return {
    ...Object.fromEntries(bills.map((bill) => [bill.id, `${bill.open_minor} ${bill.state}`])),
    openMinor,
    creditMinor,
  }
}

test.each([
  [
    'the oldest first',
    3000,
    null,
    { older: '0 settled', newer: '2000 partiallyPaid', openMinor: 2000, creditMinor: 0 },
  ],
  [
    'the named one first',
    3000,
    'newer',
    { older: '2000 partiallyPaid', newer: '0 settled', openMinor: 2000, creditMinor: 0 },
  ],
  ['more than is open', 6000, null, { older: '0 settled', newer: '0 settled', openMinor: 0, creditMinor: 1000 }],
] as const)('money for bills, %s, counts at once on this desk', async (_what, amountMinor, billId, left) => {
  expect((await cash(amountMinor, billId)).ok).toBe(true)
  expect(await openOf()).toEqual(left)
  world.decideAll()
})

test('a payment sent again after a lost answer is the same one, whatever its form says by then', async () => {
  const paymentId = world.desk.ids.next()
  const take = (amountMinor: number) =>
    world.do('bill.takePayment', {
      ...{ paymentId, customerId: helene, caseId: null, billId: null, amountMinor },
      paid: { method: 'cash', tenderedMinor: amountMinor },
    })
  const first = await take(3000)
  expect(first).toEqual({ paymentId, amountMinor: 3000, bills: 2, creditMinor: 0 })
  expect(await take(4000)).toEqual(first)
  expect((await openOf())['openMinor']).toBe(2000)
  const { lines } = await world.do('desk.toSend', {})
  expect(lines.map(({ title }) => title.key)).toEqual(['case.title.payment'])
})

test('less handed over than taken, a payer without bills, and a lease that ended are refused', async () => {
  expect(await cash(3000, null, 2000)).toMatchObject({ error: { code: 'TENDERED_TOO_LITTLE' } })
  const nobody = { customerId: world.desk.ids.next(), caseId: null, billId: null, amountMinor: 1 }
  expect(
    await world.ask('bill.takePayment', { ...nobody, paid: { method: 'terminal', terminalReference: 'T-1' } }),
  ).toMatchObject({ error: { code: 'ACCOUNT_UNKNOWN' } })
  world.setOnline(false)
  world.setLease({ kind: 'ended', endedAt: 1 })
  expect(await cash(3000, null)).toMatchObject({ error: { code: 'LEASE_ENDED' } })
  expect(await openOf()).toMatchObject({ openMinor: 5000 })
})

test('a bill goes out again by e-mail where there is one, else by SMS, else not', async () => {
  const again = () => world.ask('bill.sendAgain', { customerId: helene, billId: 'newer', caseId: null })
  expect(await again()).toMatchObject({ value: { channel: 'email', recipient: 'helene@example.net' } })
  world.put('customer', aCustomer({ id: helene, version: 2, email: null }))
  expect(await again()).toMatchObject({ value: { channel: 'sms', recipient: '+33639984112' } })
  world.put('customer', aCustomer({ id: helene, version: 3, email: null, contact_number: null }))
  expect(await again()).toMatchObject({ error: { code: 'ADDRESS_MISSING' } })
  const { entries } = await world.do('interaction.customerView', { customerId: helene })
  expect(entries.filter(({ kind }) => kind === 'message').map(({ channel }) => channel)).toEqual(['sms', 'email'])
})

test('the running month needs the core, and a bill whose last one left the desk is not called the first', async () => {
  expect(await world.ask('bill.today', { customerId: helene })).toMatchObject({ error: { code: 'CORE_UNREACHABLE' } })
  const { other, isFirst } = await world.do('bill.bill', { billId: 'older', otherId: null })
  expect({ other, isFirst }).toEqual({ other: null, isFirst: false })
})
