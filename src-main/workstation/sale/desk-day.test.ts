import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ring } from '#shared/domain/phone/contract.ts'
import { bodyOf } from './body-of.ts'
import { aCustomer } from './test-market.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'
import { sellUpTo } from './test-typing.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const id = (last: number): string => `01a00000-0000-7000-8000-${String(last).padStart(12, '0')}`
const jana = id(1)

function putJana(): void {
  world.put('customer', aCustomer({ id: jana, first_inquiry_at: 1000, contract_signed_at: 2000, active_since: 3000 }))
  world.put('product', {
    id: id(2),
    scope: 'fr',
    version: 1,
    customer_id: jana,
    order_id: null,
    offer_id: 'mobile-m',
    state: 'active',
    msisdn: '+33639984112',
    iccid: null,
    monthly_minor: 2990,
    currency: 'EUR',
    since: 3000,
    user_name: '',
    payer_id: null,
    purchase_order: '',
  })
}

const ringing = (number: string, more: { queue?: string; waitedS?: number } = {}): Ring => ({
  number,
  queue: '',
  waitedS: null,
  direction: 'inbound',
  ...more,
})
const call = async () => (await world.do('phone.currentCall', {})).view
const move = (event: 'take' | 'passOn' | 'hold' | 'resume' | 'hangUp' | 'transfer', customerId: string | null = null) =>
  world.ask('phone.moveCall', { event, customerId })
const bodies = <T extends 'interaction.wrapUp' | 'interaction.logContact'>(type: T) =>
  world.desk.outbox.unsent().flatMap((item) => bodyOf(item, type) ?? [])

describe('a call at the desk', () => {
  beforeEach(putJana)

  it('rings with whoever has the number, and is logged from the second it is taken', async () => {
    await world.do('phone.ring', ringing('06 39 98 41 12', { queue: 'Bill question', waitedS: 72 }))
    expect(await call()).toMatchObject({
      call: { number: '+33639984112', state: 'ringing', queue: 'Bill question', waitedS: 72 },
      candidates: [{ customerId: jana, name: 'Jana Nováková', how: 'holder' }],
      may: ['take', 'passOn', 'hangUp'],
    })
    expect(bodies('interaction.logContact')).toEqual([])
    await move('take', jana)
    expect(bodies('interaction.logContact')).toMatchObject([{ customerId: jana, direction: 'inbound' }])
    const { entries } = await world.do('interaction.customerView', { customerId: jana })
    expect(entries[0]).toMatchObject({ kind: 'contact', isPending: true, channel: 'phone' })
  })

  it('keeps one note through hold, a case and transfer, and ends filled in', async () => {
    await world.do('phone.ring', ringing('+33639984112'))
    await move('take', jana)
    await world.do('phone.saveNote', { note: 'In Egypt' })
    await move('hold')
    await world.do('phone.saveNote', { note: 'In Egypt, called home twice' })
    await move('resume')
    const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: jana })
    expect(await world.do('interaction.caseView', { caseId })).toMatchObject({
      note: 'In Egypt, called home twice',
      channel: 'phone',
    })
    await world.do('interaction.saveNote', { caseId, note: 'In Egypt, called home twice. Wants Data+' })
    await move('transfer')
    const seen = await call()
    expect(seen).toMatchObject({
      call: { state: 'wrapUp', note: 'In Egypt, called home twice. Wants Data+', caseId },
      wrapUp: { code: 'sold', outcome: 'handedOn' },
    })
    await world.do('phone.closeCall', { code: 'thinksItOver', outcome: 'handedOn', callBackAt: null })
    // one contact: the call is the case's own
    const contacts = world.desk.view.where('contact', 'customer_id', jana)
    expect(contacts.map(({ row }) => [row.case_id, row.summary, row.outcome, row.note])).toEqual([
      [caseId, 'wrapUp.thinksItOver', 'handedOn', 'In Egypt, called home twice. Wants Data+'],
    ])
    expect(await call()).toBeNull()
  })

  it('promises to call back, and the call that keeps the promise ends it', async () => {
    await world.do('phone.ring', ringing('+33639984112'))
    await move('take', jana)
    await world.do('phone.saveNote', { note: 'When does it work' })
    await move('hangUp')
    const callBackAt = world.desk.now() + 3_600_000
    await world.do('phone.closeCall', { code: 'fault', outcome: 'callBack', callBackAt })
    const { lines } = await world.do('interaction.callBacks', {})
    expect(lines).toMatchObject([{ customerName: 'Jana Nováková', dueAt: callBackAt, note: 'When does it work' }])
    const callBackId = lines[0]?.callBackId ?? ''
    await world.do('phone.dial', { number: '+33639984112', customerId: jana, callBackId })
    expect(await call()).toMatchObject({
      call: { state: 'inCall', direction: 'outbound' },
      customerName: 'Jana Nováková',
    })
    await move('hangUp')
    await world.do('phone.closeCall', { code: 'fault', outcome: 'done', callBackAt: null })
    expect((await world.do('interaction.callBacks', {})).lines).toEqual([])
    expect(await world.ask('interaction.closeCallBack', { callBackId, outcome: 'dropped' })).toMatchObject({
      error: { code: 'CALL_BACK_CLOSED' },
    })
  })

  it('is one at a time, passed on without a trace, and never another person’s', async () => {
    await world.do('phone.ring', ringing('+33639984112'))
    expect(await world.ask('phone.ring', ringing('+33639985777'))).toMatchObject({ error: { code: 'CALL_BUSY' } })
    expect(await move('hold')).toMatchObject({ error: { code: 'CALL_GONE' } })
    world.signIn({ userId: id(77), name: 'Anna' })
    expect(await call()).toBeNull()
    world.signIn({})
    await move('passOn')
    expect(await call()).toBeNull()
    expect(world.desk.outbox.unsent()).toEqual([])
    expect(await move('take')).toMatchObject({ error: { code: 'CALL_GONE' } })
  })

  it('rings from a hidden number with nobody to guess', async () => {
    await world.do('phone.ring', ringing(''))
    expect(await call()).toMatchObject({ call: { number: '' }, candidates: [] })
  })
})

describe('a customer from all sides', () => {
  it('is the whole history from first inquiry to now, newest first, with nothing of the core', async () => {
    const caseId = await sellUpTo(world, 'payNow')
    const customerId = (await world.do('interaction.caseView', { caseId })).customer?.id ?? ''
    const seen = await world.do('interaction.customerView', { customerId })
    expect(seen.entries.map(({ kind }) => kind)).toEqual([
      'order',
      'payment',
      'agreement',
      'credit',
      'evidence',
      'contact',
      'firstInquiry',
    ])
    expect(seen.entries.every(({ isPending }) => isPending)).toBe(true)
    expect(seen).toMatchObject({
      isPending: true,
      decision: { class: 'C' },
      openCases: [{ caseId, openedBy: 'Luc' }],
    })
    expect(await world.ask('interaction.customerView', { customerId: id(404) })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })

  it('has contacts of ten years in their order, the first inquiry last', async () => {
    putJana()
    const contact = {
      scope: 'fr',
      version: 1,
      customer_id: jana,
      case_id: null,
      channel: 'phone',
      direction: 'inbound',
    }
    const said = { summary: 'contact.billQuestion', by_name: 'Anna', note: '', outcome: 'done', duration_s: 60 }
    world.put(
      'contact',
      ...Array.from({ length: 400 }, (_, at) => ({ ...contact, ...said, id: id(1000 + at), at: 5000 + at })),
    )
    const { entries } = await world.do('interaction.customerView', { customerId: jana })
    expect(entries).toHaveLength(402)
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => b - a))
    expect(entries.at(-1)).toMatchObject({ kind: 'firstInquiry', isMile: true })
  })
})

describe('a ticket', () => {
  beforeEach(putJana)

  it('is opened, paused and resumed without the core, its clock standing still meanwhile', async () => {
    const { ticketId } = await world.do('ticket.openTicket', {
      customerId: jana,
      caseId: null,
      kind: 'network',
      summary: ' No data in Lyon ',
      note: '',
    })
    const mine = async () => (await world.do('ticket.myTickets', {})).tickets[0]
    expect(await mine()).toMatchObject({
      row: { summary: 'No data in Lyon', state: 'acknowledged', sla_minutes: 480 },
      customerName: 'Jana Nováková',
      isPaused: false,
    })
    await world.do('ticket.moveTicket', { ticketId, event: 'accept', note: '' })
    await world.do('ticket.moveTicket', { ticketId, event: 'askCustomer', note: 'Which street' })
    const paused = await mine()
    expect(paused).toMatchObject({ isPaused: true, row: { state: 'pending', note: 'Which street' } })
    expect((await mine())?.leftMs).toBe(paused?.leftMs)
    expect(await world.ask('ticket.moveTicket', { ticketId, event: 'accept', note: '' })).toMatchObject({
      error: { code: 'TICKET_MOVED' },
    })
    await world.do('ticket.moveTicket', { ticketId, event: 'resume', note: '' })
    await world.do('ticket.moveTicket', { ticketId, event: 'resolve', note: 'Mast repaired' })
    expect(await mine()).toBeUndefined()
    const { tickets } = await world.do('interaction.customerView', { customerId: jana })
    expect(tickets).toMatchObject([{ isLiving: false, may: ['reopen', 'close'] }])
  })

  it('that a colleague has is theirs until somebody takes it', async () => {
    const { ticketId } = await world.do('ticket.openTicket', {
      customerId: jana,
      caseId: null,
      kind: 'bill',
      summary: 'Counted twice',
      note: '',
    })
    world.signIn({ userId: id(77), name: 'Anna' })
    expect((await world.do('ticket.myTickets', {})).tickets).toEqual([])
    await world.do('ticket.takeTicket', { ticketId })
    expect((await world.do('ticket.myTickets', {})).tickets).toMatchObject([
      { row: { owner_name: 'Anna' }, isMine: true },
    ])
  })
})
