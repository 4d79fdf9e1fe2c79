import { afterAll, describe, expect, test } from 'vitest'
import { quote } from '#shared/domain/catalogue/quote.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import type { KnownPerson } from '../seed/known-people.ts'
import { knownPeople } from '../seed/known-people.ts'
import type { Sale, SaleDesk, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const nancy = { street: '12 rue des Glacis', postalCode: '54000', town: 'Nancy' }

interface Wish {
  readonly planId: string
  readonly addOnIds?: readonly string[]
  readonly deviceId?: string
  readonly devicePay?: 'once' | 'instalments'
  readonly promotionIds?: readonly string[]
  readonly installation?: ContractTerms['installation']
  readonly person?: KnownPerson
}

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`the whole catalogue, on ${stores.name}`, () => {
    const open: CoreStore[] = []
    afterAll(async () => {
      for (const store of open.splice(0)) await store.close()
      stores.stop()
    })

    async function openDesk(): Promise<{ readonly world: SaleWorld; readonly desk: SaleDesk }> {
      const store = await stores.open()
      open.push(store)
      const world = await openSaleWorld(store)
      return { world, desk: await world.desk('luc') }
    }

    /** A sale of what is wished, signed at the price the market's own rows give. */
    async function saleFor({ store, ids }: SaleWorld, wish: Wish, isCompany = false): Promise<Sale> {
      const offer = (id: string) =>
        store.db.selectFrom('offer').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const plan = await offer(wish.planId)
      const addOns = await Promise.all((wish.addOnIds ?? []).map(offer))
      const device = wish.deviceId === undefined ? null : await offer(wish.deviceId)
      const promotions = await store.db
        .selectFrom('promotion')
        .selectAll()
        .where('id', 'in', [...(wish.promotionIds ?? []), ''])
        .execute()
      const priceList = await store.db.selectFrom('price_list').selectAll().executeTakeFirstOrThrow()
      const pay = wish.devicePay ?? 'once'
      const price = quote({
        plan,
        addOns,
        device: device && { offer: device, pay },
        promotions,
        priceList,
        sim: 'card',
        depositMonths: null,
        isCompany,
        today: '2026-10-22',
      })
      const isFixed = plan.segment === 'fixed'
      const sale = saleOf(ids, {
        person: wish.person ?? knownPeople.classA,
        planId: wish.planId,
        monthlyMinor: price.monthlyMinor,
        terms: {
          msisdn: isFixed ? '' : '+33639987777',
          addOnIds: [...(wish.addOnIds ?? [])],
          deviceId: wish.deviceId ?? null,
          devicePay: pay,
          promotionIds: promotions.map(({ id }) => id),
          installation: wish.installation ?? null,
          dueNowMinor: price.dueNowMinor,
          firstBillMinor: price.firstBillMinor,
          firstBillOn: price.firstBillOn,
          totalMinor: price.totalMinor,
          commitmentMonths: plan.commitment_months,
          taxIncluded: price.taxIncluded,
        },
      })
      return {
        ...sale,
        pay: { ...sale.pay, paid: { method: 'cash', tenderedMinor: 500_000 } },
        submit: { ...sale.submit, msisdn: isFixed ? '' : '+33639987777', addOnIds: [...(wish.addOnIds ?? [])] },
      }
    }

    /** One market for orders that are all refused: nothing of them stays but the customer. */
    let refusing: ReturnType<typeof openRefusing> | undefined
    async function openRefusing() {
      const at = await openDesk()
      const first = await saleFor(at.world, { planId: 'mobile-m' })
      await sell(at.desk, first, 'credit', ['reserve'])
      return { ...at, customerId: first.id.customer }
    }
    async function placeRefused(wish: Wish) {
      const { world, desk, customerId } = await (refusing ??= openRefusing())
      const sale = await saleFor(world, wish)
      await desk.push('interaction.openCase', sale.open)
      await desk.push('contract.signContract', { ...sale.sign, customerId })
      if (sale.pay.amountMinor > 0) await desk.push('payment.recordPayment', { ...sale.pay, customerId })
      return desk.push('order.submitOrder', { ...sale.submit, customerId })
    }

    async function place(world: SaleWorld, desk: SaleDesk, wish: Wish) {
      const sale = await saleFor(world, wish)
      const isFixed = sale.submit.msisdn === ''
      const placed = await sell(desk, sale, 'submit', [
        ...(isFixed ? (['reserve'] as const) : []),
        ...(sale.pay.amountMinor === 0 ? (['pay'] as const) : []),
      ])
      return { sale, placed }
    }

    test('a fixed line is given its number, and its installation is among its tasks', async () => {
      const { world, desk } = await openDesk()
      const wish = { planId: 'fixed-1000', promotionIds: ['fibre-start'], installation: nancy }
      const { sale, placed } = await place(world, desk, wish)
      expect(placed).toMatchObject({ result: 'applied' })
      const { db } = world.store
      const product = await db.selectFrom('product').selectAll().where('id', '=', sale.id.product).executeTakeFirst()
      expect(product).toMatchObject({ msisdn: '+33353010000', iccid: null, state: 'pendingActive' })
      const tasks = await db.selectFrom('order_task').selectAll().orderBy('position').execute()
      expect(tasks.map(({ kind }) => kind).join(' ')).toBe(
        'orderAccepted appointment lineOrdered technician numberAssigned calls internet billing',
      )
      const second = await place(world, desk, {
        ...wish,
        planId: 'fixed-net-500',
        promotionIds: [],
        person: knownPeople.eriksson,
      })
      expect(second.placed).toMatchObject({ result: 'applied' })
      const line = await db
        .selectFrom('product')
        .selectAll()
        .where('id', '=', second.sale.id.product)
        .executeTakeFirst()
      expect(line?.msisdn).toBeNull()
    })

    test.each([
      ['nothing reaches', { street: '3 allée des Bouleaux', postalCode: '54000', town: 'Nancy' }, 'OFFER_NO_COVERAGE'],
      ['the line is too slow', { street: '1 rue du Moulin', postalCode: '54000', town: 'Nancy' }, 'OFFER_TOO_FAST'],
      ['is outside the region', { street: '1 rue de Rivoli', postalCode: '75001', town: 'Paris' }, 'OFFER_NO_COVERAGE'],
      ['was not told', undefined, 'OFFER_NEEDS_ADDRESS'],
    ] as const)('fibre to an address that %s is refused with the reason', async (_what, installation, reason) => {
      const placed = await placeRefused({ planId: 'fixed-1000', ...(installation && { installation }) })
      expect(placed).toMatchObject({ result: 'rejected', code: 'OFFER_NOT_ALLOWED', details: { reason } })
    })

    test.each([
      ['a bundle beside what is in it', { addOnIds: ['travel-pack', 'data-10'] }, 'ADD_ON_IN_BUNDLE'],
      ['a fixed add-on with a mobile line', { addOnIds: ['tv'] }, 'ADD_ON_WRONG'],
      ['a promotion that has ended', { planId: 'mobile-s', promotionIds: ['back-to-school'] }, 'PROMOTION_ENDED'],
      ['a promotion for who has a fixed line', { promotionIds: ['together-m'] }, 'PROMOTION_NEEDS_LINE'],
      ['an offer no longer sold', { planId: 'mobile-summer' }, 'OFFER_ENDED'],
      ['a plan for companies', { planId: 'mobile-flex-company' }, 'OFFER_COMPANIES_ONLY'],
    ] as const)('%s is refused with the reason', async (_what, wish, reason) => {
      const placed = await placeRefused({ planId: 'mobile-m', ...wish })
      expect(placed).toMatchObject({ result: 'rejected', code: 'OFFER_NOT_ALLOWED', details: { reason } })
    })

    test('a bundle and a device by instalments are sold in class A', async () => {
      const { world, desk } = await openDesk()
      const wish = {
        planId: 'mobile-m',
        addOnIds: ['travel-pack'],
        deviceId: 'orion-9',
        devicePay: 'instalments',
      } as const
      expect((await place(world, desk, wish)).placed).toMatchObject({ result: 'applied' })
    })

    test('a price without tax signed by a person differs', async () => {
      const { world, desk } = await openDesk()
      const sale = await saleFor(world, { planId: 'mobile-m' }, true)
      expect(await sell(desk, sale)).toMatchObject({ result: 'conflict', code: 'PRICE_DIFFERS' })
    })

    test('what is due goes on the next bill in class A, and nobody pays it as cash on time', async () => {
      const { world, desk } = await openDesk()
      const sale = await saleFor(world, { planId: 'mobile-m' })
      await sell(desk, sale, 'sign')
      const onBill = { ...sale.pay, paid: { method: 'nextBill' as const } }
      expect(await desk.push('payment.recordPayment', onBill)).toMatchObject({ result: 'applied' })
      expect(await desk.push('order.submitOrder', sale.submit)).toMatchObject({ result: 'applied' })
      const payment = await world.store.db.selectFrom('payment').selectAll().executeTakeFirst()
      expect(payment).toMatchObject({ method: 'nextBill', amount_minor: 1000, tendered_minor: null, shift_id: null })
    })

    test('class C may not put it on the next bill, and a post-paid line takes no credit', async () => {
      const { world, desk } = await openDesk()
      const sale = saleOf(world.ids, { person: knownPeople.classC, depositMinor: 2490 })
      await sell(desk, sale, 'sign')
      const onBill = { ...sale.pay, paid: { method: 'nextBill' as const } }
      expect(await desk.push('payment.recordPayment', onBill)).toMatchObject({ code: 'NEXT_BILL_DEPOSIT' })
      const withCredit = { ...sale.pay, amountMinor: sale.pay.amountMinor + 1000, topUpMinor: 1000 }
      expect(await desk.push('payment.recordPayment', withCredit)).toMatchObject({ code: 'TOP_UP_NOT_ALLOWED' })
    })

    test('a pre-paid line asks no bureau, and takes more credit with its first payment', async () => {
      const { world, desk } = await openDesk()
      const sale = await saleFor(world, { planId: 'prepaid-m' })
      await sell(desk, sale, 'sign', ['credit'])
      const pay = { ...sale.pay, amountMinor: sale.pay.amountMinor + 2000, topUpMinor: 2000 }
      expect(await desk.push('payment.recordPayment', { ...pay, topUpMinor: 1999 })).toMatchObject({
        code: 'AMOUNT_DIFFERS',
      })
      expect(await desk.push('payment.recordPayment', pay)).toMatchObject({ result: 'applied' })
      expect(await desk.push('order.submitOrder', sale.submit)).toMatchObject({ result: 'applied' })
    })

    test('a drawer: one shift at a time, and at its end what should have been in it', async () => {
      const { world, desk } = await openDesk()
      const [shiftId, other] = [world.ids.next(), world.ids.next()]
      const float = { floatMinor: 10_000, currency: 'EUR' } as const
      expect(await desk.push('payment.openDrawer', { shiftId, ...float })).toMatchObject({ result: 'applied' })
      expect(await desk.push('payment.openDrawer', { shiftId: other, ...float })).toMatchObject({ code: 'DRAWER_OPEN' })
      const sale = saleOf(world.ids)
      await sell(desk, { ...sale, pay: { ...sale.pay, shiftId } })
      const count = { shiftId, countedMinor: 10_500, expectedMinor: 0 }
      expect(await desk.push('payment.closeDrawer', count)).toMatchObject({ result: 'applied' })
      expect(await desk.push('payment.closeDrawer', count)).toMatchObject({ code: 'DRAWER_CLOSED' })
      const shift = await world.store.db.selectFrom('drawer_shift').selectAll().executeTakeFirst()
      expect(shift).toMatchObject({ counted_minor: 10_500, expected_minor: 11_000, closed_by: 'Luc' })
    })
  })
