import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import { billDocument, usageLine } from '#shared/domain/bill/bill-document.fixture.ts'
import { writeBillUsage } from '#shared/domain/rating/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'

let world: SaleWorld
let anna: Id

beforeEach(() => {
  world = openSaleWorld()
  anna = world.desk.ids.next()
  world.put('customer', aCustomer({ id: anna, language: 'fr' }))
})
afterEach(() => world.close())

/** The rows of a bill with one call abroad, as the feed brings them; `calls` of its record on this desk. */
function putBill(calls: number): void {
  const lines = [{ amount_minor: 2490, user_id: anna }, usageLine(2400, { user_id: anna, records: 1 })]
  const { bill, lines: rows, taxes } = billDocument(lines, { customer_id: anna })
  world.put('bill', bill)
  world.put('bill_line', ...rows)
  world.put('bill_tax', ...taxes)
  const use = { id: 'r1', startedAt: Date.UTC(2026, 9, 5, 16, 41), other: '+33123456741', visited: '602' }
  const price = { units: 442, charged: 480, free: 0, amountMicro: 24_000_000, isBeyondFairUse: false }
  const body = writeBillUsage(Array.from({ length: calls }, () => ({ ...use, ...price })))
  const of = { id: 'bill-1/2#0', scope: 'fr', version: 1, bill_id: 'bill-1', line_id: 'bill-1/2', part: 0 }
  if (calls > 0) world.put('bill_usage', { ...of, records: calls, body })
}

function textOf(base64: string): string {
  const input = Buffer.from(base64, 'base64')
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }).replace(/[ \u00a0\u202f]+/g, ' ')
}

test('a bill goes on paper without the core, in its customer’s language, with its single calls', async () => {
  putBill(1)
  const made = await world.do('bill.print', { billId: 'bill-1' })
  expect(made.fileName).toBe('100001-0007.pdf')
  const text = textOf(made.base64)
  for (const said of [
    'Facture 100001-0007',
    'À payer avant le 17 nov. 2026 inclus 48,90',
    'Cette facture, 48,90 : abonnements 24,90, itinérance 24,00.',
    '7 min 22 s 24,00',
  ])
    expect(text).toContain(said)
  expect(world.desk.outbox.unsent()).toMatchObject([
    { type: 'bill.recordPaper', body: { billId: 'bill-1', customerId: anna } },
  ])
})

test('a bill whose calls are not on this desk says so while the core is away', async () => {
  putBill(0)
  const made = await world.do('bill.print', { billId: 'bill-1' })
  expect(textOf(made.base64)).toContain('Le détail des communications n’est pas disponible ici')
})

test('a bill this desk has not is refused', async () => {
  expect(await world.ask('bill.print', { billId: 'none' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
})
