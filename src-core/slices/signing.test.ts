import { afterEach, describe, expect, test } from 'vitest'
import { answerHash } from '#shared/domain/verification/expected-answers.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import { hashKeyOf } from '../db/hash-key.ts'
import { sqliteStores } from '../db/test-store.ts'
import type { SaleDesk, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const stores = sqliteStores()
const minute = 60_000
const summaryHash = 'b'.repeat(64)

describe('a contract accepted by phone', () => {
  afterEach(() => stores.closeOpened())

  test('by the code the customer got: kept hashed, never in the feed, and the line is ordered on it', async () => {
    const { world, anna, sale, sendSummary, sendCode, tryCode, code, row } = await onThePhone()
    expect(await sendCode()).toMatchObject({ code: 'SUMMARY_MISSING' })
    expect(await sendSummary()).toMatchObject({ result: 'applied' })
    expect(await sendCode()).toMatchObject({ result: 'applied' })
    expect(await row()).toMatchObject({ state: 'sent', tries_left: 5, recipient: '+33 6 •• •• •• 10' })
    const figures = await code()
    expect(figures).toMatch(/^\d{6}$/)
    for (const table of ['signing_code', 'signing_code_secret', 'message', 'message_secret'] as const)
      expect(JSON.stringify(await world.store.db.selectFrom(table).selectAll().execute())).not.toContain(figures)
    await tryCode(other(figures))
    expect(await row()).toMatchObject({ state: 'sent', tries_left: 4 })
    expect(await tryCode(figures)).toMatchObject({ result: 'applied' })
    expect(await row()).toMatchObject({ state: 'confirmed' })
    expect(await anna.push('contract.signContract', sale.byCode)).toMatchObject({ result: 'applied' })
    await anna.push('payment.recordPayment', sale.pay)
    expect(await anna.push('order.submitOrder', sale.submit)).toMatchObject({ result: 'applied' })
  })

  test('is kept without a confirmed code too, and only the line waits', async () => {
    const { anna, sale, world } = await onThePhone()
    expect(await anna.push('contract.signContract', sale.byCode)).toMatchObject({ result: 'applied' })
    await anna.push('payment.recordPayment', sale.pay)
    expect(await anna.push('order.submitOrder', sale.submit)).toMatchObject({ code: 'ACCEPTANCE_MISSING' })
    expect(await agreementOf(world, sale.id.agreement)).toMatchObject({
      acceptance: 'code',
      withdraw_until: '2026-11-05',
      document_check: 'onDelivery',
    })
  })

  test('a code is of no use after 15 minutes, after five wrong tries, and once there is a newer one', async () => {
    const { world, sendSummary, sendCode, tryCode, code, row } = await onThePhone()
    await sendSummary()
    await sendCode()
    const late = await code()
    await world.advance(15 * minute + 1)
    await tryCode(late)
    expect(await row()).toMatchObject({ state: 'expired' })
    await sendCode(1)
    const figures = await code()
    for (let wrong = 0; wrong < 5; wrong += 1) await tryCode(other(figures), 1)
    expect(await row(1)).toMatchObject({ state: 'locked', tries_left: 0 })
    await tryCode(figures, 1)
    expect(await row(1)).toMatchObject({ state: 'locked' })
    await sendCode(2)
    await sendCode(3)
    expect(await row(2)).toMatchObject({ state: 'replaced' })
    expect(await tryCode(figures, 4)).toMatchObject({ code: 'CODE_UNKNOWN' })
  })

  test('the document is checked on delivery, once it is due', async () => {
    const { world, anna, sale } = await onThePhone()
    const of = { agreementId: sale.id.agreement, caseId: sale.id.case, customerId: sale.id.customer }
    const check = (outcome: 'checked' | 'differs') => anna.push('contract.recordDocumentCheck', { ...of, outcome })
    expect(await check('checked')).toMatchObject({ code: 'AGREEMENT_UNKNOWN' })
    await anna.push('contract.signContract', sale.byCode)
    await check('differs')
    expect(await agreementOf(world, sale.id.agreement)).toMatchObject({ document_check: 'differs' })
    expect(await check('checked')).toMatchObject({ result: 'applied' })
    expect(await check('checked')).toMatchObject({ code: 'DOCUMENT_NOT_DUE' })
  })

  test('withdrawn from within 14 days: line, number and SIM end, what was paid goes back, the customer is told', async () => {
    const { world, anna, sale, withdraw } = await ordered()
    expect(await withdraw()).toMatchObject({ result: 'applied' })
    const { db } = world.store
    expect(await agreementOf(world, sale.id.agreement)).toMatchObject({ state: 'withdrawn' })
    const product = await db
      .selectFrom('product')
      .select(['state', 'iccid'])
      .where('id', '=', sale.id.product)
      .executeTakeFirstOrThrow()
    expect(product.state).toBe('terminated')
    const stateOf = async (table: 'phone_number' | 'sim_card' | 'product_order', id: string) =>
      (await db.selectFrom(table).select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
    expect(await stateOf('phone_number', '+33639987777')).toBe('quarantined')
    expect(await stateOf('sim_card', product.iccid ?? '')).toBe('retired')
    expect(await stateOf('product_order', sale.id.order)).toBe('cancelled')
    const paid = await db
      .selectFrom('payment')
      .select(['method', 'amount_minor'])
      .where('case_id', '=', sale.id.case)
      .orderBy('id')
      .execute()
    expect(paid).toEqual([
      { method: 'cash', amount_minor: 1000 },
      { method: 'refund', amount_minor: -1000 },
    ])
    const told = await db.selectFrom('message').select('body').where('template', '=', 'withdrawn').execute()
    expect(told).toMatchObject([{ body: expect.stringContaining('10.00 goes back to you') }])
    expect(await withdraw()).toMatchObject({ code: 'AGREEMENT_UNKNOWN' })
    expect(anna.id).not.toBe('')
  })

  test('who calls days later is verified first; what was said on the last day counts though it comes late', async () => {
    const { world, anna, sale, withdraw } = await ordered()
    const { case: caseId, customer: customerId } = sale.id
    await world.advance(14 * 24 * 60 * minute)
    const onLastDay = world.clock.now()
    expect(await withdraw()).toMatchObject({ code: 'CALLER_NOT_VERIFIED' })
    const key = await hashKeyOf(world.store.db, 'nancy')
    const asked = { verificationId: world.ids.next(), customerId, caseId, contactId: null }
    const seen = { matched: [], level: 0, failures: 0, since: 0, lockedUntil: null }
    for (const [question, text] of [
      ['birthDate', '1974-08-12'],
      ['lastPayment', '1000'],
    ] as const) {
      const hash = answerHash(customerId, question, text, (plain) => keyedHash(key, plain))
      await anna.push('verification.recordAnswer', { ...asked, question, answerHash: hash, seen })
    }
    await world.advance(2 * 24 * 60 * minute)
    expect(await withdraw({ capturedAt: onLastDay })).toMatchObject({ result: 'applied' })
  })

  test('cash goes back out of the drawer of the desk that pays it, and the shift counts it', async () => {
    const { world, anna, sale, withdraw } = await ordered()
    const shiftId = world.ids.next()
    await anna.push('payment.openDrawer', { shiftId, floatMinor: 10_000, currency: 'EUR' })
    expect(await withdraw({}, shiftId)).toMatchObject({ result: 'applied' })
    const { db } = world.store
    const refund = await db
      .selectFrom('payment')
      .select(['shift_id', 'amount_minor'])
      .where('case_id', '=', sale.id.case)
      .where('method', '=', 'refund')
      .execute()
    expect(refund).toEqual([{ shift_id: shiftId, amount_minor: -1000 }])
    await anna.push('payment.closeDrawer', { shiftId, countedMinor: 9_000, expectedMinor: 9_000 })
    const shift = await db.selectFrom('drawer_shift').select('expected_minor').where('id', '=', shiftId).execute()
    expect(shift).toEqual([{ expected_minor: 9_000 }])
  })

  test('not withdrawn from after its last day, nor where it was signed at the counter', async () => {
    const { world, withdraw } = await ordered()
    await world.advance(15 * 24 * 60 * minute)
    expect(await withdraw()).toMatchObject({ code: 'WITHDRAWAL_OVER', details: { until: '2026-11-05' } })
    const luc = await world.desk('luc')
    const atCounter = saleOf(world.ids, { msisdn: '+33639985777' })
    await sell(luc, atCounter, 'sign', ['evidence', 'credit'])
    const { case: caseId, customer: customerId, agreement: agreementId } = atCounter.id
    const body = { caseId, customerId, agreementId, reason: '', shiftId: null }
    expect(await luc.push('contract.withdrawAgreement', body)).toMatchObject({ code: 'WITHDRAWAL_NONE' })
  })
})

function other(figures: string): string {
  return String((Number(figures) + 1) % 1_000_000).padStart(6, '0')
}

function agreementOf(world: SaleWorld, id: string) {
  return world.store.db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** A customer known up to the credit class, on Anna's telephone. */
async function onThePhone() {
  const world = await openSaleWorld(await stores.open())
  const anna: SaleDesk = await world.desk('anna')
  const sale = saleOf(world.ids, { terms: { withdrawUntil: '2026-11-05' } })
  await sell(anna, sale, 'credit')
  const of = { caseId: sale.id.case, customerId: sale.id.customer }
  const codeIds = Array.from({ length: 5 }, () => world.ids.next())
  const to = { channel: 'sms', recipient: '+33639986610', language: 'en' } as const
  return {
    world,
    anna,
    sale: { ...sale, byCode: { ...sale.sign, acceptance: 'code' as const, acceptanceReference: '+33 6 •• •• •• 10' } },
    sendSummary: () =>
      anna.push('message.sendMessage', {
        ...{ ...of, ...to, messageId: world.ids.next(), template: 'saleSummary', about: summaryHash },
        params: {
          ...{ reference: 'C-26-10417', plan: 'Mobile M', monthly: '24.90', dueNow: '10.00' },
          ...{ commitment: '24 months', notice: 'One month', withdrawal: 'Until 5 Nov 2026' },
        },
      }),
    sendCode: (index = 0) =>
      anna.push('contract.sendCode', {
        ...{ ...of, ...to, codeId: codeIds[index] ?? '', messageId: world.ids.next(), summaryHash },
      }),
    tryCode: (figures: string, index = 0) =>
      anna.push('contract.tryCode', { ...of, codeId: codeIds[index] ?? '', figures }),
    /** What the customer reads on the telephone: what the built-in gateway wrote down last. */
    code: async (): Promise<string> => {
      await world.messages.tick()
      const sent = await world.store.db
        .selectFrom('sent_message')
        .select('body')
        .where('body', 'like', '%accepts the contract%')
        .orderBy('at', 'desc')
        .executeTakeFirstOrThrow()
      return /\d{6}/.exec(sent.body)?.[0] ?? ''
    },
    row: (index = 0) =>
      world.store.db
        .selectFrom('signing_code')
        .selectAll()
        .where('id', '=', codeIds[index] ?? '')
        .executeTakeFirstOrThrow(),
  }
}

/** Such a sale, accepted by word of mouth, paid and ordered. */
async function ordered() {
  const { world, anna, sale } = await onThePhone()
  const spoken = { ...sale.sign, acceptance: 'script' as const, acceptanceReference: 'REC-4711' }
  await anna.push('contract.signContract', spoken)
  await anna.push('payment.recordPayment', sale.pay)
  expect(await anna.push('order.submitOrder', sale.submit)).toMatchObject({ result: 'applied' })
  const { case: caseId, customer: customerId, agreement: agreementId } = sale.id
  const withdraw = (change: { readonly capturedAt?: number } = {}, shiftId: string | null = null) =>
    anna.push(
      'contract.withdrawAgreement',
      { caseId, customerId, agreementId, reason: 'No coverage at home', shiftId },
      change,
    )
  return { world, anna, sale, withdraw }
}
