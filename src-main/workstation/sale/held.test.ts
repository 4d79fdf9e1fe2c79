import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DecisionTaskRow } from '#shared/domain/interaction/rows.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const idOf = (last: number) => uuidV7(5, new Uint8Array(10).fill(last))
const [lucId, petrId, revokedDesk, caseId] = [idOf(1), idOf(2), idOf(3), idOf(4)] as const

/** A command of a desk that was revoked before it was sent. */
function held(number: number, overrides: Partial<DecisionTaskRow> = {}): DecisionTaskRow {
  return {
    id: idOf(20 + number),
    scope: 'fr',
    version: 1,
    state: 'team',
    queue: 'supervisor',
    type: 'interaction.saveCaseStep',
    result: 'needsApproval',
    code: 'DEVICE_REVOKED',
    details: '{}',
    snapshot: '{}',
    choices: '[]',
    body: '{}',
    case_id: caseId,
    customer_id: null,
    order_id: null,
    customer_name: 'Anna Maria Eriksson',
    contact_number: null,
    actor_id: lucId,
    actor_name: 'Luc',
    desk_name: 'Shop Nancy, Counter 2',
    device_id: revokedDesk,
    device_seq: number,
    captured_at: 100 + number,
    decided_at: 200,
    owner_id: null,
    owner_name: '',
    owner_device: revokedDesk,
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
const asPetr = () => world.signIn({ role: 'supervisor', name: 'Petr', userId: petrId })
const decisions = () =>
  world.desk.outbox
    .unsent()
    .filter(({ type }) => type.endsWith('Held'))
    .map(({ type, resolves }) => [type, resolves])

describe('what is held for a supervisor', () => {
  it('stands as one matter for a case: who entered what, and when, in its order', async () => {
    world.put(
      'decision_task',
      held(3, {
        type: 'customer.createProspect',
        body: JSON.stringify({ givenNames: 'Anna', familyName: 'Eriksson' }),
      }),
      held(2),
      held(7, { case_id: null, type: 'interaction.leaveShift' }),
    )
    asPetr()
    const { items } = await inbox()
    expect(items.map(({ held: all }) => all?.entries.map(({ type }) => type))).toEqual([
      ['interaction.saveCaseStep', 'customer.createProspect'],
      ['interaction.leaveShift'],
    ])
    expect(items[0]).toMatchObject({
      code: 'DEVICE_REVOKED',
      capturedBy: 'Luc',
      customerName: 'Anna Maria Eriksson',
      whose: 'supervisor',
      held: { off: null, entries: [{ capturedAt: 102 }, { entered: 'Anna Eriksson', capturedAt: 103 }] },
    })
    expect(await world.do('desk.status', {})).toMatchObject({ needsYou: 2 })
  })

  it('is approved as a whole, in the order it was entered, and is gone from the list at once', async () => {
    world.put('decision_task', held(2), held(1))
    asPetr()
    const [item] = (await inbox()).items
    await world.do('interaction.approveHeld', { commandId: item?.commandId ?? '' })
    expect(decisions()).toEqual([
      ['interaction.approveHeld', held(1).id],
      ['interaction.approveHeld', held(2).id],
    ])
    expect((await inbox()).items).toEqual([])
    expect(await world.ask('interaction.rejectHeld', { commandId: held(1).id })).toMatchObject({
      error: { code: 'NOTHING_TO_RESOLVE' },
    })
  })

  it('is turned down as a whole', async () => {
    world.put('decision_task', held(1), held(2))
    asPetr()
    await world.do('interaction.rejectHeld', { commandId: held(1).id })
    expect(decisions().map(([type]) => type)).toEqual(['interaction.rejectHeld', 'interaction.rejectHeld'])
  })

  it('is approved by nobody in the own name, by no agent and by nobody of the back office', async () => {
    world.put('decision_task', held(1, { actor_id: petrId, actor_name: 'Petr' }))
    asPetr()
    expect((await inbox()).items[0]?.held?.off).toBe('own')
    expect(await world.ask('interaction.approveHeld', { commandId: held(1).id })).toMatchObject({
      error: { code: 'APPROVAL_BY_SELF' },
    })
    world.signIn({ role: 'backOffice', name: 'Zoé', userId: idOf(9) })
    expect((await inbox()).items[0]?.held?.off).toBe('role')
    const refused = [
      ['backOffice', 'NOT_ALLOWED'],
      ['store', 'NOTHING_TO_RESOLVE'],
    ] as const
    for (const [role, code] of refused) {
      world.signIn({ role, name: 'Zoé', userId: idOf(9) })
      expect(await world.ask('interaction.approveHeld', { commandId: held(1).id })).toMatchObject({ error: { code } })
    }
    expect(decisions()).toEqual([])
  })

  it('what an approval met is what the matter says next', async () => {
    world.put('decision_task', held(1), held(2, { type: 'order.submitOrder', code: 'NUMBER_TAKEN' }))
    asPetr()
    expect((await inbox()).items).toMatchObject([{ code: 'NUMBER_TAKEN', held: { entries: [{}, {}] } }])
  })
})
