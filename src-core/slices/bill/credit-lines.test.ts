import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { bookPayment } from './book-payment.ts'
import { creditBill } from './credit-bill.ts'
import { creditAmount, creditLines } from './credit-lines.ts'
import { billUpTo, billingStores, callLine, postPaidLines, takeIn } from './test-billing.ts'
import { trialBalance } from './trial-balance.ts'

const stores = billingStores()
let store: CoreStore
let payer = ''
let billId = ''
beforeEach(async () => {
  store = await stores.open()
  const [line] = await postPaidLines(store)
  payer = line?.account_id ?? ''
  billId = `${payer}:2026-11-03`
  await takeIn(store, stores.folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '', other: '+33899000000' })])
  await billUpTo(store, '2026-11-03')
})
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const of = { on: '2026-11-12', reason: 'goodwill' } as const
const billNow = () => store.db.selectFrom('bill').selectAll().where('id', '=', billId).executeTakeFirstOrThrow()
const lines = () =>
  store.db.selectFrom('bill_line').selectAll().where('bill_id', '=', billId).orderBy('position').execute()
const give = (id: string, parts: readonly { readonly lineId: string; readonly amountMinor: number }[]) =>
  inUnit(store, (unit) => creditLines(unit, { ...of, id, billId, parts }))
const account = () =>
  store.db
    .selectFrom('bill_account')
    .select(['open_minor', 'credit_minor'])
    .where('id', '=', payer)
    .executeTakeFirstOrThrow()
const pay = (amountMinor: number) =>
  inUnit(store, (unit) =>
    bookPayment(unit, {
      ...{ id: 'p', customerId: payer, way: 'cash', reference: '', amountMinor, currency: 'EUR' },
      ...{ takenOn: '2026-11-10', told: [{ billId, amountMinor }] },
    }),
  )
const balanced = async () => {
  const { off, unbalanced, openDiffers } = await trialBalance(store)
  expect({ off, unbalanced, openDiffers }).toEqual({ off: [], unbalanced: [], openDiffers: [] })
}

test('a part of a line lowers what is open, has its own tax, says where it came from, and counts once by its id', async () => {
  const [before, { open_minor: owed }, [first]] = [await billNow(), await account(), await lines()]
  const made = await give('g', [{ lineId: first?.id ?? '', amountMinor: 600 }])
  expect(made).toMatchObject({ value: { closedMinor: 600, creditMinor: 0 } })
  expect(await give('g', [{ lineId: first?.id ?? '', amountMinor: 600 }])).toEqual(made)
  const note = await store.db.selectFrom('bill').selectAll().where('id', '=', 'g').executeTakeFirstOrThrow()
  expect(note).toMatchObject({
    ...{ kind: 'creditNote', about_id: billId, reason: 'goodwill', state: 'settled', lines: 1 },
    ...{
      net_minor: 500,
      tax_minor: 100,
      rounding_minor: 0,
      payable_minor: 600,
      number: expect.stringMatching(/-0003$/),
    },
  })
  const [line] = await store.db.selectFrom('bill_line').selectAll().where('bill_id', '=', 'g').execute()
  expect(line).toMatchObject({ position: 1, name: first?.name, unit: 'part', price_minor: first?.amount_minor })
  expect(await billNow()).toMatchObject({ open_minor: before.open_minor - 600, state: 'validated', credited_by: null })
  expect(await account()).toMatchObject({ open_minor: owed - 600, credit_minor: 0 })
  await balanced()
})

test('what was paid already becomes credit, and a bill with nothing open is settled', async () => {
  const { payable_minor: payable } = await billNow()
  await pay(payable - 200)
  const made = await inUnit(store, (unit) => creditAmount(unit, { ...of, id: 'g', billId, amountMinor: 500 }))
  expect(made).toMatchObject({ value: { closedMinor: 200, creditMinor: 300, note: { payable_minor: 500, lines: 2 } } })
  expect(await billNow()).toMatchObject({ open_minor: 0, state: 'settled', credited_by: null })
  expect(await account()).toMatchObject({ credit_minor: 300 })
  await balanced()
  await billUpTo(store, '2026-12-03')
  const next = store.db.selectFrom('bill').selectAll().where('id', '=', `${payer}:2026-12-03`)
  const { payable_minor: due, open_minor: open } = await next.executeTakeFirstOrThrow()
  expect(due - open).toBe(300)
  // goodwill takes nothing back: the month is not billed again
  expect(due).toBe(payable - 130)
  await balanced()
})

test('no line is ever given back beyond its amount, and the bill is credited once all of it is', async () => {
  const [first, usage] = await lines()
  const [id, other] = [first?.id ?? '', usage?.id ?? '']
  const amount = first?.amount_minor ?? 0
  await give('a', [{ lineId: id, amountMinor: 1000 }])
  expect(await give('b', [{ lineId: id, amountMinor: amount - 999 }])).toMatchObject({
    error: { code: 'CREDIT_TOO_MUCH', details: { lineId: id, leftMinor: amount - 1000 } },
  })
  await give('c', [
    { lineId: id, amountMinor: amount - 1000 },
    { lineId: other, amountMinor: usage?.amount_minor ?? 0 },
  ])
  expect(await billNow()).toMatchObject({ open_minor: 0, state: 'settled', credited_by: 'c' })
  const after = { billId, ...of, id: 'd' }
  expect(await inUnit(store, (unit) => creditAmount(unit, { ...after, amountMinor: 1 }))).toMatchObject({
    error: { code: 'BILL_CREDITED' },
  })
  const left = await store.db
    .selectFrom('gl_entry')
    .select(({ fn }) => fn.sum<number>('amount_minor').as('sum'))
    .where('source_id', 'in', [billId, 'a', 'c'])
    .where('account', 'in', ['1100', '2210'])
    .executeTakeFirst()
  expect(Number(left?.sum)).toBe(0)
  await balanced()
  // all of it was goodwill: nothing is billed twice
  expect(await billUpTo(store, '2026-12-03')).toMatchObject({ records: 0 })
  await balanced()
})

test('a bill taken back after a part of it was given back credits the rest, and is billed again whole', async () => {
  const { payable_minor: payable, lines: count } = await billNow()
  const [first] = await lines()
  await give('a', [{ lineId: first?.id ?? '', amountMinor: 1000 }])
  const whole = await inUnit(store, (unit) => creditBill(unit, { id: 'w', billId, on: of.on }))
  expect(whole).toMatchObject({
    value: { note: { payable_minor: payable - 1000, lines: count, reason: 'correction' } },
  })
  expect(await inUnit(store, (unit) => creditBill(unit, { id: 'w', billId, on: of.on }))).toEqual(whole)
  expect(await billUpTo(store, '2026-12-03')).toMatchObject({ records: 1 })
  const next = store.db.selectFrom('bill').select('payable_minor').where('id', '=', `${payer}:2026-12-03`)
  expect(await next.executeTakeFirst()).toEqual({ payable_minor: 2 * payable - 130 })
  await balanced()
})

test('a company gets a part back before tax, with its tax on top', async () => {
  const bill = await store.db
    .selectFrom('bill')
    .selectAll()
    .where('tax_included', '=', 0)
    .where('payable_minor', '>', 1200)
    .where('open_minor', '>', 0)
    .executeTakeFirstOrThrow()
  const made = await inUnit(store, (unit) => creditAmount(unit, { ...of, id: 'g', billId: bill.id, amountMinor: 1000 }))
  expect(made).toMatchObject({ value: { note: { net_minor: 1000, tax_minor: 200, payable_minor: 1200 } } })
  await balanced()
})

test('is refused for what is no bill, and for a credit note', async () => {
  const wrong = (id: string) =>
    inUnit(store, (unit) => creditAmount(unit, { ...of, id: 'z', billId: id, amountMinor: 1 }))
  expect(await wrong('none')).toMatchObject({ error: { code: 'BILL_UNKNOWN' } })
  await inUnit(store, (unit) => creditAmount(unit, { ...of, id: 'g', billId, amountMinor: 1 }))
  expect(await wrong('g')).toMatchObject({ error: { code: 'BILL_UNKNOWN' } })
})
