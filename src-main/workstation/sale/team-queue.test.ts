import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DecisionTaskRow } from '#shared/domain/interaction/rows.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { agentId } from '../test-desk.ts'
import type { SaleWorld } from './test-world.ts'
import { numbers } from './test-market.ts'
import { sellUpTo } from './test-typing.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const idOf = (last: number) => uuidV7(5, new Uint8Array(10).fill(last))
const [lucId, irinaId, otherDesk] = [agentId, idOf(2), idOf(3)] as const
const caseId = idOf(4)
const order = { orderId: idOf(5), productId: idOf(6), agreementId: idOf(7), caseId, customerId: idOf(8) } as const

/** A task of an order that Irina sent from another desk; overrides as wanted. */
function aTask(overrides: Partial<DecisionTaskRow> = {}): DecisionTaskRow {
  return {
    id: idOf(9),
    scope: 'fr',
    version: 1,
    state: 'team',
    queue: '',
    type: 'order.submitOrder',
    result: 'conflict',
    code: 'NUMBER_TAKEN',
    details: '{}',
    snapshot: JSON.stringify({ msisdn: numbers.wanted, heldBy: 'Shop Metz', takenAt: 5 }),
    choices: JSON.stringify([{ kind: 'useNumber', value: numbers.other }]),
    body: JSON.stringify({ ...order, planId: 'm', addOnIds: [], msisdn: numbers.wanted, sim: 'card', iccid: null }),
    case_id: caseId,
    customer_id: order.customerId,
    order_id: order.orderId,
    customer_name: 'Jana Nováková',
    contact_number: '+33639984112',
    actor_id: irinaId,
    actor_name: 'Irina',
    desk_name: 'Call centre, seat 1',
    device_id: otherDesk,
    device_seq: 4,
    captured_at: 10,
    decided_at: 20,
    owner_id: null,
    owner_name: '',
    owner_device: otherDesk,
    moves_at: 30,
    moved_at: 30,
    due_at: 40,
    resolved_by: null,
    resolved_type: '',
    resolved_id: null,
    resolved_name: '',
    resolved_desk: '',
    resolved_at: null,
    ...overrides,
  }
}

const inbox = () => world.do('desk.needsYou', {})

describe('the team’s queue', () => {
  it('a matter of another desk stands here with all it takes to decide it', async () => {
    world.put('decision_task', aTask())
    expect((await inbox()).items).toMatchObject([
      {
        whose: 'team',
        code: 'NUMBER_TAKEN',
        capturedBy: 'Irina',
        customerName: 'Jana Nováková',
        contactNumber: '+33639984112',
        orderId: order.orderId,
        entered: numbers.wanted,
        details: { heldBy: 'Shop Metz' },
        choices: [{ kind: 'useNumber', value: numbers.other }],
        mineUntil: null,
        dueAt: 40,
      },
    ])
    expect(await world.do('desk.status', {})).toMatchObject({ needsYou: 1 })
  })

  it('own matters come first, what a colleague has is not shown, what a supervisor has only to supervisors', async () => {
    const own = await sellUpTo(world, 'reason')
    for (const item of world.desk.outbox.touching(`case:${own}`))
      world.decide(item, item.type === 'customer.createProspect' ? { state: 'rejected', code: 'CUSTOMER_EXISTS' } : {})
    world.put(
      'decision_task',
      aTask({ decided_at: 9e15 }),
      aTask({ id: idOf(10), state: 'open', owner_id: irinaId, owner_name: 'Irina' }),
      aTask({ id: idOf(11), queue: 'supervisor', case_id: null }),
    )
    expect((await inbox()).items.map(({ whose, code }) => [whose, code])).toEqual([
      ['mine', 'CUSTOMER_EXISTS'],
      ['team', 'NUMBER_TAKEN'],
    ])
    world.signIn({ role: 'supervisor', name: 'Petr', userId: idOf(12) })
    expect((await inbox()).items.map(({ whose }) => whose)).toContain('supervisor')
  })

  it('another number is chosen here: the decision names the other desk’s order and the item is gone at once', async () => {
    world.put('decision_task', aTask())
    await world.do('order.chooseOtherNumber', {
      commandId: aTask().id,
      msisdn: numbers.other,
      acceptedBy: 'customerByPhone',
    })
    const [decision] = world.desk.outbox.unsent().filter((item) => item.type === 'order.chooseOtherNumber')
    expect(decision).toMatchObject({ resolves: aTask().id, body: { orderId: order.orderId, msisdn: numbers.other } })
    expect((await inbox()).items).toEqual([])
    expect(await world.ask('order.withdrawOrder', { commandId: aTask().id })).toMatchObject({
      error: { code: 'NOTHING_TO_RESOLVE' },
    })
  })

  it('a decision that came second leaves the first one’s, and says whose that is', async () => {
    world.put('decision_task', aTask())
    await world.do('order.withdrawOrder', { commandId: aTask().id })
    for (const item of world.desk.outbox.unsent())
      world.decide(item, { state: 'rejected', code: 'NOTHING_TO_RESOLVE', isSettled: true })
    const done = { state: 'done', resolved_by: idOf(20), resolved_type: 'order.chooseOtherNumber' } as const
    world.put(
      'decision_task',
      aTask({ ...done, resolved_id: irinaId, resolved_name: 'Irina', resolved_desk: 'Seat 1', resolved_at: 50 }),
    )
    const { items, told } = await inbox()
    expect(items).toEqual([])
    expect(told).toMatchObject([
      { kind: 'decided', by: 'Irina', deskName: 'Seat 1', byType: 'order.chooseOtherNumber' },
    ])
  })

  it('taken from the queue it is one’s own, and a colleague’s own is told with whose it is', async () => {
    world.put(
      'decision_task',
      aTask(),
      aTask({ id: idOf(10), actor_id: lucId, state: 'open', owner_id: irinaId, owner_name: 'Irina' }),
    )
    expect((await inbox()).told).toMatchObject([{ taskId: idOf(10), kind: 'withColleague', by: 'Irina' }])
    await world.do('interaction.takeDecision', { commandId: aTask().id })
    expect((await inbox()).items).toMatchObject([{ commandId: aTask().id, whose: 'mine' }])
  })

  it('what is decided at another desk leaves this one’s inbox and is told', async () => {
    const own = await sellUpTo(world, 'reason')
    const [refused] = world.desk.outbox
      .touching(`case:${own}`)
      .filter((item) => item.type === 'customer.createProspect')
    if (!refused) throw new Error('no prospect')
    world.decide(refused, { state: 'rejected', code: 'CUSTOMER_EXISTS', isSettled: true })
    expect((await inbox()).items).toHaveLength(1)
    world.decide(refused, { state: 'rejected', code: 'CUSTOMER_EXISTS', isSettled: true, resolvedBy: idOf(20) })
    const at = world.desk.now()
    world.put(
      'decision_task',
      aTask({
        ...{ id: refused.id, type: refused.type, actor_id: lucId, state: 'done', resolved_by: idOf(20) },
        ...{ resolved_type: 'interaction.letStand', resolved_id: irinaId, resolved_name: 'Irina', resolved_at: at },
      }),
    )
    const { items, told } = await inbox()
    expect(items).toEqual([])
    expect(told).toMatchObject([{ kind: 'decided', by: 'Irina', at }])
  })

  it('two numbers refused before anything was ordered are one matter, settled by the third', async () => {
    const own = await sellUpTo(world, 'reason')
    const conflict = { state: 'conflict', code: 'NUMBER_TAKEN', snapshot: '{"heldBy":"Metz"}' } as const
    for (const msisdn of [numbers.wanted, numbers.sold]) {
      const held = world.desk.capture({ type: 'number.reserveNumber', body: { msisdn, caseId: own } })
      if (held.ok) world.decide({ id: held.value }, conflict)
    }
    expect(world.desk.outbox.needsYou()).toHaveLength(2)
    expect((await inbox()).items).toMatchObject([{ entered: numbers.sold }])
    expect(await world.do('desk.status', {})).toMatchObject({ needsYou: 1 })
    await world.do('number.holdNumber', { caseId: own, msisdn: numbers.other })
    expect(world.desk.outbox.needsYou()).toEqual([])
  })
})

describe('what the core cannot take in', () => {
  it('stands in Needs you, is sent again as the same command, or goes to a supervisor', async () => {
    const own = await sellUpTo(world, 'offer')
    const [held] = world.desk.outbox.touching(`case:${own}`).filter((item) => item.type === 'number.reserveNumber')
    if (!held) throw new Error('nothing held')
    world.setAside(held.id, 'UNKNOWN_TYPE')
    expect((await inbox()).items).toMatchObject([{ isKeptAside: true, code: 'UNKNOWN_TYPE', whose: 'mine' }])
    await world.do('interaction.handOverDecision', { commandId: held.id })
    const [handed] = world.desk.outbox.unsent().filter((item) => item.type === 'interaction.handOverDecision')
    expect(handed?.body).toMatchObject({
      taskId: held.id,
      type: 'number.reserveNumber',
      body: { msisdn: numbers.wanted },
    })
    await world.do('desk.sendAgain', { commandId: held.id })
    expect(world.desk.outbox.get(held.id)).toMatchObject({ state: 'captured', id: held.id })
    expect(await world.ask('desk.sendAgain', { commandId: held.id })).toMatchObject({
      error: { code: 'NOTHING_TO_RESOLVE' },
    })
  })
})
