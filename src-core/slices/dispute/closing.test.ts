import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createClosing } from '#core/jobs/closing.ts'
import { inUnit } from '#core/db/unit.ts'
import { bookPayment } from '../bill/book-payment.ts'
import type { MoneyWorld } from '../test-money.ts'
import { openMoneyWorld, said } from '../test-money.ts'
import { moneyStores } from '../test-money-store.ts'

const day = 86_400_000
const stores = moneyStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())
const openWorld = async () => openMoneyWorld(await stores.open())

describe('a decided dispute', () => {
  test('is closed when the days to appeal are over, and not while its appeal waits', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const closing = createClosing({ core: world.store, clock: world.clock, timers: world.timers })
    const body = await world.file(2000)
    await luc.push('dispute.fileDispute', body)
    await petr.push('dispute.decideDispute', await world.decide(body, 1500))
    await world.advance(30 * day)
    await closing.tick()
    expect(await world.dispute(body)).toMatchObject({ state: 'partiallyApproved' })
    const appeal = await world.file(400, { lines: body.lines.map((line) => ({ ...line, amountMinor: 400 })) })
    expect(said(await luc.push('dispute.fileDispute', { ...appeal, aboutId: body.disputeId }))).toBe('applied')
    await world.advance(day)
    await closing.tick()
    expect(await world.dispute(body)).toMatchObject({ state: 'partiallyApproved' })
    const back = { disputeId: appeal.disputeId, customerId: appeal.customerId, note: '' }
    await luc.push('dispute.withdrawDispute', back)
    await closing.tick()
    expect(await world.dispute(body)).toMatchObject({ state: 'closed', granted_minor: 1500 })
    expect(await world.collectable()).toBe(world.bill.open_minor - 1500)
  })

  test('is appealed, not disputed afresh, and somebody else decides the appeal', async () => {
    const world = await openWorld()
    const [luc, anna] = [await world.desk('luc'), await world.desk('anna')]
    const [irina, petr] = [await world.desk('irina'), await world.desk('petr')]
    const body = await world.file(2000)
    await luc.push('dispute.fileDispute', body)
    await irina.push('dispute.decideDispute', await world.decide(body, 0))
    const afresh = await world.file(1000)
    expect(await anna.push('dispute.fileDispute', afresh)).toMatchObject({
      ...{ result: 'conflict', code: 'LINE_DECIDED' },
      details: { disputeId: body.disputeId, last: '2026-11-21' },
    })
    const appeal = { ...(await world.file(1000)), aboutId: body.disputeId }
    await anna.push('dispute.fileDispute', appeal)
    for (const minor of [0, 1000])
      expect(said(await irina.push('dispute.decideDispute', await world.decide(appeal, minor)))).toBe('APPEAL_BY_SELF')
    // nor under an authority that was handed to whoever decided first
    const days = { delegationId: world.ids.next(), toId: irina.userId, firstDay: '2026-10-22', lastDay: '2026-10-23' }
    await petr.push('adjustment.delegateAuthority', days)
    expect(said(await irina.push('dispute.decideDispute', await world.decide(appeal, 1000)))).toBe('APPEAL_BY_SELF')
    await petr.push('dispute.decideDispute', await world.decide(appeal, 1000))
    expect(await world.dispute(appeal)).toMatchObject({ state: 'approved', decided_name: 'Petr' })
  })
})

describe('money for a bill in dispute', () => {
  test('pays it where it is told for it, the undisputed part first; else what is disputed is left', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const [first, older] = world.bills
    await luc.push('dispute.fileDispute', await world.file(2000))
    // 146.10 and 19.90 of the younger one may be collected: the rest is the customer's credit, and nobody's debt
    await pay(world, 'untold', 14_610 + 1990 + 300, null)
    expect((await world.stands(older?.id)).open_minor).toBe(0)
    expect(await world.stands()).toMatchObject({ open_minor: 2000, state: 'onHold' })
    expect(await creditOf(world)).toBe(300)
    await pay(world, 'told', 500, [{ billId: first?.id ?? '', amountMinor: 500 }])
    expect(await world.stands()).toMatchObject({ open_minor: 1500, state: 'onHold' })
    expect(await world.collectable()).toBe(0)
    await pay(world, 'all', 1500, [{ billId: first?.id ?? '', amountMinor: 1500 }])
    expect(await world.stands()).toMatchObject({ open_minor: 0, state: 'settled' })
    expect(await creditOf(world)).toBe(300)
    expect(await world.collectable()).toBe(0)
  })
})

async function creditOf({ store, bill }: MoneyWorld): Promise<number> {
  const { credit_minor: credit } = await store.db
    .selectFrom('bill_account')
    .select('credit_minor')
    .where('id', '=', bill.customer_id)
    .executeTakeFirstOrThrow()
  return credit
}

async function pay(
  { store, bill }: MoneyWorld,
  id: string,
  amountMinor: number,
  told: readonly { readonly billId: string; readonly amountMinor: number }[] | null,
): Promise<void> {
  const facts = { id, customerId: bill.customer_id, way: 'cash', reference: '', amountMinor } as const
  const done = await inUnit(store, (unit) =>
    bookPayment(unit, { ...facts, currency: 'EUR', takenOn: '2026-10-22', told }),
  )
  expect(done.ok).toBe(true)
}
