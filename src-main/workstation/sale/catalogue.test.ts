import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { offer, promotion } from '#shared/domain/catalogue/builders.ts'
import type { CoverageRow } from '#shared/domain/catalogue/rows.ts'
import { notOverridden } from '#shared/domain/credit/commands.ts'
import type { OutputOf } from '#shared/contract/procedures.ts'
import { bodyOf } from './body-of.ts'
import { aCustomer } from './test-market.ts'
import { finish, sellUpTo } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

/** What a sale of the whole catalogue does at the service's door: fixed lines, devices, promotions, known customers, payment. */
let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
  fillCatalogue()
})
afterEach(() => world.close())

const scope = 'fr'
const jana = '01890000-0000-7000-8000-0000000000a1'
const martin = '01890000-0000-7000-8000-0000000000a2'
const dupont = '01890000-0000-7000-8000-0000000000a3'
const [seenId, classId] = ['01890000-0000-7000-8000-0000000000b1', '01890000-0000-7000-8000-0000000000b2']
const named = (en: string): string => JSON.stringify({ en })

function fillCatalogue(): void {
  const fixed = { segment: 'fixed', coverage: 'fibre', scope } as const
  world.put(
    'offer',
    { ...offer({ id: 'fibre', name: named('Fibre 1000'), speed_mbit: 1000, monthly_minor: 3990, ...fixed }) },
    { ...offer({ id: 'net', name: named('Internet only'), has_number: 0, monthly_minor: 2790, ...fixed }) },
    { ...offer({ id: 'box', name: named('Home box'), ...fixed, coverage: 'radio' }) },
    {
      ...offer({
        id: 'router',
        kind: 'device',
        segment: 'fixed',
        billing: '',
        monthly_minor: 0,
        one_time_minor: 9_600,
        down_minor: 1_200,
        instalment_minor: 350,
        instalment_months: 24,
        needs_class: 'B',
        commitment_months: 0,
      }),
      scope,
    },
    { ...offer({ id: 'martin-plan', audience: 'company', for_customer: martin }), scope },
  )
  world.put(
    'promotion',
    { ...promotion({ id: 'together', offer_id: 'fibre', months: 0, needs_segment: 'mobile' }), scope },
    { ...promotion({ id: 'ended', offer_id: 'fibre', valid_until: '2026-09-30' }), scope },
  )
  const place = { scope, version: 1, postal_code: '54000', town: 'Nancy', fibre_mbit: 0, dsl_mbit: 0, radio_mbit: 0 }
  const rows: readonly CoverageRow[] = [
    { ...place, id: '54000:', street: '', fibre_mbit: 1000 },
    { ...place, id: '54000:v', street: 'chemin des vignes', radio_mbit: 100 },
    { ...place, id: '54000:b', street: 'allee des bouleaux' },
  ]
  world.put('coverage', ...rows)
}

const fixedLine = {
  segment: 'fixed',
  planId: 'fibre',
  addOnIds: [],
  msisdn: null,
  street: '3 rue Saint-Dizier',
  postalCode: '54000',
  town: 'Nancy',
} as const

/** Jana, a customer with a mobile line, her passport seen and her class known. */
function knowJana(creditClass = 'A'): void {
  world.put('customer', aCustomer({ id: jana }))
  world.put('product', {
    id: 'line',
    scope,
    version: 1,
    customer_id: jana,
    order_id: null,
    offer_id: 'mobile-m',
    state: 'active',
    msisdn: '+33639984112',
    iccid: null,
    monthly_minor: 2490,
    currency: 'EUR',
    since: 1,
    user_name: '',
    payer_id: null,
    purchase_order: '',
  })
  const at = Date.UTC(2026, 8, 22)
  world.put('identity_evidence', {
    id: seenId,
    scope,
    version: 1,
    customer_id: jana,
    case_id: 'earlier',
    kind: 'passport',
    issuing_state: 'CZE',
    document_masked: '••••26',
    surname: 'Nováková',
    given_names: 'Jana',
    birth_date: '1986-03-14',
    expiry_date: '2034-02-18',
    assurance: 'substantial',
    state: 'valid',
    address_kind: 'utilityBill',
    address_issued_on: '2026-09-01',
    recorded_at: at,
    recorded_by: 'Luc',
  })
  world.put('credit_decision', {
    id: classId,
    scope,
    version: 1,
    customer_id: jana,
    case_id: 'earlier',
    class: creditClass,
    state: 'final',
    reasons: '["PAID_ON_TIME"]',
    deposit_months: 0,
    spending_limit_minor: 50_000,
    lines: 10,
    currency: 'EUR',
    decided_at: at,
    valid_until: '2026-12-21',
    ...notOverridden,
  })
}

const view = (caseId: string): Promise<OutputOf<'interaction.caseView'>> => world.do('interaction.caseView', { caseId })
const offersOf = (caseId: string): Promise<OutputOf<'catalogue.offers'>> =>
  world.do('catalogue.offers', { caseId, segment: 'fixed', billing: 'postPaid' })

async function caseOfJana(): Promise<string> {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: jana })
  return caseId
}

describe('a fixed line', () => {
  test.each([
    ['before an address is typed', { street: '' }, 'offer.off.OFFER_NEEDS_ADDRESS', null],
    ['where only radio reaches', { street: '8 chemin des Vignes' }, 'offer.off.OFFER_NO_COVERAGE', 100],
    ['where nothing reaches', { street: '8 allée des Bouleaux' }, 'offer.off.OFFER_NO_COVERAGE', 0],
    ['in a place nobody knows', { postalCode: '75001' }, 'offer.off.OFFER_NO_COVERAGE', 0],
  ] as const)(
    '%s has its plans off with the reason, and what there is instead',
    async (_what, change, reason, radio) => {
      const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
      const refused = await finish(world, caseId, 'offer', { ...fixedLine, ...change })
      expect(refused).toMatchObject({ ok: false, error: { code: 'OFFER_NOT_ALLOWED' } })
      const { plans, coverage } = await offersOf(caseId)
      expect(plans.find((one) => one.offer.id === 'fibre')?.reason).toMatchObject({ key: reason })
      expect(plans.find((one) => one.offer.id === 'box')?.isAllowed).toBe(radio === 100)
      expect(coverage?.radio ?? null).toBe(radio)
    },
  )

  test('asks for no number, and is signed with its address and ordered without one', async () => {
    knowJana()
    const caseId = await caseOfJana()
    for (const step of ['reason', 'offer', 'sign'] as const) {
      const changes = step === 'offer' ? fixedLine : step === 'reason' ? { customerId: jana } : {}
      expect(await finish(world, caseId, step, changes)).toMatchObject({ ok: true })
    }
    expect(await finish(world, caseId, 'payNow')).toMatchObject({ ok: true })
    expect(world.commandsOf(caseId)).not.toContain('number.reserveNumber')
    const sent = world.desk.outbox.touching(`case:${caseId}`)
    const order = sent.flatMap((item) => bodyOf(item, 'order.submitOrder') ?? [])
    const signed = sent.flatMap((item) => bodyOf(item, 'contract.signContract') ?? [])
    expect(order).toMatchObject([{ planId: 'fibre', msisdn: '' }])
    expect(signed[0]?.terms).toMatchObject({
      msisdn: '',
      installation: { street: '3 rue Saint-Dizier', postalCode: '54000', town: 'Nancy' },
      promotionIds: ['together'],
      monthlyMinor: 3490,
    })
  })
})

describe('a known customer', () => {
  test('goes on with the document and the class on record: both steps are done and say since when', async () => {
    knowJana()
    const { steps } = await view(await caseOfJana())
    const step = (name: string) => steps.find((each) => each.step === name)
    expect(step('identity')).toMatchObject({ state: 'confirmed', summary: { key: 'step.identity.still' } })
    expect(step('credit')).toMatchObject({
      state: 'confirmed',
      summary: { key: 'step.credit.still', params: { class: 'A' } },
    })
  })

  test.each([
    [
      'a document that has expired',
      () => world.put('identity_evidence', { ...seen(), expiry_date: '2026-10-21' }),
      'identity',
    ],
    [
      'a class that has run out',
      () => world.put('credit_decision', { ...decided(), valid_until: '2026-10-21' }),
      'credit',
    ],
  ] as const)('with %s does that step again', async (_what, change, name) => {
    knowJana()
    change()
    const { steps } = await view(await caseOfJana())
    expect(steps.find((each) => each.step === name)?.state).toBe('waits')
  })

  const seen = () => {
    const row = world.desk.view.get('identity_evidence', seenId)?.row
    if (!row) throw new Error('no evidence')
    return row
  }
  const decided = () => {
    const row = world.desk.view.get('credit_decision', classId)?.row
    if (!row) throw new Error('no decision')
    return row
  }

  test('sees promotions of the basket: given with her line, and the ended one with its day', async () => {
    knowJana()
    const caseId = await caseOfJana()
    await finish(world, caseId, 'offer', fixedLine)
    const { promotions } = await offersOf(caseId)
    expect(promotions.map(({ promotion: { id }, isGiven, reason }) => [id, isGiven, reason?.key ?? ''])).toEqual([
      ['together', true, ''],
      ['ended', false, 'promotion.off.PROMOTION_ENDED'],
    ])
  })

  test.each([
    ['A', true, undefined],
    ['C', false, 'offer.off.OFFER_CLASS_TOO_LOW'],
  ] as const)('in class %s pays a device by instalments: %s', async (creditClass, isAllowed, reason) => {
    knowJana(creditClass)
    const caseId = await caseOfJana()
    await finish(world, caseId, 'offer', fixedLine)
    const [router] = (await offersOf(caseId)).devices
    expect(router).toMatchObject({ isAllowed: true, instalments: { isAllowed } })
    expect(router?.instalments?.reason?.key).toBe(reason)
    const taken = await finish(world, caseId, 'offer', { ...fixedLine, deviceId: 'router', devicePay: 'instalments' })
    expect(taken.ok).toBe(isAllowed)
    const { quote } = await view(caseId)
    expect(quote).toMatchObject({ monthlyMinor: 3490 + 350, dueNowMinor: 1_200 })
  })
})

describe('a company', () => {
  test('sees prices without tax, its own plan, and no plan of another company', async () => {
    world.put('customer', aCustomer({ id: martin, kind: 'company', family_name: 'Martin', given_names: '' }))
    world.put('customer', aCustomer({ id: dupont, kind: 'company', family_name: 'Dupont', given_names: '' }))
    const plansFor = async (customerId: string) => {
      const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId })
      const { plans } = await world.do('catalogue.offers', { caseId, segment: 'mobile', billing: 'postPaid' })
      const netMinor = plans.find((one) => one.offer.id === 'mobile-m')?.offer.monthly_minor
      return { caseId, netMinor, allowed: plans.filter((one) => one.isAllowed).map((one) => one.offer.id) }
    }
    const own = await plansFor(martin)
    expect(own.netMinor).toBe(2075)
    expect(own.allowed).toEqual(expect.arrayContaining(['company', 'martin-plan']))
    expect((await plansFor(dupont)).allowed).not.toContain('martin-plan')
    await world.do('interaction.saveDraft', { caseId: own.caseId, step: 'offer', fields: { planId: 'mobile-m' } })
    expect((await view(own.caseId)).quote).toMatchObject({
      taxIncluded: false,
      monthlyMinor: 2075,
      dueNowMinor: 1000,
    })
  })
})

describe('pay now', () => {
  const paid = (caseId: string) =>
    world.desk.outbox.touching(`case:${caseId}`).flatMap((item) => bodyOf(item, 'payment.recordPayment') ?? [])

  test('puts what is due on the next bill where the core gave class A, and says why not where it did not', async () => {
    knowJana()
    const caseId = await caseOfJana()
    await finish(world, caseId, 'reason', { customerId: jana })
    await finish(world, caseId, 'offer', { ...fixedLine, deviceId: 'router', devicePay: 'once' })
    await finish(world, caseId, 'sign')
    expect((await view(caseId)).nextBillOff).toBeNull()
    expect(await finish(world, caseId, 'payNow', { method: 'nextBill' })).toMatchObject({ ok: true })
    expect(paid(caseId)).toMatchObject([{ paid: { method: 'nextBill' }, amountMinor: 9_600, shiftId: null }])

    const newcomer = await sellUpTo(world, 'sign')
    expect((await view(newcomer)).nextBillOff).toMatchObject({ key: 'nextBill.off.NEXT_BILL_DEPOSIT' })
    const refused = await finish(world, newcomer, 'payNow', { method: 'nextBill' })
    expect(refused).toMatchObject({ error: { code: 'STEP_INCOMPLETE', details: { reason: 'NEXT_BILL_DEPOSIT' } } })
  })

  test('a pre-paid line asks no bureau and takes more credit with the first month; cash must cover both', async () => {
    const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
    const prepaid = { billing: 'prePaid', planId: 'prepaid-m', addOnIds: [] }
    for (const step of ['reason', 'offer', 'identity', 'sign'] as const)
      expect(await finish(world, caseId, step, step === 'offer' ? prepaid : {})).toMatchObject({ ok: true })
    expect(world.commandsOf(caseId)).not.toContain('credit.requestDecision')
    const less = await finish(world, caseId, 'payNow', { tendered: '40', topUp: '20' })
    expect(less).toMatchObject({ error: { details: { field: 'tendered', dueMinor: 4990 } } })
    expect(await finish(world, caseId, 'payNow', { tendered: '50', topUp: '20' })).toMatchObject({ ok: true })
    expect(paid(caseId)).toMatchObject([{ amountMinor: 4990, topUpMinor: 2000 }])
  })

  test('cash goes into the drawer’s shift, counted at its end; the receipt is a PDF', async () => {
    expect(await world.do('payment.drawer', {})).toEqual({ shift: null })
    await world.do('payment.openDrawer', { floatMinor: 10_000 })
    expect(await world.ask('payment.openDrawer', { floatMinor: 1 })).toMatchObject({ error: { code: 'DRAWER_OPEN' } })
    const caseId = await sellUpTo(world, 'sign')
    expect(await world.ask('payment.receipt', { caseId })).toMatchObject({ error: { code: 'NOT_PAID' } })
    await finish(world, caseId, 'payNow')
    const due = paid(caseId)[0]?.amountMinor ?? 0
    expect(await world.do('payment.drawer', {})).toMatchObject({ shift: { balanceMinor: 10_000 + due, payments: 1 } })
    const { base64, fileName } = await world.do('payment.receipt', { caseId })
    expect([fileName, Buffer.from(base64, 'base64').subarray(0, 5).toString()]).toEqual([
      expect.stringMatching(/^R-26-\d+\.pdf$/),
      '%PDF-',
    ])
    expect(await world.do('payment.closeDrawer', { countedMinor: 10_000 })).toEqual({ expectedMinor: 10_000 + due })
    expect(await world.do('payment.drawer', {})).toEqual({ shift: null })
  })
})
