import { afterEach, describe, expect, test } from 'vitest'
import { sqliteStores } from '../db/test-store.ts'
import type { SaleDesk, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const stores = sqliteStores()

describe('a number from another operator', () => {
  afterEach(() => stores.closeOpened())

  test('is asked for, scheduled and changes over; the temporary one rests', async () => {
    const { world, ask, row } = await sold('+33698765499')
    expect(await ask()).toMatchObject({ result: 'applied' })
    expect((await row()).state).toBe('requested')
    await world.advance(5_000)
    expect(await row()).toMatchObject({ state: 'scheduled', refusal: '' })
    await world.advance(30_000)
    expect((await row()).state).toBe('cutOver')
    const product = await world.store.db
      .selectFrom('product')
      .select('msisdn')
      .where('msisdn', '=', '+33698765499')
      .execute()
    expect(product).toHaveLength(1)
    const numbers = await world.store.db
      .selectFrom('phone_number')
      .select(['id', 'state'])
      .where('id', 'in', ['+33639987777', '+33698765499'])
      .orderBy('id')
      .execute()
    expect(numbers).toEqual([
      { id: '+33639987777', state: 'quarantined' },
      { id: '+33698765499', state: 'assigned' },
    ])
  })

  test.each([
    ['01', 'DUES_UNPAID'],
    ['02', 'MINIMUM_STAY'],
    ['03', 'OWNERSHIP_CHANGE'],
    ['04', 'CONTRACT_OBLIGATION'],
    ['05', 'COURT_ORDER'],
  ])('ending in %s is refused later: %s; asked again it comes, unless a court stopped it', async (ending, cause) => {
    const { world, luc, ask, again, row, sale, portInId } = await sold(`+336987654${ending}`)
    await ask()
    expect(await again()).toMatchObject({ code: 'PORT_NOT_REFUSED' })
    await world.advance(5_000)
    expect(await row()).toMatchObject({ state: 'refusedByDonor', refusal: cause })
    expect(await again()).toMatchObject({ result: 'applied' })
    await world.advance(5_000)
    expect((await row()).state).toBe(cause === 'COURT_ORDER' ? 'refusedByDonor' : 'scheduled')
    const withdraw = { portInId, caseId: sale.id.case, customerId: sale.id.customer }
    expect(await luc.push('number.withdrawPortIn', withdraw)).toMatchObject({ result: 'applied' })
    expect(await luc.push('number.withdrawPortIn', withdraw)).toMatchObject({ code: 'PORT_IN_OVER' })
    expect(await again()).toMatchObject({ code: 'PORT_NOT_REFUSED' })
  })

  test('is not asked for when it is ours, on its way, for a day no donor takes or for no line of the customer', async () => {
    const { world, ask } = await sold('+33698765499')
    expect(await ask({ msisdn: '+33639985777' })).toMatchObject({ code: 'PORT_NUMBER_OURS' })
    expect(await ask({ onDate: '2026-10-21' })).toMatchObject({ code: 'PORT_DAY_WRONG' })
    expect(await ask({ productId: world.ids.next() })).toMatchObject({ code: 'PRODUCT_UNKNOWN' })
    await ask()
    expect(await ask({ portInId: world.ids.next() })).toMatchObject({ code: 'PORT_IN_EXISTS' })
  })
})

async function sold(msisdn: string) {
  const world: SaleWorld = await openSaleWorld(await stores.open())
  const luc: SaleDesk = await world.desk('luc')
  const sale = saleOf(world.ids)
  await sell(luc, sale)
  world.provisioning.start()
  world.portIns.start()
  const portInId = world.ids.next()
  const common = { portInId, caseId: sale.id.case, customerId: sale.id.customer }
  const onDate: string = '2026-10-22'
  const when = { code: 'RIO-12', onDate, window: 'morning' } as const
  const body = {
    ...common,
    ...when,
    ...{ productId: sale.id.product, msisdn, donor: 'Südnet', temporaryMsisdn: '+33639987777' },
  }
  return {
    world,
    luc,
    sale,
    portInId,
    ask: (over: Partial<typeof body> = {}) => luc.push('number.requestPortIn', { ...body, ...over }),
    again: () => luc.push('number.askDonorAgain', { ...common, ...when }),
    row: () => world.store.db.selectFrom('port_in').selectAll().where('id', '=', portInId).executeTakeFirstOrThrow(),
  }
}
