import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id } from '#shared/kernel/ids.ts'
import { sellUpTo } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const reason = 'Paid the old debt, receipt seen'
const override = async (caseId: Id) => (await world.do('interaction.caseView', { caseId })).override

/** A sale whose class the core has decided. */
async function decided(creditClass: string): Promise<Id> {
  const caseId = await sellUpTo(world, 'credit')
  const { decision } = await world.do('interaction.caseView', { caseId })
  if (!decision) throw new Error('no decision')
  world.put('credit_decision', { ...decision, state: 'final', class: creditClass, deposit_months: 0 })
  for (const item of world.desk.outbox.touching(`case:${caseId}`))
    world.decide(item, { isSettled: item.type === 'credit.requestDecision' })
  return caseId
}

test('class E is asked to be overridden once, and the class stands until somebody decides', async () => {
  const caseId = await decided('E')
  expect(await override(caseId)).toMatchObject({ may: 'ask', state: 'none' })
  await world.do('credit.askOverride', { caseId, reason })
  expect(await override(caseId)).toMatchObject({ may: 'no', state: 'asked' })
  expect((await world.do('interaction.caseView', { caseId })).decision?.class).toBe('E')
  expect(await world.ask('credit.askOverride', { caseId, reason })).toMatchObject({ error: { code: 'OVERRIDE_ASKED' } })
})

test('not approved, it says so and may be asked again', async () => {
  const caseId = await decided('E')
  await world.do('credit.askOverride', { caseId, reason })
  const [asked] = world.desk.outbox.unsent()
  if (!asked) throw new Error('nothing was asked')
  world.decide(asked, { state: 'rejected', code: 'NOT_APPROVED', isSettled: true })
  expect(await override(caseId)).toMatchObject({ may: 'ask', state: 'refused' })
})

test('a supervisor decides in a case somebody else opened, and asks another in the own one', async () => {
  const caseId = await decided('E')
  world.signIn({ role: 'supervisor', name: 'Petr' })
  expect(await override(caseId)).toMatchObject({ may: 'ask' })
  world.signIn({ role: 'supervisor', name: 'Petr', userId: world.desk.ids.next() })
  expect(await override(caseId)).toMatchObject({ may: 'decide' })
})

test('class B stands in nobody’s way', async () => {
  const caseId = await decided('B')
  expect(await world.ask('credit.askOverride', { caseId, reason })).toMatchObject({
    error: { code: 'OVERRIDE_NOT_NEEDED' },
  })
})

test('a provisional class waits for the core, not for a supervisor', async () => {
  const caseId = await sellUpTo(world, 'credit')
  expect(await override(caseId)).toMatchObject({ may: 'no' })
  expect(await world.ask('credit.askOverride', { caseId, reason })).toMatchObject({ error: { code: 'CREDIT_MISSING' } })
})
