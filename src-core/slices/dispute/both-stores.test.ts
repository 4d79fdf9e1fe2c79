import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { postgresStores, sqliteStores } from '#core/db/test-store.ts'
import { inUnit } from '#core/db/unit.ts'
import { createClosing } from '#core/jobs/closing.ts'
import { seedWithBills } from '#core/seed/bills/test-bills.ts'
import { runBills } from '../bill/run-bills.ts'
import { testRules } from '../bill/test-billing.ts'
import { expectBooks, openMoneyWorld, said } from '../test-money.ts'
import type { MoneyWorld } from '../test-money.ts'
import { pavel } from '../test-money-store.ts'
import { saleDay } from '../test-sale.ts'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`disputes and credits on ${stores.name}`, () => {
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())
    const openWorld = async () => {
      const store = await stores.open()
      await seedWithBills(store, { customers: 4, now: saleDay, only: ['pavel'] })
      return openMoneyWorld(store)
    }

    test('a dispute, its appeal, a credit taken back, a charge and a top-up end on the next bill and in even books', async () => {
      const world = await openWorld()
      const { store } = world
      const [luc, irina, petr] = [await world.desk('luc'), await world.desk('irina'), await world.desk('petr')]
      const body = await world.file(2000)
      await luc.push('dispute.fileDispute', body)
      expect(said(await irina.push('dispute.decideDispute', await world.decide(body, 500)))).toBe('applied')
      const appeal = { ...(await world.file(1000)), aboutId: body.disputeId }
      expect(said(await luc.push('dispute.fileDispute', appeal))).toBe('applied')
      expect(said(await irina.push('dispute.decideDispute', await world.decide(appeal, 0)))).toBe('APPEAL_BY_SELF')
      expect(said(await petr.push('dispute.decideDispute', await world.decide(appeal, 1000)))).toBe('applied')
      const credit = await world.credit(1000, { reason: 'outage' })
      await luc.push('adjustment.giveCredit', credit)
      const back = { adjustmentId: credit.adjustmentId, customerId: pavel, note: 'Omyl.' }
      expect(said(await luc.push('adjustment.reverseCredit', back))).toBe('applied')
      expect(said(await luc.push('adjustment.giveCharge', charge(world)))).toBe('applied')
      await topUp(world)
      const disputed = topUpBody(world, 1500)
      expect(said(await luc.push('dispute.fileTopUp', disputed))).toBe('applied')
      expect(said(await luc.push('dispute.fileTopUp', topUpBody(world, 100)))).toBe('LINE_DISPUTED')
      await expectBooks(world)
      const grant = { disputeId: disputed.disputeId, customerId: pavel, adjustmentId: world.ids.next(), request: 1 }
      const asked = { ...grant, lines: [], note: 'Dorazilo jen něco.' }
      const tooMuch = { ...asked, grantedMinor: 1501 }
      expect(said(await petr.push('dispute.decideDispute', tooMuch))).toBe('CREDIT_TOO_MUCH')
      expect(said(await petr.push('dispute.decideDispute', { ...asked, grantedMinor: 1200 }))).toBe('applied')
      expect(await world.dispute(disputed)).toMatchObject({ state: 'partiallyApproved', granted_minor: 1200 })
      expect(await creditOf(world)).toBe(1200)
      expect(said(await luc.push('dispute.fileTopUp', topUpBody(world, 100)))).toBe('LINE_DECIDED')
      expect(await letterOf(world, disputed.disputeId)).toContain('Částku máte jako kredit na účtu.')
      await runBills(store, '2026-11-30', testRules())
      const lines = await store.db
        .selectFrom('bill_line')
        .innerJoin('bill', 'bill.id', 'bill_line.bill_id')
        .select(['charge_id', 'amount_minor'])
        .where('bill.customer_id', '=', pavel)
        .where('charge_id', 'in', [`${credit.adjustmentId}:back`, 'c:charge'])
        .execute()
      expect(lines).toMatchObject([{ charge_id: `${credit.adjustmentId}:back`, amount_minor: 1000 }])
      expect(await creditOf(world)).toBe(0)
      await expectBooks(world)
      await world.advance(40 * 86_400_000)
      await createClosing({ core: store, clock: world.clock, timers: world.timers }).tick()
      expect((await store.db.selectFrom('dispute').select('state').execute()).map(({ state }) => state)).toEqual([
        ...['closed', 'closed', 'closed'],
      ])
    })

    test('a top-up that was given back and is taken back again leaves nothing to the good', async () => {
      const world = await openWorld()
      const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
      await topUp(world)
      expect(said(await luc.push('dispute.fileTopUp', topUpBody(world, 2001)))).toBe('CREDIT_TOO_MUCH')
      const body = topUpBody(world, 2000)
      await luc.push('dispute.fileTopUp', body)
      const adjustmentId = world.ids.next()
      const grant = { disputeId: body.disputeId, customerId: pavel, adjustmentId, request: 1, lines: [], note: '' }
      await petr.push('dispute.decideDispute', { ...grant, grantedMinor: 2000 })
      expect(await creditOf(world)).toBe(2000)
      expect(said(await luc.push('dispute.fileTopUp', topUpBody(world, 1)))).toBe('CREDIT_TOO_MUCH')
      expect(
        said(await petr.push('adjustment.reverseCredit', { adjustmentId, customerId: pavel, note: 'Omyl.' })),
      ).toBe('applied')
      expect(await creditOf(world)).toBe(0)
      await expectBooks(world)
    })
  })

function charge({ ids }: MoneyWorld) {
  return {
    ...{ adjustmentId: ids.next(), reference: 'F-1', customerId: pavel, billId: null, lineId: null, caseId: null },
    ...{ askedMinor: 1500, amountMinor: 1500, currency: 'EUR' as const, reason: 'visit', note: '' },
  }
}

const paymentId = '0196d000-0000-7000-8000-000000000001'

/** 20.00 beyond what was due, put on a pre-paid line at the counter. */
async function topUp({ store, bill }: MoneyWorld): Promise<void> {
  await inUnit(store, (unit) =>
    unit.insert('payment', {
      ...{ id: paymentId, scope: bill.scope, customer_id: pavel, case_id: '', agreement_id: '', method: 'cash' },
      ...{ amount_minor: 2990, currency: 'EUR', terminal_reference: null, taken_at: saleDay, taken_by: 'Luc' },
      ...{ top_up_minor: 2000, tendered_minor: 3000, desk_name: '', shift_id: null },
    }),
  )
}

function topUpBody({ ids }: MoneyWorld, claimedMinor: number) {
  return {
    ...{ disputeId: ids.next(), reference: 'D-9', customerId: pavel, paymentId, caseId: null, aboutId: null },
    ...{ reason: 'notArrived', currency: 'EUR' as const, claimedMinor, words: '', wordsLanguage: 'cs' as const },
    ...{ evidence: [], answerBy: '' },
  }
}

async function creditOf({ store }: MoneyWorld): Promise<number> {
  const row = await store.db
    .selectFrom('bill_account')
    .select('credit_minor')
    .where('id', '=', pavel)
    .executeTakeFirst()
  return row?.credit_minor ?? 0
}

async function letterOf({ store }: MoneyWorld, about: string): Promise<string> {
  const rows = await store.db.selectFrom('message').select('body').where('about', '=', about).execute()
  return rows.map(({ body }) => body).join('\n')
}
