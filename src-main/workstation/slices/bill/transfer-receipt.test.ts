import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import { billLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Language } from '#shared/text/translate.ts'

let world: SaleWorld
let helene: Id

beforeEach(() => {
  world = openSaleWorld()
  helene = world.desk.ids.next()
  world.put('customer', aCustomer({ id: helene }))
  world.put('bill_account', {
    ...{ id: helene, scope: 'fr', version: 1, number: '100007', frequency: 'monthly', cycle_day: 13, anchor_month: 1 },
    ...{ currency: 'EUR', tax_included: 1, next_bill_on: '2026-11-13', bills: 2, open_minor: 5000, credit_minor: 0 },
  })
  const line = billLine({ user_id: helene, amount_minor: 2500 })
  const of = { customer_id: helene, state: 'sent', open_minor: 2500 }
  const [older, newer] = [
    { id: 'older', number: '100007-0001', bill_date: '2026-09-13', due_date: '2026-09-27' },
    { id: 'newer', number: '100007-0002', bill_date: '2026-10-13', due_date: '2026-10-27' },
  ]
  world.put('bill', billOf([line], { ...of, ...older }))
  world.put('bill', billOf([line], { ...of, ...newer }))
})
afterEach(() => world.close())

/** Entered by Zoé, of the back office. */
const transfer = (amountMinor: number, billIds: string[] = [], bankReference = 'REF 2026-10-20/7') => {
  world.signIn({ role: 'backOffice' })
  return world.ask('bill.recordTransfer', {
    ...{ customerId: helene, billIds, amountMinor, bankReference, takenOn: '2026-10-20' },
  })
}

const openOf = async () =>
  (await world.do('bill.bills', { customerId: helene })).bills.map(({ id, open_minor: open }) => `${id} ${open}`)

test.each([
  ['the oldest first', 3000, [], ['newer 2000', 'older 0']],
  ['the chosen one, whatever is older', 2500, ['newer'], ['newer 0', 'older 2500']],
  ['the chosen one, and the rest as credit', 4000, ['newer'], ['newer 0', 'older 2500']],
] as const)('a transfer pays %s', async (_what, amountMinor, billIds, left) => {
  expect(await transfer(amountMinor, [...billIds])).toMatchObject({ ok: true })
  expect(await openOf()).toEqual(left)
  const { payments } = await world.do('bill.payments', { customerId: helene })
  expect(payments.map(({ row }) => [row.way, row.taken_on, row.reference, row.amount_minor])).toEqual([
    ['transfer', '2026-10-20', 'REF 2026-10-20/7', amountMinor],
  ])
})

test('the same line of a statement, or the same slip, is refused the second time and nothing is booked', async () => {
  expect((await transfer(2500)).ok).toBe(true)
  const reference = 'REF 2026-10-20/7'
  expect(await transfer(2500)).toMatchObject({ error: { code: 'PAYMENT_TWICE', details: { reference } } })
  world.signIn({ role: 'store' })
  const paid = { method: 'terminal', terminalReference: 'T-1' } as const
  const byCard = () =>
    world.ask('bill.takePayment', { customerId: helene, caseId: null, billId: null, amountMinor: 1000, paid })
  expect((await byCard()).ok).toBe(true)
  expect(await byCard()).toMatchObject({ error: { code: 'PAYMENT_TWICE', details: { reference: 'T-1' } } })
  expect(await openOf()).toEqual(['newer 1500', 'older 0'])
})

test.each([
  ['en', 'Bill 100007-0001', 'Credit for your next bill', 'Change'],
  ['fr', 'Facture 100007-0001', 'Crédit pour la prochaine facture', 'Monnaie'],
  ['cs', 'Vyúčtování 100007-0001', 'Kredit na příští vyúčtování', 'Vrátit'],
  ['ru', 'Счёт 100007-0001', 'Аванс для следующего счёта', 'Сдача'],
] as const)('a payment at the counter has a receipt on paper in %s', async (language: Language, ...said) => {
  world.put('customer', aCustomer({ id: helene, version: 2, language }))
  const paid = { method: 'cash', tenderedMinor: 7000 } as const
  const { paymentId } = await world.do('bill.takePayment', {
    ...{ customerId: helene, caseId: null, billId: null, amountMinor: 6000, paid },
  })
  const { fileName, base64 } = await world.do('bill.receipt', { paymentId })
  expect(fileName).toMatch(/^R-26-\d+\.pdf$/)
  expect(world.desk.outbox.unsent().at(-1)).toMatchObject({
    ...{ type: 'interaction.recordExport', body: { kind: 'billReceipt', aboutId: paymentId } },
  })
  const input = Buffer.from(base64, 'base64')
  // not as laid out: a value stands beside the first line of its label
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input, encoding: 'utf8' }).replace(/\s+/g, ' ')
  for (const one of [...said, '100007', 'Jana Nováková']) expect(text).toContain(one)
  expect(text).toMatch(/60[.,]00 EUR/)
  expect(text).not.toMatch(/receipt\.|payNow\.|billPaper\.|\{/)
})

test('a transfer has no receipt of ours, and a payment nobody knows has none', async () => {
  const entered = await transfer(2500)
  const paymentId = entered.ok ? entered.value.paymentId : ''
  for (const id of [paymentId, world.desk.ids.next()])
    expect(await world.ask('bill.receipt', { paymentId: id })).toMatchObject({ error: { code: 'NOT_FOUND' } })
})
