import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { ChargeBody } from '#shared/domain/adjustment/commands.ts'
import { runBills } from '../bill/run-bills.ts'
import { testRules } from '../bill/test-billing.ts'
import type { MoneyWorld } from '../test-money.ts'
import { addKin, expectBooks, openMoneyWorld, said } from '../test-money.ts'
import { martin, moneyStores } from '../test-money-store.ts'

const stores = moneyStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())
const openWorld = async (customerId?: string) => openMoneyWorld(await stores.open(), customerId)

const back = (of: { readonly adjustmentId: string; readonly customerId: string }, note = 'Omyl.') => ({
  ...{ adjustmentId: of.adjustmentId, customerId: of.customerId, note },
})

function charge({ ids, bill }: MoneyWorld, askedMinor: number, change: Partial<ChargeBody> = {}): ChargeBody {
  return {
    ...{ adjustmentId: ids.next(), reference: 'F-1', customerId: bill.customer_id, billId: null, lineId: null },
    ...{ caseId: null, askedMinor, amountMinor: askedMinor, currency: 'EUR', reason: 'visit', note: '', ...change },
  }
}

/** The payer's next bill, with its lines. */
async function nextBill({ store, bill }: MoneyWorld) {
  await runBills(store, '2027-01-03', testRules())
  const bills = await store.db
    .selectFrom('bill')
    .selectAll()
    .where('customer_id', '=', bill.customer_id)
    .where('kind', '=', 'bill')
    .where('bill_date', '>', bill.bill_date)
    .orderBy('bill_date')
    .execute()
  const [next] = bills
  if (!next) throw new Error('no next bill')
  const lines = await store.db.selectFrom('bill_line').selectAll().where('bill_id', '=', next.id).execute()
  return { next, lines, bills }
}

async function ledgerOf({ store }: MoneyWorld, billId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await store.db.selectFrom('gl_entry').selectAll().where('source_id', '=', billId).execute()
  return Object.fromEntries(rows.map(({ account, amount_minor }) => [account, amount_minor]))
}

describe('a credit that is taken back', () => {
  test('stays a note, is a line of the next bill, is booked back, told, and counts in no limit', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const body = await world.credit(2500)
    await luc.push('adjustment.giveCredit', body)
    const open = await world.collectable()
    expect(said(await luc.push('adjustment.reverseCredit', back(body, ' ')))).toBe('NOTE_MISSING')
    expect(said(await luc.push('adjustment.reverseCredit', back(body)))).toBe('applied')
    expect(said(await luc.push('adjustment.reverseCredit', back(body)))).toBe('REVERSED_ALREADY')
    expect(await world.adjustment(body)).toMatchObject({
      state: 'reversed',
      reversed_by: luc.userId,
      reversed_name: 'Luc',
    })
    expect(await world.collectable()).toBe(open)
    const { store, bill } = world
    const letters = await store.db
      .selectFrom('message')
      .selectAll()
      .where('customer_id', '=', bill.customer_id)
      .execute()
    expect(letters.map((one) => one.body.replaceAll('\u00a0', ' ')).join()).toContain('Rušíme dobropis 25,00 EUR')
    // the matter has its whole room again
    const again = await world.credit(1400)
    await luc.push('adjustment.giveCredit', again)
    expect(await world.adjustment(again)).toMatchObject({ state: 'applied' })
    const { next, lines } = await nextBill(world)
    const note = (await world.adjustment(body)).document_id ?? ''
    expect(lines.filter(({ charge_id: id }) => id === `${body.adjustmentId}:back`)).toMatchObject([
      { amount_minor: 2500, kind: 'oneTime', name: JSON.stringify({ reversed: (await world.stands(note)).number }) },
    ])
    const [billed, given] = [await ledgerOf(world, next.id), await ledgerOf(world, note)]
    expect((billed['4090'] ?? 0) + (given['4090'] ?? 0)).toBe(0)
    await expectBooks(world)
  })

  test('of a company whose prices are before tax comes back before tax', async () => {
    const world = await openWorld(martin)
    const luc = await world.desk('luc')
    const body = await world.credit(1000)
    await luc.push('adjustment.giveCredit', body)
    await luc.push('adjustment.reverseCredit', back(body))
    const { lines } = await nextBill(world)
    expect(lines.filter(({ charge_id: id }) => id === `${body.adjustmentId}:back`)).toMatchObject([
      { amount_minor: 1000, net_minor: 1000 },
    ])
    await expectBooks(world)
  })

  test('is by the authority of giving it: not above it, not what somebody higher gave, not for one’s own household', async () => {
    const world = await openWorld()
    const [luc, irina, petr] = [await world.desk('luc'), await world.desk('irina'), await world.desk('petr')]
    const marta = await world.desk('marta')
    const billId = world.bills[1]?.id ?? ''
    const [small, large, waits] = [
      await world.credit(500),
      await world.credit(12_000, { billId }),
      await world.credit(2600),
    ]
    await irina.push('adjustment.giveCredit', small)
    expect(said(await luc.push('adjustment.reverseCredit', back(small)))).toBe('GIVEN_BY_HIGHER')
    expect(said(await petr.push('adjustment.reverseCredit', back(small)))).toBe('applied')
    await petr.push('adjustment.giveCredit', large)
    expect(said(await irina.push('adjustment.reverseCredit', back(large)))).toBe('GIVEN_BY_HIGHER')
    await addKin(world, petr.userId, world.bill.customer_id)
    expect(said(await petr.push('adjustment.reverseCredit', back(large)))).toBe('OWN_HOUSEHOLD')
    await luc.push('adjustment.giveCredit', waits)
    expect(said(await marta.push('adjustment.reverseCredit', back(waits)))).toBe('NOT_GIVEN')
    expect(said(await marta.push('adjustment.reverseCredit', back(large)))).toBe('applied')
  })

  test('that two leads signed together one of them can not take back', async () => {
    const world = await openWorld()
    const [luc, irina, eva] = [await world.desk('luc'), await world.desk('irina'), await world.desk('eva')]
    const body = await world.credit(12_000, { billId: world.bills[1]?.id ?? '' })
    await luc.push('adjustment.giveCredit', body)
    await irina.push('adjustment.decideCredit', world.decideOn(body, 12_000))
    await eva.push('adjustment.decideCredit', world.decideOn(body, 12_000))
    expect(said(await eva.push('adjustment.reverseCredit', back(body)))).toBe('ABOVE_AUTHORITY')
    expect(await world.adjustment(body)).toMatchObject({ state: 'applied' })
  })
})

describe('a charge', () => {
  test('is a line of the next bill under its reason, in bill, tax and ledger', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const line = await world.dearest(world.bill.id)
    const [own, ofLine] = [charge(world, 1500), charge(world, 1000, { billId: world.bill.id, lineId: line.id })]
    for (const body of [own, ofLine]) expect(said(await luc.push('adjustment.giveCharge', body))).toBe('applied')
    expect(said(await luc.push('adjustment.giveCharge', own))).toBe('ADJUSTMENT_EXISTS')
    expect(await world.adjustment(own)).toMatchObject({ kind: 'charge', state: 'applied', authority_of: luc.userId })
    const { next, lines } = await nextBill(world)
    const made = lines.filter(({ charge_id: id }) => id?.endsWith(':charge'))
    expect(made.map((one) => [one.product_id, one.amount_minor, one.tax_category])).toEqual(
      expect.arrayContaining([
        [null, 1500, 'S'],
        [line.product_id, 1000, 'S'],
      ]),
    )
    expect(made[0]?.name).toContain('Technician')
    expect(lines.reduce((sum, { net_minor: net }) => sum + net, 0)).toBe(next.net_minor)
    expect(said(await luc.push('adjustment.reverseCredit', back(own)))).toBe('CHARGE_BILLED')
    await expectBooks(world)
  })

  test('of a company adds its tax, and another sum than was told is not charged', async () => {
    const world = await openWorld(martin)
    const luc = await world.desk('luc')
    const body = charge(world, 1000)
    expect(said(await luc.push('adjustment.giveCharge', body))).toBe('AMOUNT_DIFFERS')
    expect(said(await luc.push('adjustment.giveCharge', { ...body, amountMinor: 1200 }))).toBe('applied')
    const { lines } = await nextBill(world)
    expect(lines.filter(({ charge_id: id }) => id?.endsWith(':charge'))).toMatchObject([{ net_minor: 1000 }])
  })

  test('is within one’s authority, summed for itself, and taken off while no bill holds it', async () => {
    const world = await openWorld()
    const [luc, irina] = [await world.desk('luc'), await world.desk('irina')]
    await luc.push('adjustment.giveCredit', await world.credit(2500))
    expect(said(await luc.push('adjustment.giveCharge', charge(world, 2501)))).toBe('ABOVE_AUTHORITY')
    const first = charge(world, 2500)
    expect(said(await luc.push('adjustment.giveCharge', first))).toBe('applied')
    // one matter: the same reason, and no bill
    expect(said(await luc.push('adjustment.giveCharge', charge(world, 1)))).toBe('ABOVE_AUTHORITY')
    expect(said(await luc.push('adjustment.reverseCredit', back(first)))).toBe('applied')
    const second = charge(world, 2000)
    expect(said(await luc.push('adjustment.giveCharge', second))).toBe('applied')
    expect(said(await irina.push('adjustment.giveCharge', charge(world, 100, { reason: 'goodwill' })))).toBe(
      'REASON_UNKNOWN',
    )
    const strange = charge(world, 100, { billId: world.bill.id, lineId: 'none' })
    expect(said(await irina.push('adjustment.giveCharge', strange))).toBe('LINE_UNKNOWN')
    await addKin(world, irina.userId, world.bill.customer_id)
    expect(said(await irina.push('adjustment.giveCharge', charge(world, 100)))).toBe('OWN_HOUSEHOLD')
    const { lines } = await nextBill(world)
    expect(lines.filter(({ charge_id: id }) => id?.endsWith(':charge')).map((one) => one.amount_minor)).toEqual([2000])
  })
})
