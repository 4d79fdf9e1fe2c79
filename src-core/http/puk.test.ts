import { afterEach, describe, expect, test } from 'vitest'
import { prospectRow } from '#shared/domain/customer/prospect.ts'
import { sqliteStores } from '../db/test-store.ts'
import { inUnit } from '../db/unit.ts'
import type { TestDesk } from '../test-world.ts'
import { openTestWorld } from '../test-world.ts'

const stores = sqliteStores()
const iccid = '8933010000000000001'

describe('a PUK', () => {
  afterEach(() => stores.closeOpened())

  test('is shown to the desk and person that gave a reason, for a minute, and to nobody else', async () => {
    const { world, luc, customerId, ask, fetchPuk } = await withSim()
    const asked = ask(customerId)
    expect((await fetchPuk(luc, asked.id)).statusCode).toBe(404)
    expect(await luc.push(asked)).toMatchObject([{ result: 'applied' }])
    expect((await fetchPuk(luc, asked.id)).json()).toEqual({ puk: '87654321' })
    expect((await fetchPuk(await world.desk('agent'), asked.id)).statusCode).toBe(404)
    expect(JSON.stringify(await luc.pull(0))).not.toContain('87654321')
    const [audited] = await world.store.db
      .selectFrom('audit')
      .select('subject')
      .where('type', '=', 'number.revealPuk')
      .execute()
    expect(audited).toEqual({ subject: `customer:${customerId}` })
    await world.advance(61_000)
    expect((await fetchPuk(luc, asked.id)).statusCode).toBe(404)
    await world.close()
  })

  test('of another customer, or for a caller nobody has verified, stays where it is', async () => {
    const { world, luc, customerId, ask, fetchPuk } = await withSim()
    const other = ask(world.ids.next())
    expect(await luc.push(other)).toMatchObject([{ result: 'rejected', code: 'SIM_UNKNOWN' }])
    await inUnit(world.store, (unit) => unit.patch('customer', customerId, { state: 'active' }))
    const unverified = ask(customerId)
    expect(await luc.push(unverified)).toMatchObject([{ result: 'rejected', code: 'CALLER_NOT_VERIFIED' }])
    expect((await fetchPuk(luc, unverified.id)).statusCode).toBe(404)
    await world.close()
  })
})

/** A customer's line with a SIM. */
async function withSim() {
  const world = await openTestWorld(await stores.open())
  const luc = await world.desk('store')
  const [customerId, productId] = [world.ids.next(), world.ids.next()]
  const { scope } = luc.session
  const consents = { bureau: false, recording: false, sms: false, email: false, profiling: false, wording: '1' }
  const person = { givenNames: 'Jana', familyName: 'Nováková', contactNumber: '+33639984112', email: null }
  await inUnit(world.store, async (unit) => {
    const prospect = {
      ...person,
      customerId,
      caseId: world.ids.next(),
      language: 'cs',
      currency: 'EUR',
      consents,
    } as const
    await unit.insert('customer', prospectRow(prospect, { scope, capturedAt: 1 }))
    await unit.insert('product', {
      ...{ id: productId, scope, customer_id: customerId, order_id: null, offer_id: 'mobile-m', state: 'active' },
      ...{ msisdn: '+33639984112', iccid, monthly_minor: 2490, currency: 'EUR', since: 1 },
      ...{ user_name: '', payer_id: null, purchase_order: '' },
    })
    await unit.insert('sim_card', {
      ...{ id: iccid, scope, kind: 'card', state: 'active', stock: 'Nancy', product_id: productId },
      ...{ activation_code: '', leased_to: null, leased_until: null },
    })
    await unit.tx
      .insertInto('sim_secret')
      .values({ iccid, pin: '1234', puk: '87654321', activation_code: '' })
      .execute()
  })
  return {
    ...{ world, luc, customerId },
    ask: (of: string) =>
      luc.command('number.revealPuk', { iccid, customerId: of, caseId: null, reason: 'Locked out after a fall' }),
    fetchPuk: ({ headers }: TestDesk, id: string) =>
      world.core.app.inject({ method: 'GET', url: `/sync/v1/puk/${id}`, headers }),
  }
}
