import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import type { BilledUse } from '#shared/domain/rating/rows.ts'
import { writeBillUsage } from '#shared/domain/rating/rows.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const billId = 'payer:2026-10-03'
const lineId = `${billId}/1`

function lineOf(records: number): BillLineRow {
  return {
    ...{ id: lineId, scope: 'nancy', version: 1, bill_id: billId, position: 1, kind: 'usage', user_id: 'payer' },
    ...{ product_id: 'line', charge_id: null, name: '{"usage":"voice","zone":"national"}' },
    ...{ period_start: '2026-09-03', period_end: '2026-10-03', from_date: '2026-09-04', to_date: '2026-09-30' },
    ...{ is_correction: 0, price_minor: 0, days: 0, of_days: 0, quantity: 120, free: 0, unit: 'second', records },
    ...{ rate: '{}', amount_minor: 20, net_minor: 17, tax_category: 'S', tax_basis_points: 2000 },
  }
}

function use(id: string): BilledUse {
  const call = { startedAt: 1, other: '+33199001234', visited: '', units: 60, charged: 60, free: 0 }
  return { id, ...call, amountMicro: 100_000, isBeyondFairUse: false }
}

function put(records: number, parts: readonly (readonly BilledUse[])[]): void {
  world.put('bill_line', lineOf(records))
  const of = { scope: 'nancy', version: 1, bill_id: billId, line_id: lineId }
  for (const [part, uses] of parts.entries())
    world.put('bill_usage', { id: `${lineId}#${part}`, ...of, part, records: uses.length, body: writeBillUsage(uses) })
}

test('the records of a bill are those of this desk, in their order, where it has them all', async () => {
  put(3, [[use('a'), use('b')], [use('c')]])
  const { isWhole, lines } = await world.do('bill.usage', { billId })
  expect([isWhole, lines.map((line) => [line.lineId, line.uses.map(({ id }) => id)])]).toEqual([
    true,
    [[lineId, ['a', 'b', 'c']]],
  ])
})

test('where the core has more and cannot be asked, what is here is shown and said not to be all', async () => {
  put(3, [[use('a')]])
  const { isWhole, lines } = await world.do('bill.usage', { billId })
  expect([isWhole, lines.map(({ uses }) => uses)]).toEqual([false, [[use('a')]]])
  expect(await world.do('bill.usage', { billId: 'older' })).toEqual({ isWhole: false, lines: [] })
  expect(await world.ask('bill.running', { customerId: world.desk.ids.next() })).toMatchObject({
    error: { code: 'CORE_UNREACHABLE' },
  })
})
