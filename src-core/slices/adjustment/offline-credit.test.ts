import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { issueLease } from '#core/lease/issue-lease.ts'
import type { Lease } from '#shared/domain/staff/lease.ts'
import { leaseSchema } from '#shared/domain/staff/lease.ts'
import type { SaleDesk, SaleWorld } from '../test-sale.ts'
import { addKin, expectBooks, moneyOf, openMoneyWorld, said } from '../test-money.ts'
import { martin, moneyStores } from '../test-money-store.ts'

const stores = moneyStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())
const openWorld = async () => openMoneyWorld(await stores.open())

/** What the core lends a person at a desk now. */
async function lent(
  { store, clock, ids }: SaleWorld,
  desk: SaleDesk,
): Promise<Lease['grant'] & { readonly id: string }> {
  const { db } = store
  const user = await db.selectFrom('app_user').selectAll().where('id', '=', desk.userId).executeTakeFirstOrThrow()
  const device = await db.selectFrom('device').selectAll().where('id', '=', desk.id).executeTakeFirstOrThrow()
  const { grant } = leaseSchema.parse(JSON.parse((await issueLease({ store, clock, ids }, user, device)).text))
  return { ...grant, id: grant.id ?? '' }
}

describe('authority lent to a desk that is alone', () => {
  test('is out of the day at once: two desks of one agent share it, a third has nothing, and renewing lends nothing twice', async () => {
    const world = await openWorld()
    const desks = [await world.desk('luc'), await world.desk('luc'), await world.desk('luc')] as const
    const grants = [await lent(world, desks[0]), await lent(world, desks[1]), await lent(world, desks[2])] as const
    expect(grants.map(({ amountMinor }) => amountMinor)).toEqual([5000, 5000, 0])
    expect(await lent(world, desks[0])).toEqual(grants[0])
    const online = await world.credit(100)
    await desks[2].push('adjustment.giveCredit', online)
    expect(await world.adjustment(online)).toMatchObject({ state: 'pendingApproval' })
    await world.advance(86_400_000)
    expect(await lent(world, desks[2])).toMatchObject({ amountMinor: 5000 })
    expect(await lent(world, await world.desk('petr'))).toMatchObject({ amountMinor: 0 })
  })

  test('what it covers is applied, the rest waits for approval, and nothing is doubled', async () => {
    const world = await openWorld()
    const [one, two] = [await world.desk('luc'), await world.desk('luc')]
    const [grantOne, grantTwo] = [await lent(world, one), await lent(world, two)]
    const billId = world.bills[1]?.id ?? ''
    const shop = await moneyOf(world, martin)
    // at the first desk: 25.00 and 20.00 of 50.00 are covered, 12.00 more are not
    const first = await world.credit(2500, { grantId: grantOne.id })
    const second = await world.credit(2000, { billId, grantId: grantOne.id })
    const third = await shop.credit(1000, { grantId: grantOne.id })
    for (const body of [first, second, third]) await one.push('adjustment.giveCredit', body)
    expect(await world.adjustment(first)).toMatchObject({ state: 'applied', grant_id: grantOne.id })
    expect(await world.adjustment(second)).toMatchObject({ state: 'applied', grant_id: grantOne.id })
    expect(await world.adjustment(third)).toMatchObject({ state: 'pendingApproval', grant_id: null })
    // at the second one: the same matter as the first desk's, and what is left of the customer's 50.00
    const split = await world.credit(100, { grantId: grantTwo.id })
    const other = await world.credit(500, { billId, grantId: grantTwo.id })
    for (const body of [split, other]) await two.push('adjustment.giveCredit', body)
    expect(await world.adjustment(split)).toMatchObject({ state: 'pendingApproval' })
    expect(await world.adjustment(other)).toMatchObject({ state: 'applied', grant_id: grantTwo.id })
    expect(said(await one.push('adjustment.giveCredit', first))).toBe('ADJUSTMENT_EXISTS')
    const rows = await world.store.db.selectFrom('money_grant').selectAll().orderBy('id').execute()
    expect(rows.map((row) => row.spent_minor)).toEqual([4500, 500])
    await expectBooks(world)
  })

  test('is not another’s, not another desk’s, not after its end, and never one’s own household', async () => {
    const world = await openWorld()
    const [luc, other, anna] = [await world.desk('luc'), await world.desk('luc'), await world.desk('anna')]
    const grant = await lent(world, luc)
    await lent(world, other)
    // the day has nothing left but what is lent: only the grant itself covers
    const stolen = await world.credit(100, { grantId: grant.id, reason: 'outage' })
    const third = await world.desk('luc')
    await third.push('adjustment.giveCredit', stolen)
    expect(await world.adjustment(stolen)).toMatchObject({ state: 'pendingApproval', grant_id: null })
    const byAnna = await world.credit(100, { grantId: grant.id })
    await anna.push('adjustment.giveCredit', byAnna)
    expect(await world.adjustment(byAnna)).toMatchObject({
      state: 'applied',
      grant_id: null,
      authority_of: anna.userId,
    })
    await addKin(world, luc.userId, martin)
    const own = await (await moneyOf(world, martin)).credit(100, { grantId: grant.id })
    await luc.push('adjustment.giveCredit', own)
    expect(await world.adjustment(own)).toMatchObject({ state: 'pendingApproval' })
    await world.advance(20 * 86_400_000)
    const late = await world.credit(100, { grantId: grant.id, reason: 'ourDelay' })
    await luc.push('adjustment.giveCredit', late)
    expect(await world.adjustment(late)).toMatchObject({ state: 'applied', grant_id: null })
  })

  test('gets less by what is given online once the day has no more: the cable pulled later gives nothing twice', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const grant = await lent(world, luc)
    const shop = await moneyOf(world, martin)
    const given = [
      await world.credit(2500),
      await world.credit(2500, { billId: world.bills[1]?.id ?? '' }),
      await shop.credit(2000),
    ]
    for (const body of given) await luc.push('adjustment.giveCredit', body)
    // 74.00 of the day's 100.00 are gone: of the 50.00 lent 26.00 are left
    expect(await lent(world, luc)).toEqual({ ...grant, amountMinor: 2600 })
    const away = await shop.credit(2100, { reason: 'outage', grantId: grant.id })
    await luc.push('adjustment.giveCredit', away)
    expect(await world.adjustment(away)).toMatchObject({ amount_minor: 2520, state: 'pendingApproval' })
    const fits = await shop.credit(2000, { reason: 'outage', grantId: grant.id })
    await luc.push('adjustment.giveCredit', fits)
    expect(await world.adjustment(fits)).toMatchObject({ amount_minor: 2400, state: 'applied', grant_id: grant.id })
    await expectBooks(world)
  })
})
