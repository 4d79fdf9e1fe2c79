import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { PayBillsBody } from '#shared/domain/payment/bill-payment-commands.ts'
import { knownBillStores } from '#core/seed/bills/test-bills.ts'
import { seedId } from '#core/seed/seed-ids.ts'
import { trialBalance } from '../bill/trial-balance.ts'
import type { SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleDay } from '../test-sale.ts'

const stores = knownBillStores({ customers: 20, now: saleDay })
const pavel = seedId(1, 'customer', 1)
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

async function openWorld(): Promise<SaleWorld> {
  return openSaleWorld(await stores.open())
}

/** Pavel's bills: 146.10 and 39.90 are open. */
async function openBills({ store }: SaleWorld) {
  return store.db
    .selectFrom('bill')
    .select(['id', 'open_minor', 'state'])
    .where('customer_id', '=', pavel)
    .orderBy('bill_date', 'desc')
    .limit(2)
    .execute()
}

function paying({ ids }: SaleWorld, change: Partial<PayBillsBody> = {}): PayBillsBody {
  return {
    paymentId: ids.next(),
    customerId: pavel,
    caseId: null,
    amountMinor: 10_000,
    currency: 'EUR',
    allocations: [],
    account: { openMinor: 18_600, creditMinor: 0 },
    receipt: 'R-1',
    paid: { method: 'cash', tenderedMinor: 10_000 },
    shiftId: null,
    ...change,
  }
}

async function balanced({ store }: SaleWorld): Promise<void> {
  expect(await trialBalance(store)).toMatchObject({ off: [], unbalanced: [], openDiffers: [] })
}

describe('money for bills', () => {
  test('pays the oldest first where nothing is told, and leaves a receipt', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    expect(await luc.push('payment.payBills', paying(world))).toMatchObject({ result: 'applied' })
    expect((await openBills(world)).map(({ open_minor, state }) => [open_minor, state])).toEqual([
      [3990, 'validated'],
      [4610, 'partiallyPaid'],
    ])
    const paid = await world.store.db.selectFrom('bill_payment').selectAll().where('receipt', '=', 'R-1').execute()
    expect(paid).toMatchObject([
      { way: 'cash', taken_by: 'Luc', desk_name: luc.seat, taken_at: saleDay, taken_on: '2026-10-22', credit_minor: 0 },
    ])
    await balanced(world)
  })

  test('pays the bill that was named, and what is too much is credit', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const [last] = await openBills(world)
    const billId = last?.id ?? ''
    const told = { allocations: [{ billId, amountMinor: 3990, openMinor: 3990 }], amountMinor: 5000 }
    const paid = { method: 'terminal', terminalReference: 'T-77' } as const
    expect(await luc.push('payment.payBills', paying(world, { ...told, paid }))).toMatchObject({ result: 'applied' })
    expect((await openBills(world))[0]).toMatchObject({ open_minor: 0, state: 'settled' })
    const account = await world.store.db.selectFrom('bill_account').selectAll().where('id', '=', pavel).execute()
    expect(account).toMatchObject([{ open_minor: 14_610, credit_minor: 1010 }])
    await balanced(world)
  })

  test('of a bill that somebody else has paid meanwhile is credit: the money is in the drawer', async () => {
    const world = await openWorld()
    const [luc, anna] = [await world.desk('luc'), await world.desk('anna')]
    const [last] = await openBills(world)
    const told = { allocations: [{ billId: last?.id ?? '', amountMinor: 3990, openMinor: 3990 }], amountMinor: 3990 }
    for (const desk of [luc, anna])
      expect(await desk.push('payment.payBills', paying(world, told))).toMatchObject({ result: 'applied' })
    const account = await world.store.db.selectFrom('bill_account').selectAll().where('id', '=', pavel).execute()
    expect(account).toMatchObject([{ open_minor: 14_610, credit_minor: 3990 }])
    await balanced(world)
  })

  test('counts once: the same payment, the same slip and the same statement line are refused', async () => {
    const world = await openWorld()
    const [luc, zoe] = [await world.desk('luc'), await world.desk('zoe')]
    const first = paying(world, { paid: { method: 'terminal', terminalReference: 'T-78' } })
    expect(await luc.push('payment.payBills', first)).toMatchObject({ result: 'applied' })
    const twice = { result: 'rejected', code: 'PAYMENT_TWICE' }
    expect(await luc.push('payment.payBills', first)).toMatchObject(twice)
    expect(await luc.push('payment.payBills', { ...first, paymentId: world.ids.next() })).toMatchObject(twice)
    const { paid: _, shiftId: __, caseId: ___, ...common } = paying(world)
    const transfer = { ...common, bankReference: 'AUSZUG 44/7', takenOn: '2026-10-20' }
    expect(await zoe.push('payment.recordTransfer', transfer)).toMatchObject({ result: 'applied' })
    expect(await zoe.push('payment.recordTransfer', { ...transfer, paymentId: world.ids.next() })).toMatchObject(twice)
    await balanced(world)
  })

  test('is refused for too little cash, another currency, and who has no bills; a transfer for who is no back office', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const push = (change: Partial<PayBillsBody>) => luc.push('payment.payBills', paying(world, change))
    expect(await push({ paid: { method: 'cash', tenderedMinor: 9999 } })).toMatchObject({ code: 'TENDERED_TOO_LITTLE' })
    expect(await push({ currency: 'CZK' })).toMatchObject({ code: 'PAYMENT_CURRENCY' })
    expect(await push({ customerId: seedId(1, 'customer', 2) })).toMatchObject({ code: 'ACCOUNT_UNKNOWN' })
    const { paid: _, shiftId: __, caseId: ___, ...common } = paying(world)
    const transfer = { ...common, bankReference: 'X', takenOn: '2026-10-20' }
    expect(await luc.push('payment.recordTransfer', transfer)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' })
    await balanced(world)
  })

  test('in cash belongs to the drawer it was put into', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const shiftId = world.ids.next()
    await luc.push('payment.openDrawer', { shiftId, floatMinor: 5000, currency: 'EUR' })
    await luc.push('payment.payBills', paying(world, { shiftId }))
    await luc.push('payment.closeDrawer', { shiftId, countedMinor: 15_000, expectedMinor: 15_000 })
    const shift = await world.store.db.selectFrom('drawer_shift').selectAll().where('id', '=', shiftId).execute()
    expect(shift).toMatchObject([{ expected_minor: 15_000 }])
  })

  test('in cash is of no drawer of another desk, nor of a shift that was counted, and is booked all the same', async () => {
    const world = await openWorld()
    const [luc, anna] = [await world.desk('luc'), await world.desk('anna')]
    const shiftId = world.ids.next()
    await luc.push('payment.openDrawer', { shiftId, floatMinor: 5000, currency: 'EUR' })
    const [ofAnna, ofLuc] = [paying(world, { shiftId, amountMinor: 100 }), paying(world, { shiftId, amountMinor: 200 })]
    expect(await anna.push('payment.payBills', ofAnna)).toMatchObject({ result: 'applied' })
    await luc.push('payment.closeDrawer', { shiftId, countedMinor: 5000, expectedMinor: 5000 })
    expect(await luc.push('payment.payBills', ofLuc)).toMatchObject({ result: 'applied' })
    const rows = await world.store.db
      .selectFrom('bill_payment')
      .select('shift_id')
      .where('id', 'in', [ofAnna.paymentId, ofLuc.paymentId])
      .execute()
    expect(rows).toEqual([{ shift_id: null }, { shift_id: null }])
    const shift = await world.store.db.selectFrom('drawer_shift').selectAll().where('id', '=', shiftId).execute()
    expect(shift).toMatchObject([{ expected_minor: 5000 }])
  })

  test('a bill goes out once more, in the payer’s words', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const [last] = await openBills(world)
    const body = {
      ...{ messageId: world.ids.next(), customerId: pavel, caseId: null, billId: last?.id ?? '' },
      ...({ channel: 'sms', recipient: '+33639984120', language: 'cs' } as const),
    }
    expect(await luc.push('bill.sendAgain', body)).toMatchObject({ result: 'applied' })
    const message = await world.store.db.selectFrom('message').selectAll().where('id', '=', body.messageId).execute()
    expect(message).toMatchObject([{ state: 'queued', about: body.billId }])
    expect(message[0]?.body).toMatch(/vyúčtování 1000\d\d-\d{4}.*39,90/)
    const unknown = { ...body, messageId: world.ids.next(), billId: 'none' }
    expect(await luc.push('bill.sendAgain', unknown)).toMatchObject({ code: 'BILL_UNKNOWN' })
  })
})
