import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Story } from '#shared/domain/interaction/guide.ts'
import { storyReference } from '#shared/domain/interaction/guide.ts'
import { finish, sellUpTo } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const doneIn = async (story: Story): Promise<readonly string[]> => {
  const { stories } = await world.do('desk.guide', {})
  return stories
    .flatMap((one) => (one.story === story ? one.steps : []))
    .flatMap(({ step, isDone }) => (isDone ? [step] : []))
}

it('ticks the steps of the first story as the sale goes on, and no other story with it', async () => {
  expect(await doneIn('specimen')).toEqual([])
  const caseId = await sellUpTo(world, 'start')
  expect(await doneIn('specimen')).toEqual(['begin'])
  await finish(world, caseId, 'reason')
  await finish(world, caseId, 'offer')
  await finish(world, caseId, 'identity')
  expect(await doneIn('specimen')).toEqual(['begin', 'plan', 'passport'])
  expect(await doneIn('company')).toEqual([])
  expect(await doneIn('yesterday')).toEqual([])
})

it('keeps a step that was done: another case begun takes nothing back', async () => {
  await sellUpTo(world, 'offer')
  expect(await doneIn('specimen')).toEqual(['begin', 'plan'])
  await sellUpTo(world, 'start')
  expect(await doneIn('specimen')).toEqual(['begin', 'plan'])
})

it('follows a colleague’s case of yesterday from the look at it to its step finished', async () => {
  const caseId = await sellUpTo(world, 'reason')
  const row = world.desk.view.get('service_case', caseId)?.row
  if (!row) throw new Error('no case')
  world.decideAll()
  const elsewhere = '01a00000-0000-7000-8000-000000000099'
  const of = { reference: `26-${storyReference.yesterday}`, owner_id: elsewhere, writer_device: elsewhere }
  for (const item of world.desk.outbox.touching(`case:${caseId}`)) world.decide(item, { isSettled: true })
  world.put('service_case', { ...row, ...of, writer_claim: elsewhere })
  expect(await doneIn('yesterday')).toEqual([])
  await world.do('interaction.keepOpenWork', { cases: [{ caseId, step: null }], inFront: caseId })
  expect(await doneIn('yesterday')).toEqual(['look'])
  await world.do('interaction.takeOverCase', { caseId })
  expect(await doneIn('yesterday')).toEqual(['look', 'takeOver'])
})
