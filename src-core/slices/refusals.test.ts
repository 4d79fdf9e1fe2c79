import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { sqliteStores } from '../db/test-store.ts'
import { knownPeople } from '../seed/known-people.ts'
import type { Sale, SaleDesk, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const stores = sqliteStores()
const openDesk = async (login = 'luc'): Promise<{ readonly world: SaleWorld; readonly desk: SaleDesk }> => {
  const world = await openSaleWorld(await stores.open())
  return { world, desk: await world.desk(login) }
}
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

/** A row of refusals: what was done before, then the command, its code and its details. */
type Refused = readonly [string, (desk: SaleDesk, sale: Sale, world: SaleWorld) => Promise<unknown>, string, object?]

const stranger = '00000000-0000-7000-8000-000000000000'

const byPart: readonly Refused[] = [
  [
    'a case is opened once',
    async (desk, sale) => {
      await desk.push('interaction.openCase', sale.open)
      return desk.push('interaction.openCase', sale.open)
    },
    'CASE_EXISTS',
  ],
  ['a step of an unknown case', (desk, sale) => desk.push('interaction.saveCaseStep', sale.step), 'CASE_UNKNOWN'],
  [
    'a step of a case given up',
    async (desk, sale) => {
      await desk.push('interaction.openCase', sale.open)
      await desk.push('interaction.closeCase', { caseId: sale.id.case, outcome: 'abandon' })
      return desk.push('interaction.saveCaseStep', sale.step)
    },
    'CASE_CLOSED',
  ],
  [
    'an unknown case is closed',
    (desk, sale) => desk.push('interaction.closeCase', { caseId: sale.id.case, outcome: 'abandon' }),
    'CASE_UNKNOWN',
  ],
  [
    'a case is closed twice',
    async (desk, sale) => {
      await desk.push('interaction.openCase', sale.open)
      await desk.push('interaction.closeCase', { caseId: sale.id.case, outcome: 'finish' })
      return desk.push('interaction.closeCase', { caseId: sale.id.case, outcome: 'finish' })
    },
    'CASE_CLOSED',
  ],
  [
    'a signed case is given up',
    async (desk, sale) => {
      await sell(desk, sale, 'sign')
      return desk.push('interaction.closeCase', { caseId: sale.id.case, outcome: 'abandon' })
    },
    'CASE_SIGNED',
  ],
  [
    'a prospect is made twice',
    async (desk, sale) => {
      await sell(desk, sale, 'prospect')
      return desk.push('customer.createProspect', sale.prospect)
    },
    'CUSTOMER_EXISTS',
  ],
  [
    'a number that is not ours is held',
    (desk, sale) => desk.push('number.reserveNumber', { ...sale.reserve, msisdn: '+33639989999' }),
    'NUMBER_UNKNOWN',
  ],
  [
    'a document of an unknown customer',
    (desk, sale) => desk.push('identity.recordEvidence', sale.evidence),
    'CUSTOMER_UNKNOWN',
  ],
  [
    'a wrong check digit',
    async (desk, sale) => {
      await sell(desk, sale, 'prospect')
      const mrz = [sale.evidence.mrz[0] ?? '', (sale.evidence.mrz[1] ?? '').replace('L898902C3', 'L8989O2C3')]
      return desk.push('identity.recordEvidence', { ...sale.evidence, mrz })
    },
    'MRZ_CHECK_DIGIT',
    { field: 'documentNumber', line: 2 },
  ],
  [
    'the specimen as printed',
    async (desk, sale) => {
      await sell(desk, sale, 'prospect')
      return desk.push('identity.recordEvidence', { ...sale.evidence, mrz: [...knownPeople.erikssonAsPrinted.lines] })
    },
    'DOCUMENT_EXPIRED',
    { expiryDate: '2012-04-15' },
  ],
  [
    'somebody under age',
    async (desk, sale) => {
      await sell(desk, sale, 'prospect')
      return desk.push('identity.recordEvidence', { ...sale.evidence, mrz: [...knownPeople.underAge.lines] })
    },
    'UNDER_AGE',
    { age: 13, minimumAge: 18 },
  ],
  [
    'a document of somebody else than the customer on record',
    async (desk, sale, world) => {
      const jana = await world.store.db
        .selectFrom('customer')
        .select('id')
        .where('email', '=', 'jana@example.net')
        .executeTakeFirstOrThrow()
      return desk.push('identity.recordEvidence', { ...sale.evidence, customerId: jana.id })
    },
    'PERSON_DIFFERS',
  ],
  [
    'a proof of address of last winter',
    async (desk, sale) => {
      await sell(desk, sale, 'prospect')
      const address = { ...sale.evidence.address, issuedOn: '2026-02-01' }
      return desk.push('identity.recordEvidence', { ...sale.evidence, address })
    },
    'ADDRESS_PROOF_OLD',
    { maxAgeDays: 90 },
  ],
  [
    'a proof of address of tomorrow',
    async (desk, sale) => {
      await sell(desk, sale, 'prospect')
      const address = { ...sale.evidence.address, issuedOn: '2026-10-23' }
      return desk.push('identity.recordEvidence', { ...sale.evidence, address })
    },
    'BODY_INVALID',
  ],
  [
    'an unknown check is decided',
    async (_desk, sale, world) =>
      (await world.desk('zoe')).push('identity.decideReferral', {
        evidenceId: stranger,
        customerId: sale.id.customer,
        decision: 'clear',
        note: 'x',
      }),
    'EVIDENCE_UNKNOWN',
  ],
  [
    'a shop agent decides a check',
    (desk, sale) =>
      desk.push('identity.decideReferral', {
        evidenceId: stranger,
        customerId: sale.id.customer,
        decision: 'clear',
        note: 'x',
      }),
    'ROLE_NOT_ALLOWED',
  ],
  [
    'credit of an unknown customer',
    (desk, sale) => desk.push('credit.requestDecision', sale.credit),
    'CUSTOMER_UNKNOWN',
  ],
  ['credit before a document', (desk, sale) => sell(desk, sale, 'credit', ['evidence']), 'IDENTITY_MISSING'],
  ['a payment for no contract', (desk, sale) => sell(desk, sale, 'pay', ['sign']), 'AGREEMENT_UNKNOWN'],
  [
    'another sum than signed',
    async (desk, sale) => {
      await sell(desk, sale, 'sign')
      return desk.push('payment.recordPayment', { ...sale.pay, amountMinor: 999 })
    },
    'AMOUNT_DIFFERS',
    { amountMinor: 999, dueMinor: 1000 },
  ],
  [
    'less cash than due',
    async (desk, sale) => {
      await sell(desk, sale, 'sign')
      return desk.push('payment.recordPayment', { ...sale.pay, paid: { method: 'cash', tenderedMinor: 500 } })
    },
    'TENDERED_TOO_LITTLE',
    { tenderedMinor: 500, dueMinor: 1000 },
  ],
  [
    'what was paid already is put on the next bill',
    async (desk, sale, world) => {
      await sell(desk, sale, 'pay')
      const other = { ...sale.pay, paymentId: world.ids.next(), paid: { method: 'nextBill' } } as const
      return desk.push('payment.recordPayment', other)
    },
    'PAYMENT_TWICE',
    { reference: 'C-26-10417' },
  ],
  ['an order without a contract', (desk, sale) => sell(desk, sale, 'submit', ['sign', 'pay']), 'AGREEMENT_UNKNOWN'],
  [
    'an order is sent twice',
    async (desk, sale) => {
      await sell(desk, sale)
      return desk.push('order.submitOrder', sale.submit)
    },
    'ORDER_EXISTS',
  ],
  [
    'a second order of the same contract',
    async (desk, sale, world) => {
      await sell(desk, sale)
      return desk.push('order.submitOrder', { ...sale.submit, orderId: world.ids.next(), productId: world.ids.next() })
    },
    'ORDER_EXISTS',
  ],
  [
    'an order of another plan than signed',
    async (desk, sale) => {
      await sell(desk, sale, 'pay')
      return desk.push('order.submitOrder', { ...sale.submit, planId: 'mobile-s' })
    },
    'BODY_INVALID',
    { field: 'planId' },
  ],
  [
    'an order without a document',
    (desk, sale) => sell(desk, sale, 'submit', ['evidence', 'credit']),
    'IDENTITY_MISSING',
  ],
  ['a post-paid order without a class', (desk, sale) => sell(desk, sale, 'submit', ['credit']), 'CREDIT_MISSING'],
  ['an order before it is paid', (desk, sale) => sell(desk, sale, 'submit', ['pay']), 'PAYMENT_MISSING'],
  [
    'a card that is used',
    async (desk, sale, world) => {
      await sell(desk, sale, 'pay')
      const used = await world.store.db
        .selectFrom('sim_card')
        .select('id')
        .where('state', '=', 'active')
        .executeTakeFirstOrThrow()
      return desk.push('order.submitOrder', { ...sale.submit, iccid: used.id })
    },
    'SIM_TAKEN',
  ],
  [
    'no card left',
    async (desk, sale, world) => {
      await sell(desk, sale, 'pay')
      await world.store.db.updateTable('sim_card').set({ state: 'retired' }).where('state', '=', 'inStock').execute()
      return desk.push('order.submitOrder', sale.submit)
    },
    'SIM_STOCK_EMPTY',
    { kind: 'card' },
  ],
  [
    'a decision where nothing waits',
    (desk, sale, world) =>
      desk.push('order.chooseOtherNumber', {
        orderId: sale.id.order,
        caseId: sale.id.case,
        customerId: sale.id.customer,
        msisdn: '+33639985777',
        addendumId: world.ids.next(),
        acceptedBy: 'customerAtCounter',
      }),
    'NOTHING_TO_RESOLVE',
  ],
  [
    'an unknown task is completed',
    async (_desk, sale, world) =>
      (await world.desk('zoe')).push('provisioning.completeTask', {
        taskId: stranger,
        orderId: sale.id.order,
        note: 'x',
      }),
    'TASK_UNKNOWN',
  ],
  [
    'a task that is not stuck is completed',
    async (desk, sale, world) => {
      await sell(desk, sale)
      const task = await world.store.db.selectFrom('order_task').select('id').executeTakeFirstOrThrow()
      return (await world.desk('zoe')).push('provisioning.completeTask', {
        taskId: task.id,
        orderId: sale.id.order,
        note: 'x',
      })
    },
    'TASK_NOT_STUCK',
  ],
]

describe('the core refuses', () => {
  const rows = byPart.map(([what, act, code, details = {}]) => ({ what, act, code, details }))
  test.each(rows)('$what', async ({ act, code, details }) => {
    const { world, desk } = await openDesk()
    const sale = saleOf(world.ids)
    const answer = await act(desk, sale, world)
    expect(answer).toMatchObject({ result: 'rejected', code, details })
  })

  test('a signed contract of a customer it does not know is kept all the same', async () => {
    const { world, desk } = await openDesk()
    const sale = saleOf(world.ids)
    expect(await sell(desk, sale, 'sign', ['prospect', 'evidence', 'credit'])).toMatchObject({ result: 'applied' })
    const kept = await world.store.db
      .selectFrom('agreement')
      .select('state')
      .where('id', '=', sale.id.agreement)
      .executeTakeFirst()
    expect(kept?.state).toBe('signed')
  })

  test.each([
    ['classE', 0, 'CREDIT_CLASS_TOO_LOW', { class: 'E' }],
    ['classD', 2490, 'DEPOSIT_DIFFERS', { depositMinor: 4980, paidMinor: 2490 }],
  ] as const)('an order of %s with a deposit of %i', async (who, depositMinor, code, details) => {
    const { world, desk } = await openDesk()
    const sale = saleOf(world.ids, { person: knownPeople[who], depositMinor })
    expect(await sell(desk, sale)).toMatchObject({ result: 'rejected', code, details })
    expect(await world.store.db.selectFrom('product_order').select('id').execute()).toEqual([])
    const number = await world.store.db
      .selectFrom('phone_number')
      .select('state')
      .where('id', '=', sale.reserve.msisdn)
      .executeTakeFirst()
    expect(number?.state).toBe('reserved')
  })

  test('more lines than the class allows', async () => {
    const { world, desk } = await openDesk()
    const sale = saleOf(world.ids, { person: knownPeople.classD, depositMinor: 4980 })
    await sell(desk, sale)
    const again = saleOf(world.ids, { person: knownPeople.classD, depositMinor: 4980, msisdn: '+33639985777' })
    const second = {
      ...again,
      sign: { ...again.sign, customerId: sale.id.customer },
      pay: { ...again.pay, customerId: sale.id.customer },
      submit: { ...again.submit, customerId: sale.id.customer },
    }
    expect(await sell(desk, second, 'submit', ['prospect', 'evidence', 'credit'])).toMatchObject({
      result: 'rejected',
      code: 'CREDIT_LINES_EXCEEDED',
      details: { lines: 1 },
    })
  })

  test('a person who is a customer already, and names that customer', async () => {
    const { world, desk } = await openDesk()
    const sale = saleOf(world.ids, { person: knownPeople.customer })
    const jana = await world.store.db
      .selectFrom('customer')
      .select('id')
      .where('email', '=', 'jana@example.net')
      .executeTakeFirstOrThrow()
    expect(await sell(desk, sale, 'evidence')).toMatchObject({
      result: 'conflict',
      code: 'PERSON_KNOWN',
      snapshot: { customerId: jana.id, name: 'Jana Nováková', town: 'Nancy' },
      choices: [{ kind: 'openCustomer', value: jana.id }],
    })
    const seen = world.store.db.selectFrom('identity_evidence').select('id').where('case_id', 'is not', null)
    expect(await seen.execute()).toEqual([])
  })

  test('nobody on the watch list: the evidence waits for a person', async () => {
    const { world, desk } = await openDesk()
    for (const who of ['watchedPerson', 'watchedDocument'] as const) {
      const sale = saleOf(world.ids, { person: knownPeople[who], msisdn: '+33639985777' })
      expect((await sell(desk, sale, 'evidence', ['reserve'])).result).toBe('applied')
      const row = await world.store.db
        .selectFrom('identity_evidence')
        .select('state')
        .where('id', '=', sale.evidence.evidenceId)
        .executeTakeFirst()
      expect([who, row?.state]).toEqual([who, 'referred'])
    }
  })
})
