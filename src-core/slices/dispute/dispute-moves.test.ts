import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { MoneyWorld } from '../test-money.ts'
import { addKin, openMoneyWorld, said } from '../test-money.ts'
import { moneyStores } from '../test-money-store.ts'
import { bookPayment } from '../bill/book-payment.ts'
import { creditBill } from '../bill/credit-bill.ts'
import { inUnit } from '#core/db/unit.ts'
import { keptScope } from '#core/db/write-batch.ts'

const stores = moneyStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())
const openWorld = async () => openMoneyWorld(await stores.open())
const day = 86_400_000

describe('the bill of a matter that is not decided', () => {
  test('is not taken back meanwhile: what is held out would be due once more', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const body = await world.file(2000)
    await luc.push('dispute.fileDispute', body)
    const [{ id: billId }, other] = [world.bill, world.bills[1]?.id ?? '']
    const takeBack = (id: string) =>
      inUnit(world.store, (unit) => creditBill(unit, { id: `${id}:note`, billId: id, on: '2026-10-22' }))
    expect(await takeBack(billId)).toMatchObject({ error: { code: 'DISPUTE_OPEN', details: { reference: 'D-1' } } })
    await luc.push('adjustment.giveCredit', await world.credit(12_000, { billId: other }))
    expect(await takeBack(other)).toMatchObject({ error: { code: 'DISPUTE_OPEN', details: { reference: 'K-1' } } })
    const { disputeId, customerId } = body
    await luc.push('dispute.withdrawDispute', { disputeId, customerId, note: '' })
    expect(await takeBack(billId)).toMatchObject({ ok: true })
    expect(await world.collectable()).toBe(0)
  })

  test('may have left the desks: dispute and credit stand with the desk, and another market knows no such bill', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const { id, scope } = world.bill
    const move = (to: string) => inUnit(world.store, (unit) => unit.patch('bill', id, { scope: to }))
    await move('elsewhere')
    const [body, credit] = [await world.file(2000), await world.credit(100)]
    expect(said(await luc.push('dispute.fileDispute', body))).toBe('BILL_UNKNOWN')
    expect(said(await luc.push('adjustment.giveCredit', credit))).toBe('BILL_UNKNOWN')
    await move(keptScope(scope))
    await luc.push('dispute.fileDispute', { ...body, disputeId: world.ids.next() })
    await luc.push('adjustment.giveCredit', { ...credit, adjustmentId: world.ids.next() })
    const { db } = world.store
    for (const table of ['dispute', 'dispute_line', 'adjustment'] as const)
      expect(await db.selectFrom(table).select('scope').execute()).toEqual([{ scope }])
  })
})

describe('a decision on a dispute', () => {
  test('rejects it: nothing is held any more, what stays is due anew, and it can be appealed once, in its days', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const first = await world.file(2000)
    await luc.push('dispute.fileDispute', first)
    expect(await world.collectable()).toBe(world.bill.open_minor - 2000)
    expect(said(await luc.push('dispute.fileDispute', await world.file(500, { aboutId: first.disputeId })))).toBe(
      'LINE_DISPUTED',
    )
    await petr.push('dispute.decideDispute', await world.decide(first, 0))
    expect(await world.dispute(first)).toMatchObject({ state: 'rejected', due_date: '2026-11-05', granted_minor: 0 })
    expect(await world.collectable()).toBe(world.bill.open_minor)
    const [other] = await world.linesOf(world.bills[1]?.id ?? '')
    const elsewhere = { aboutId: first.disputeId, lines: [{ lineId: other?.id ?? '', amountMinor: 10 }] }
    const notIts = await world.file(10, { ...elsewhere, billId: world.bills[1]?.id ?? '' })
    expect(said(await luc.push('dispute.fileDispute', notIts))).toBe('APPEAL_UNKNOWN')
    const appeal = await world.file(2000, { aboutId: first.disputeId })
    expect(said(await luc.push('dispute.fileDispute', appeal))).toBe('applied')
    expect(await world.collectable()).toBe(world.bill.open_minor - 2000)
    const boris = await world.desk('boris')
    await boris.push('dispute.decideDispute', await world.decide(appeal, 2000))
    expect(await world.dispute(appeal)).toMatchObject({ state: 'approved', about_id: first.disputeId })
    expect(await world.collectable()).toBe(world.bill.open_minor - 2000)
    for (const aboutId of [first.disputeId, appeal.disputeId])
      expect(said(await luc.push('dispute.fileDispute', await world.file(100, { aboutId })))).toBe('APPEAL_TWICE')
  })

  test('can not be appealed when the days are over, nor a bill disputed after its own', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const first = await world.file(2000)
    await luc.push('dispute.fileDispute', first)
    await petr.push('dispute.decideDispute', await world.decide(first, 0))
    await world.advance(31 * day)
    expect(said(await luc.push('dispute.fileDispute', await world.file(100, { aboutId: first.disputeId })))).toBe(
      'APPEAL_TOO_LATE',
    )
    await world.advance(150 * day)
    expect(said(await luc.push('dispute.fileDispute', await world.file(100)))).toBe('FILING_TOO_LATE')
  })

  test('above a lead is a signature, that the customer’s words take away; above two of them the next level decides', async () => {
    const world = await openWorld()
    const [luc, irina, eva] = [await world.desk('luc'), await world.desk('irina'), await world.desk('eva')]
    const petr = await world.desk('petr')
    const billId = world.bills[1]?.id ?? ''
    const open = world.bills[1]?.open_minor ?? 0
    const body = await world.file(10_600, { billId })
    await luc.push('dispute.fileDispute', body)
    await irina.push('dispute.decideDispute', await world.decide(body, 10_600))
    expect(await world.dispute(body)).toMatchObject({ state: 'pendingApproval', proposed_minor: 10_600 })
    expect(await world.collectable(billId)).toBe(open - 10_600)
    expect(said(await irina.push('dispute.decideDispute', await world.decide(body, 10_600)))).toBe('SIGNED_ALREADY')
    const words = { disputeId: body.disputeId, customerId: body.customerId, words: 'Ještě něco.', evidence: [] }
    await luc.push('dispute.addWords', words)
    expect(await world.dispute(body)).toMatchObject({ state: 'underReview', proposed_by: '', request: 2 })
    expect(said(await eva.push('dispute.decideDispute', await world.decide(body, 10_600)))).toBe('REQUEST_CHANGED')
    await irina.push('dispute.decideDispute', await world.decide(body, 10_600, 2))
    // another sum is not the second signature under the first one's
    await eva.push('dispute.decideDispute', await world.decide(body, 10_500, 2))
    expect(await world.dispute(body)).toMatchObject({ state: 'pendingApproval', proposed_name: 'eva' })
    await irina.push('dispute.decideDispute', await world.decide(body, 10_500, 2))
    expect(await world.dispute(body)).toMatchObject({ state: 'partiallyApproved', decided_name: 'Irina' })
    expect(await world.collectable(billId)).toBe(open - 10_500)
    expect(said(await petr.push('dispute.decideDispute', await world.decide(body, 10_600, 2)))).toBe('ALREADY_DECIDED')
  })

  test('holds so much evidence and says where it is full', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const evidence = Array.from({ length: 20 }, (_, at) => ({ kind: 'note' as const, reference: String(at), text: '' }))
    const body = await world.file(2000, { evidence })
    await luc.push('dispute.fileDispute', body)
    const { disputeId, customerId } = body
    const more = { disputeId, customerId, words: 'Ještě něco.', evidence: evidence.slice(0, 1) }
    expect(said(await luc.push('dispute.addWords', more))).toBe('EVIDENCE_TOO_MUCH')
    expect(await world.dispute(body)).toMatchObject({ state: 'submitted', request: 1, words: body.words })
    expect(said(await luc.push('dispute.addWords', { ...more, evidence: [] }))).toBe('applied')
  })

  test('asks back: the clock stands still until the customer has answered', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const body = await world.file(2000)
    await luc.push('dispute.fileDispute', body)
    expect(await world.dispute(body)).toMatchObject({ answer_by: '2026-11-05' })
    const { disputeId, customerId } = body
    const question = { disputeId, customerId, request: 1, question: 'Kdy přesně?' }
    expect(said(await petr.push('dispute.askBack', question))).toBe('applied')
    expect(said(await petr.push('dispute.askBack', question))).toBe('REQUEST_CHANGED')
    await world.advance(3 * day - 1)
    await luc.push('dispute.addWords', { disputeId, customerId, words: 'V pondělí.', evidence: [] })
    expect(await world.dispute(body)).toMatchObject({
      ...{ state: 'underReview', answer_by: '2026-11-08', waiting_since: null },
      words: 'Balíček jsem koupil včas.\nV pondělí.',
    })
    expect(await world.collectable()).toBe(world.bill.open_minor - 2000)
    const stale = await petr.push('dispute.decideDispute', await world.decide(body, 2000))
    expect(said(stale)).toBe('REQUEST_CHANGED')
    expect(said(await petr.push('dispute.decideDispute', await world.decide(body, 2000, 2)))).toBe('applied')
  })

  test('is refused to whoever took it in, to their household, and to a role that gives nothing away', async () => {
    const world = await openWorld()
    const [irina, petr, zoe] = [await world.desk('irina'), await world.desk('petr'), await world.desk('zoe')]
    const body = await world.file(2000)
    await irina.push('dispute.fileDispute', body)
    expect(said(await irina.push('dispute.decideDispute', await world.decide(body, 2000)))).toBe('APPROVAL_BY_SELF')
    await addKin(world, petr.userId, body.customerId)
    expect(said(await petr.push('dispute.decideDispute', await world.decide(body, 0)))).toBe('OWN_HOUSEHOLD')
    expect(said(await zoe.push('dispute.decideDispute', await world.decide(body, 2000)))).toBe('ROLE_NOT_ALLOWED')
    expect(await world.dispute(body)).toMatchObject({ state: 'submitted' })
    expect(await world.collectable()).toBe(world.bill.open_minor - 2000)
  })

  test('counts with the credits of the same bill and reason, and grants no line more than it claims', async () => {
    const world = await openWorld()
    const [luc, irina] = [await world.desk('luc'), await world.desk('irina')]
    const billId = world.bills[1]?.id ?? ''
    const body = await world.file(9000, { billId })
    await luc.push('dispute.fileDispute', body)
    expect(said(await irina.push('dispute.decideDispute', await world.decide(body, 9001)))).toBe('CREDIT_TOO_MUCH')
    await irina.push('dispute.decideDispute', await world.decide(body, 9000))
    expect(await world.dispute(body)).toMatchObject({ state: 'approved' })
    const again = await world.file(1600, { billId })
    await luc.push('dispute.fileDispute', again)
    await irina.push('dispute.decideDispute', await world.decide(again, 1600))
    expect(await world.dispute(again)).toMatchObject({ state: 'pendingApproval' })
  })
})

describe('what is held', () => {
  test('never exceeds what is open, whoever pays or credits meanwhile', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const body = await world.file(2000)
    await luc.push('dispute.fileDispute', body)
    await pay(world, 1990)
    expect((await world.stands()).state).toBe('onHold')
    expect(await world.collectable()).toBe(0)
    await luc.push('adjustment.giveCredit', await world.credit(500))
    expect(await world.stands()).toMatchObject({ open_minor: 1500, state: 'onHold' })
    expect(await world.collectable()).toBe(0)
    await petr.push('dispute.decideDispute', await world.decide(body, 1000))
    expect(await world.stands()).toMatchObject({ open_minor: 500, state: 'partiallyPaid' })
    expect(await world.collectable()).toBe(500)
  })

  test('of a paid line is nothing, and what is granted of it is the customer’s credit', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const paid = world.bills.find((bill) => bill.open_minor === 0)
    const body = await world.file(2000, { billId: paid?.id ?? '' })
    await luc.push('dispute.fileDispute', body)
    expect(await world.stands(paid?.id)).toMatchObject({ state: 'settled' })
    expect(await world.collectable(paid?.id)).toBe(0)
    await petr.push('dispute.decideDispute', await world.decide(body, 2000))
    const account = await world.store.db
      .selectFrom('bill_account')
      .selectAll()
      .where('id', '=', body.customerId)
      .executeTakeFirst()
    expect(account).toMatchObject({ credit_minor: 2000 })
    expect(await world.collectable(paid?.id)).toBe(0)
  })
})

async function pay({ store, bill }: MoneyWorld, amountMinor: number): Promise<void> {
  const told = [{ billId: bill.id, amountMinor }]
  const facts = { id: 'payment-1', customerId: bill.customer_id, way: 'cash', reference: '', amountMinor } as const
  const done = await inUnit(store, (unit) =>
    bookPayment(unit, { ...facts, currency: 'EUR', takenOn: '2026-10-22', told }),
  )
  expect(done.ok).toBe(true)
}

describe('the customer', () => {
  test('reads in their language what is held, what was granted, what is left and by when, and where to turn', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const body = await world.file(2000)
    await luc.push('dispute.fileDispute', body)
    await petr.push('dispute.decideDispute', await world.decide(body, 1500))
    const sent = await world.store.db.selectFrom('message').selectAll().where('about', '=', body.disputeId).execute()
    expect(sent.map(({ template, language }) => [template, language])).toEqual([
      ['disputeFiled', 'cs'],
      ['disputeDecided', 'cs'],
    ])
    const [filed, decided] = sent.map((one) => one.body.replaceAll('\u00a0', ' '))
    expect(filed).toContain('nemusíte z tohoto vyúčtování platit 20,00 EUR')
    expect(decided).toContain('uznáváme ji zčásti: 15,00 EUR z 20,00 EUR')
    expect(decided).toContain('Zbývá uhradit 5,00 EUR, nová splatnost je 5. 11.')
  })
})
