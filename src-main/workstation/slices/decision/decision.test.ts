import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import { billLine, usageLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import { askedRow } from '#shared/domain/adjustment/commands.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'

let world: SaleWorld
let pavel: Id
let petr: Id
const luc = '00000000-0000-7000-8000-00000000000a'

beforeEach(() => {
  world = openSaleWorld()
  const { ids } = world.desk
  pavel = ids.next()
  petr = ids.next()
  world.put('customer', aCustomer({ id: pavel, given_names: 'Pavel', family_name: 'Dvořák', language: 'cs' }))
  world.signIn({ userId: petr, name: 'Petr', role: 'supervisor' })
  const lines = [billLine({ amount_minor: 8390 }), usageLine('data', 'roamingWorld', 18600, {})].map((line, at) => ({
    ...{ ...line, user_id: pavel, id: `bill/${at}`, bill_id: 'bill', position: at + 1 },
  }))
  world.put('bill', billOf(lines, { id: 'bill', bill_date: '2026-09-26', customer_id: pavel, due_date: '2026-10-10' }))
  world.put('bill_line', ...lines)
})
afterEach(() => world.close())

function dispute(change: Partial<DisputeRow> = {}): Id {
  const id = world.desk.ids.next()
  world.put('dispute', {
    ...{ id, scope: 'fr', version: 1, reference: 'D-26-0417', state: 'submitted', request: 1, customer_id: pavel },
    ...{ bill_id: 'bill', case_id: null, about_id: null, reason: 'latePass', currency: 'EUR', claimed_minor: 18600 },
    ...{ granted_minor: 0, words: 'Za co těch 186?', words_language: 'cs', evidence: '[]', question: '' },
    ...{ filed_by: luc, filed_name: 'Luc', filed_at: Date.UTC(2026, 9, 19), filed_on: '2026-10-19' },
    ...{ answer_by: '2026-11-02', waiting_since: null, proposed_by: '', proposed_name: '', proposed_role: '' },
    ...{ proposed_minor: null, assigned_to: '', decided_by: '', decided_name: '', decided_at: null },
    ...{ decision_note: '', due_date: null, payment_id: null, ...change },
  })
  world.put('dispute_line', {
    ...{ id: `${id}/bill/1`, scope: 'fr', version: 1, dispute_id: id, bill_line_id: 'bill/1' },
    ...{ claimed_minor: change.claimed_minor ?? 18600, granted_minor: 0 },
  })
  return id
}

function credit(change: Partial<AdjustmentRow> = {}): Id {
  const id = world.desk.ids.next()
  const body = {
    ...{ adjustmentId: id, reference: 'C-26-0007', customerId: pavel, billId: 'bill', caseId: null, askedMinor: 3000 },
    ...{
      amountMinor: 3000,
      currency: 'EUR' as const,
      lines: [],
      reason: 'goodwill',
      note: 'Twice late',
      grantId: null,
    },
  }
  const meta = { scope: 'fr', actorId: luc, actorName: 'Luc', capturedAt: Date.UTC(2026, 9, 20) }
  world.put('adjustment', { ...askedRow(body, meta), id, version: 1, state: 'pendingApproval', ...change })
  return id
}

const decisionOf = (id: Id, amountMinor: number, note = 'Our delay') => ({
  kind: 'dispute' as const,
  id,
  request: 1,
  amountMinor,
  preferred: [],
  note,
})

test('what waits stands in the queue, and one’s own entry, household and signature with why they are off', async () => {
  dispute()
  dispute({ filed_by: petr })
  dispute({ proposed_by: petr, proposed_name: 'Petr', proposed_role: 'supervisor', proposed_minor: 18600 })
  dispute({ state: 'waitingForCustomer' })
  dispute({ state: 'approved' })
  const before = await world.do('decision.queue', {})
  expect(before.items.map(({ off }) => off)).toEqual([null, 'own', 'signed', 'waits'])
  expect(before.items[0]).toMatchObject({ amountMinor: 18600, days: 3, answerIn: 11, customerName: 'Pavel Dvořák' })
  world.put('staff_kin', { id: 'kin', scope: 'fr', version: 1, user_id: petr, customer_id: pavel })
  const after = await world.do('decision.queue', {})
  expect(after.items.map(({ off }) => off)).toEqual(['household', 'own', 'household', 'household'])
})

test('a credit is asked back: it waits for nobody here and can not be decided until it is answered', async () => {
  const id = credit()
  const offs = async () => (await world.do('decision.queue', {})).items.map(({ off }) => off)
  expect(await offs()).toEqual([null])
  await world.do('decision.askBack', { kind: 'credit', id, request: 1, question: ' Which calls? ' })
  expect(world.desk.outbox.unsent()).toMatchObject([
    { type: 'adjustment.askBack', body: { adjustmentId: id, customerId: pavel, request: 1, question: 'Which calls?' } },
  ])
  expect(await offs()).toEqual(['asked'])
  const of = { kind: 'credit' as const, id }
  expect(await world.do('decision.matter', of)).toMatchObject({
    ...{ isWaiting: true, off: 'asked', credit: { question: 'Which calls?', question_by: 'Petr' } },
  })
  const decision = { ...decisionOf(id, 3000), ...of }
  expect(await world.ask('decision.decide', decision)).toMatchObject({ error: { code: 'ASKED_BACK' } })
  const { row } = world.desk.view.get('adjustment', id) ?? {}
  for (const sent of world.desk.outbox.unsent()) world.decide(sent, { isSettled: true })
  if (row) world.put('adjustment', { ...row, request: 2, answer: 'Both', waiting_since: null })
  expect(await offs()).toEqual([null])
  expect(await world.ask('decision.decide', decision)).toMatchObject({ error: { code: 'REQUEST_CHANGED' } })
  expect((await world.do('decision.decide', { ...decision, request: 2 })).grantedMinor).toBe(3000)
})

test('a decision is captured only when its seconds are over, and can be taken back until then', async () => {
  const id = dispute()
  const taken = await world.do('decision.decide', decisionOf(id, 15000))
  expect(taken.grantedMinor).toBe(15000)
  expect((await world.do('decision.queue', {})).items).toEqual([])
  expect(world.desk.outbox.unsent()).toEqual([])
  await world.do('decision.undo', { heldId: taken.heldId })
  expect((await world.do('decision.queue', {})).items).toHaveLength(1)
  const again = await world.do('decision.decide', decisionOf(id, 15000))
  world.desk.decisions.sendAll()
  const [sent] = world.desk.outbox.unsent()
  expect(sent).toMatchObject({
    ...{ id: again.heldId, type: 'dispute.decideDispute' },
    body: { disputeId: id, grantedMinor: 15000, lines: [{ lineId: 'bill/1', amountMinor: 15000 }], note: 'Our delay' },
  })
  expect((await world.do('decision.queue', {})).items).toEqual([])
  expect(await world.ask('decision.undo', { heldId: again.heldId })).toMatchObject({
    ok: false,
    error: { code: 'UNDO_TOO_LATE' },
  })
})

test('held by one person, a decision waits for them while somebody else sits here', async () => {
  await world.do('decision.decide', decisionOf(dispute(), 18600, ''))
  world.signIn({ userId: world.desk.ids.next(), name: 'Irina', role: 'lead' })
  world.desk.decisions.sendAll()
  expect(world.desk.outbox.unsent()).toEqual([])
  world.signIn({ userId: petr, name: 'Petr', role: 'supervisor' })
  world.desk.decisions.sendAll()
  expect(world.desk.outbox.unsent()).toHaveLength(1)
})

test('what was decided a moment ago counts against the limits, held, on its way and until it is booked', async () => {
  const [first, second] = [dispute({ claimed_minor: 5000 }), dispute({ claimed_minor: 4000 })]
  const facts = async () => {
    const { facts } = await world.do('decision.matter', { kind: 'dispute', id: second })
    return [facts.matterMinor, facts.customerMinor, facts.dayMinor[petr]]
  }
  expect(await facts()).toEqual([0, 0, 0])
  await world.do('decision.decide', decisionOf(first, 5000))
  expect(await facts()).toEqual([5000, 5000, 5000])
  world.desk.decisions.sendAll()
  expect(await facts()).toEqual([5000, 5000, 5000])
  const [sent] = world.desk.outbox.unsent()
  world.decide(sent ?? { id: '' }, { state: 'applied' })
  expect(await facts()).toEqual([5000, 5000, 5000])
  const row = world.desk.view.get('dispute', first)?.row
  if (row) world.put('dispute', { ...row, state: 'approved' })
  expect(await facts()).toEqual([0, 0, 0])
})

test('a part and a rejection want a reason; somebody’s own is refused before it is held', async () => {
  const id = dispute()
  const own = dispute({ filed_by: petr })
  const refusals = [decisionOf(id, 15000, ''), decisionOf(id, 0, ' '), decisionOf(own, 18600)]
  const codes = await Promise.all(
    refusals.map(async (input) => {
      const reply = await world.ask('decision.decide', input)
      return reply.ok ? 'ok' : reply.error.code
    }),
  )
  expect(codes).toEqual(['NOTE_MISSING', 'NOTE_MISSING', 'APPROVAL_BY_SELF'])
})

test('a decision the core refused is told where it was made', async () => {
  const id = dispute()
  await world.do('decision.decide', decisionOf(id, 18600))
  world.desk.decisions.sendAll()
  const [sent] = world.desk.outbox.unsent()
  world.decide(sent ?? { id: '' }, { state: 'rejected', code: 'REQUEST_WITHDRAWN' })
  const { refused } = await world.do('decision.queue', {})
  expect(refused).toMatchObject([{ id, kind: 'dispute', code: 'REQUEST_WITHDRAWN', customerName: 'Pavel Dvořák' }])
})

test('a matter shows what was claimed, what similar ones got, and what may still be given', async () => {
  const id = dispute()
  for (const granted of [8800, 5000])
    dispute({
      ...{ state: 'partiallyApproved', claimed_minor: 8800, granted_minor: granted, customer_id: luc },
      ...{ decided_at: Date.UTC(2026, 9, 14), decided_name: 'Irina' },
    })
  const shown = await world.do('decision.matter', { kind: 'dispute', id })
  expect(shown).toMatchObject({ claimedMinor: 18600, isWaiting: true, off: null, otherClaims: [] })
  expect(shown.lines.map(({ line, claimedMinor }) => [line.id, claimedMinor])).toEqual([['bill/1', 18600]])
  expect(new Set(shown.similar.map(({ grantedMinor }) => grantedMinor))).toEqual(new Set([5000, 8800]))
  expect(shown.recommendation.amountMinor).toBe(10568)
  expect(shown.facts).toMatchObject({ customerMinor: 0, kin: [] })
})

/** The core has counted the bill: half of the roaming was told twice. */
const counted = (id = 'bill/1') => ({
  'recount/bill': {
    lines: [
      {
        ...{ lineId: id, isOrdered: true, isTwice: false, billedMicro: 186_000_000, shouldMicro: 93_000_000 },
        ...{ settledMicro: 0, unpriced: 0, owedMinor: null, owedDays: 0, settledMinor: 0 },
        uses: [{ id: 'u', billedMicro: 93_000_000, shouldMicro: 0, isDouble: true }],
      },
    ],
  },
})

test('what a line should be is counted by the core: beside the matter, kept, and said to be missing offline', async () => {
  const id = dispute()
  const of = { kind: 'dispute' as const, id }
  const keys = (matter: { recommendation: { reasons: readonly { key: string }[] } }) =>
    matter.recommendation.reasons.map(({ key }) => key)
  const away = await world.do('decision.matter', of)
  expect([away.recount, keys(away)]).toEqual(['away', ['decision.doubt.away', 'decision.doubt.records']])
  world.setOnline(true)
  world.setBilling(counted())
  expect((await world.do('decision.matter', of)).recount).toBe('asking')
  const told = await world.do('decision.recount', of)
  expect(told).toMatchObject({
    recount: 'known',
    lines: [{ shouldMinor: 9300 }],
    recommendation: { amountMinor: 9300 },
  })
  expect(keys(told)).toEqual(['decision.why.doubled', 'decision.why.rest'])
  world.setOnline(false)
  expect(await world.do('decision.matter', of)).toMatchObject({
    recount: 'known',
    recommendation: { amountMinor: 9300 },
  })
})

test('small ones that are alike are approved together, each by its own command, and taken back together', async () => {
  world.setOnline(true)
  world.setBilling(counted())
  const small = [dispute({ claimed_minor: 1500 }), dispute({ claimed_minor: 900 })]
  dispute({ claimed_minor: 900, reason: 'notUsed' })
  dispute({ claimed_minor: 900, filed_by: petr })
  dispute()
  const { items } = await world.do('decision.alike', { kind: 'dispute', id: small[1] ?? '' })
  expect(items.map(({ id, amountMinor }) => [id, amountMinor]).toReversed()).toEqual([
    [small[0], 1500],
    [small[1], 900],
  ])
  const approve = () =>
    world.do('decision.decideAlike', {
      items: items.map(({ kind, id, request, amountMinor }) => ({ kind, id, request, amountMinor })),
    })
  expect(await approve()).toEqual({ held: 2, left: 0 })
  const { held } = await world.do('decision.queue', {})
  await world.do('decision.undo', { heldId: held[0]?.heldId ?? '' })
  expect((await world.do('decision.queue', {})).held).toEqual([])
  await approve()
  world.desk.decisions.sendAll()
  expect(world.desk.outbox.unsent().map(({ type }) => type)).toEqual(Array(2).fill('dispute.decideDispute'))
  expect(await world.do('decision.alike', { kind: 'dispute', id: dispute() })).toEqual({ items: [] })
})
