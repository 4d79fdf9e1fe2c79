import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import type { PaymentRow } from '#shared/domain/payment/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'

let world: SaleWorld
let jana: Id
let paid: Id
const takenAt = Date.UTC(2026, 9, 20, 9, 12)
const luc = '00000000-0000-7000-8000-00000000000a'

beforeEach(() => {
  world = openSaleWorld()
  jana = world.desk.ids.next()
  world.put('customer', aCustomer({ id: jana, language: 'cs' }))
  paid = topUp()
})
afterEach(() => world.close())

/** 20.00 beyond 9.90 that were due, by card. */
function topUp(change: Partial<PaymentRow> = {}): Id {
  const id = world.desk.ids.next()
  world.put('payment', {
    ...{ id, scope: 'fr', version: 1, customer_id: jana, case_id: id, agreement_id: id, method: 'terminal' },
    ...{ amount_minor: 2990, currency: 'EUR', terminal_reference: 'T-8812', taken_at: takenAt, taken_by: 'Luc' },
    ...{ top_up_minor: 2000, tendered_minor: null, desk_name: 'Shop Nancy', shift_id: null, ...change },
  })
  return id
}

const said = { caseId: null, aboutId: null, reason: 'bookedTwice', words: 'Strhli mi to dvakrát', evidence: [] }
const file = (change: object = {}) =>
  world.ask('dispute.fileTopUp', { ...said, paymentId: paid, claimedMinor: 1500, ...change })
const petrs = () => world.signIn({ userId: world.desk.ids.next(), name: 'Petr', role: 'supervisor' })
const matterOf = (id: Id) => world.do('decision.matter', { kind: 'dispute', id })
const decisionOf = (id: Id, amountMinor: number, note = '') => ({
  ...{ kind: 'dispute' as const, id, request: 1, amountMinor, preferred: [], note },
})

/** The dispute as the core holds it, filed by a colleague. */
function disputed(change: Partial<DisputeRow> = {}): Id {
  const id = world.desk.ids.next()
  world.put('dispute', {
    ...{ id, scope: 'fr', version: 1, reference: 'D-26-0417', state: 'submitted', request: 1, customer_id: jana },
    ...{ bill_id: '', case_id: null, about_id: null, reason: 'bookedTwice', currency: 'EUR', claimed_minor: 1500 },
    ...{ granted_minor: 0, words: '', words_language: 'cs', evidence: '[]', question: '', filed_by: luc },
    ...{ filed_name: 'Luc', filed_at: Date.UTC(2026, 9, 21), filed_on: '2026-10-21', answer_by: '2026-11-04' },
    ...{ waiting_since: null, proposed_by: '', proposed_name: '', proposed_role: '', proposed_minor: null },
    ...{ assigned_to: '', decided_by: '', decided_name: '', decided_at: null, decision_note: '', due_date: null },
    ...{ payment_id: paid, ...change },
  })
  return id
}

test('a top-up is disputed once, stands in the customer’s disputes and history, and the second try is led to the first', async () => {
  const of = await world.do('dispute.ofTopUp', { paymentId: paid })
  expect(of).toMatchObject({ leftMinor: 2000, reference: 'T-8812', canFile: true, answerBy: '2026-11-05' })
  expect(of.disputeReasons.map(({ code }) => code)).toContain('bookedTwice')
  const filed = await file()
  if (!filed.ok) throw new Error(filed.error.code)
  const { disputeId } = filed.value
  const { row, mark, topUp: shown } = await world.do('dispute.dispute', { disputeId })
  expect(row).toMatchObject({ payment_id: paid, bill_id: '', claimed_minor: 1500, words_language: 'cs' })
  expect([mark.state, shown?.topUpMinor]).toEqual(['desk', 2000])
  const { disputes } = await world.do('dispute.ofCustomer', { customerId: jana })
  expect(disputes.map((one) => [one.row.id, JSON.parse(one.reasonName)])).toMatchObject([
    [disputeId, { en: 'Taken twice' }],
  ])
  const { entries, heldMinor } = await world.do('interaction.customerView', { customerId: jana })
  expect(entries.find(({ id }) => id === paid)?.topUp).toEqual({ disputeId })
  expect([entries.some(({ kind }) => kind === 'dispute'), heldMinor]).toEqual([true, 0])
  expect(await file()).toMatchObject({ error: { code: 'LINE_DISPUTED', details: { disputeId } } })
  await world.do('dispute.withdraw', { disputeId, note: '' })
  expect((await file()).ok).toBe(true)
})

test.each([
  ['more than is left of it', { claimedMinor: 2001 }, 'CREDIT_TOO_MUCH'],
  ['a reason of bills', { reason: 'latePass' }, 'REASON_UNKNOWN'],
  ['an appeal of nothing', { aboutId: luc }, 'APPEAL_UNKNOWN'],
  ['a payment that is not here', { paymentId: luc }, 'PAYMENT_UNKNOWN'],
])('%s is refused', async (_what, change, code) => {
  expect(await file(change)).toMatchObject({ ok: false, error: { code } })
})

test('a payment of a bill tops nothing up, and one given back with its sale has nothing left', async () => {
  expect(await file({ paymentId: topUp({ top_up_minor: 0 }) })).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } })
  topUp({ method: 'refund', agreement_id: paid, amount_minor: -2990, top_up_minor: 0 })
  expect(await file()).toMatchObject({ error: { code: 'CREDIT_TOO_MUCH', details: { leftMinor: 0 } } })
})

test('what was granted in part is appealed once, for what is left, and not filed anew', async () => {
  const aboutId = disputed({ state: 'partiallyApproved', granted_minor: 500, decided_at: world.desk.now() })
  expect(await file()).toMatchObject({ error: { code: 'LINE_DECIDED', details: { disputeId: aboutId } } })
  expect((await file({ aboutId, claimedMinor: 1000 })).ok).toBe(true)
  const { appealedBy } = await world.do('dispute.dispute', { disputeId: aboutId })
  expect(appealedBy).not.toBeNull()
})

test('what was booked twice is recommended as claimed, what was not with what is missing', async () => {
  petrs()
  const id = disputed()
  const alone = await matterOf(id)
  expect(alone.recommendation.reasons.map(({ key }) => key)).toEqual(['decision.why.topUp.bookedTwice'])
  expect([alone.recommendation.amountMinor, alone.lines, alone.otherClaims]).toEqual([0, [], []])
  topUp({ terminal_reference: null, method: 'cash', taken_at: takenAt + 11 * 60_000 })
  expect((await matterOf(id)).recommendation.amountMinor).toBe(0)
  topUp({ terminal_reference: null, method: 'cash', taken_at: takenAt + 9 * 60_000 })
  const again = await matterOf(id)
  expect(again.recommendation).toMatchObject({ amountMinor: 1500, reasons: [{ key: 'decision.why.topUp.sum' }] })
  expect(again.topUp?.like).toHaveLength(1)
  const other = topUp({ taken_at: takenAt - 86_400_000 })
  expect((await matterOf(id)).topUp?.like.map(({ like }) => like)).toEqual(['sum', 'reference'])
  topUp({ method: 'refund', agreement_id: other, amount_minor: -2990, top_up_minor: 0 })
  const settled = await matterOf(id)
  expect(settled.recommendation).toMatchObject({ amountMinor: 0, reasons: [{ key: 'decision.why.topUp.settled' }] })
})

test('it is decided without a bill: whole, in part only with a reason, and never above what is claimed', async () => {
  petrs()
  const id = disputed()
  expect((await matterOf(id)).facts.billMinor).toBe(2000)
  expect(await world.ask('decision.decide', decisionOf(id, 1200))).toMatchObject({ error: { code: 'NOTE_MISSING' } })
  const taken = await world.do('decision.decide', decisionOf(id, 1200, 'Jen jednou'))
  await world.do('decision.undo', { heldId: taken.heldId })
  expect((await world.do('decision.decide', decisionOf(id, 9900))).grantedMinor).toBe(1500)
  world.desk.decisions.sendAll()
  expect(world.desk.outbox.unsent().at(-1)).toMatchObject({
    type: 'dispute.decideDispute',
    body: { disputeId: id, lines: [], grantedMinor: 1500, note: '' },
  })
})
