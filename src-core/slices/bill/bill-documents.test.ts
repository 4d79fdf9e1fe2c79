import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { brokenRules } from '#shared/domain/bill/en16931.ts'
import { billToUbl } from '#shared/domain/bill/ubl.ts'
import { makeBillPdf } from '#shared/node/bill-pdf.ts'
import { ublWords } from '#shared/node/bill-words.ts'
import { inUnit } from '#core/db/unit.ts'
import { policiesOf } from '#core/sync/market.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { bookPayment } from './book-payment.ts'
import { creditBill } from './credit-bill.ts'
import { creditAmount, creditLines } from './credit-lines.ts'
import { readBillDocuments } from './read-bill-documents.ts'
import { billingStores, billUpTo, callLine, postPaidLines, takeIn } from './test-billing.ts'

const stores = billingStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

/** A market of bills with usage of all kinds, a bill that corrects an earlier one, one paid by credit, and a credit note. */
async function market(): Promise<CoreStore> {
  const store = await stores.open()
  const [first, second, third] = await postPaidLines(store)
  const msisdn = first?.msisdn ?? ''
  const records = [
    callLine({ id: '1', msisdn, other: '+33899000000' }),
    callLine({ id: '2', msisdn, type: 'data', other: '', visited: '310', units: 10_000_000 }),
    callLine({ id: '3', msisdn, other: '+420601123456', units: 95 }),
    callLine({ id: '4', msisdn, type: 'message', units: 1 }),
  ]
  await takeIn(store, stores.folder, records)
  const paid = { customerId: third?.account_id ?? '', way: 'cash', reference: '', currency: 'EUR', told: null } as const
  await inUnit(store, (unit) => bookPayment(unit, { ...paid, id: 'p', amountMinor: 5000, takenOn: '2026-10-20' }))
  await billUpTo(store, '2026-11-03')
  await store.db
    .updateTable('charge')
    .set({ active_until: '2026-10-24' })
    .where('product_id', '=', second?.id ?? '')
    .execute()
  await billUpTo(store, '2026-12-03')
  const billId = `${first?.account_id}:2026-11-03`
  const on = '2026-12-04'
  const given = { billId, on, reason: 'goodwill' } as const
  await inUnit(store, (unit) => creditAmount(unit, { ...given, id: 'kind', amountMinor: 333 }))
  const parts = [{ lineId: `${billId}/1`, amountMinor: 99 }]
  await inUnit(store, (unit) => creditLines(unit, { ...given, reason: 'dispute', id: 'part', parts }))
  await inUnit(store, (unit) => creditBill(unit, { id: 'rest', billId, on }))
  return store
}

async function documentsOf(store: CoreStore) {
  const policies = await policiesOf(store.db, 'nancy')
  if (!policies?.market.seller) throw new Error('the seeded market has a seller')
  const bills = await store.db.selectFrom('bill').selectAll().orderBy('id').execute()
  const of = { seller: policies.market.seller, market: policies.market, withUsage: true }
  return readBillDocuments(store.db, bills, of)
}

test('every bill and credit note that the run makes keeps the rules of EN 16931 as UBL', async () => {
  const documents = await documentsOf(await market())
  const kinds = documents.map(({ document }) => document.bill.kind)
  expect([kinds.filter((kind) => kind === 'bill').length > 15, kinds.includes('creditNote')]).toEqual([true, true])
  expect(documents.some(({ document }) => document.creditMinor > 0)).toBe(true)
  expect(documents.some(({ document }) => document.lines.some((line) => line.is_correction === 1))).toBe(true)
  expect(documents.some(({ document }) => document.buyer.vatNumber !== null)).toBe(true)
  const broken = documents.flatMap(({ document }) =>
    brokenRules(billToUbl(document, ublWords(document, 'fr', 'Europe/Paris'))).map(
      (rule) => `${document.bill.id} ${rule}`,
    ),
  )
  expect(broken).toEqual([])
})

test('a bill with usage on paper lists each record once, with the words of its line', async () => {
  const documents = await documentsOf(await market())
  const found = documents.find(({ document }) => document.usage.length === 4)
  if (!found) throw new Error('a bill of four records')
  const { document: billPaper } = found
  const of = { reference: billPaper.bill.number, operator: 'Northline Mobile', zone: 'Europe/Paris', explained: null }
  const pdf = await makeBillPdf(
    { billPaper, language: 'en', ...of },
    join(import.meta.dirname, '../../../resources/fonts'),
  )
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  expect(text.match(/10 Oct 2026, 10:00 .* (\d|free)/g)).toHaveLength(4)
  expect(text).toMatch(/Calls made, premium numbers/)
  expect(text).toMatch(/Roaming: Data, outside the EU/)
  expect(text).toMatch(/\+420 601 ••• •56/)
})
