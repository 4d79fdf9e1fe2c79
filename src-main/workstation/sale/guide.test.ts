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

/** A case of the feed under the reference of a prepared one. */
async function preparedCase(end: string): Promise<string> {
  const caseId = await sellUpTo(world, 'reason')
  const row = world.desk.view.get('service_case', caseId)?.row
  if (!row) throw new Error('no case')
  for (const item of world.desk.outbox.touching(`case:${caseId}`)) world.decide(item, { isSettled: true })
  world.put('service_case', { ...row, reference: `26-${end}` })
  return caseId
}

it('follows a number the donor kept: looked at, asked for again, agreed', async () => {
  const caseId = await preparedCase(storyReference.portIn)
  const asked = {
    ...{ id: world.desk.ids.next(), scope: 'fr', version: 1, customer_id: caseId, case_id: caseId, product_id: caseId },
    ...{ msisdn: '+33639984202', donor: 'Télécom Est', code: 'RIO', on_date: '2026-10-29', day_part: 'morning' },
    ...{ temporary_msisdn: '+33639985777', requested_at: 1, answered_at: 2, cut_over_at: null },
  }
  world.put('port_in', { ...asked, state: 'refusedByDonor', refusal: 'MINIMUM_STAY', tries: 1 })
  expect(await doneIn('portIn')).toEqual([])
  await world.do('interaction.keepOpenWork', { cases: [{ caseId, step: 'activation' }], inFront: caseId })
  expect(await doneIn('portIn')).toEqual(['look'])
  world.put('port_in', { ...asked, state: 'requested', refusal: '', tries: 2 })
  expect(await doneIn('portIn')).toEqual(['look', 'again'])
  world.put('port_in', { ...asked, state: 'scheduled', refusal: '', tries: 2 })
  expect(await doneIn('portIn')).toEqual(['look', 'again', 'scheduled'])
})

it('follows a number given to someone else: another one held, agreed, confirmed', async () => {
  const caseId = await preparedCase(storyReference.conflict)
  expect(await doneIn('conflict')).toEqual([])
  const held = { scope: 'fr', version: 1, held_until: 9, held_by: 'Luc', leased_to: null, leased_until: null }
  world.put('phone_number', { ...held, id: '+33639985213', state: 'reserved', case_id: caseId })
  expect(await doneIn('conflict')).toEqual(['hold'])
  world.put('product_order', {
    ...{
      id: world.desk.ids.next(),
      scope: 'fr',
      version: 1,
      customer_id: caseId,
      case_id: caseId,
      agreement_id: caseId,
    },
    ...{ state: 'inProgress', offer_id: 'mobile-m', msisdn: '+33639985213', iccid: null, hold_reason: '' },
    ...{ submitted_at: 1, updated_at: 1 },
  })
  expect(await doneIn('conflict')).toEqual(['hold', 'agree', 'confirmed'])
})

it('follows a line for a branch: the case for it, its plan, its order', async () => {
  const caseId = await sellUpTo(world, 'start')
  const [branch, parent] = [world.desk.ids.next(), world.desk.ids.next()]
  const row = world.desk.view.get('service_case', caseId)?.row
  if (!row) throw new Error('no case')
  for (const item of world.desk.outbox.touching(`case:${caseId}`)) world.decide(item, { isSettled: true })
  world.put('company', {
    ...{ id: branch, scope: 'fr', version: 1, parent_id: parent, country: 'FR', register_number: '90412687700037' },
    ...{ vat_number: null, signatory_given_names: 'Paul', signatory_family_name: 'Martin', signatory_role: 'owner' },
    ...{ mandate: 'lawful', mandate_reference: '', bills: 'parent', purchase_order: '', limit_minor: null },
    place_number: '',
  })
  expect(await doneIn('company')).toEqual([])
  world.put('service_case', { ...row, customer_id: branch })
  expect(await doneIn('company')).toEqual(['branch'])
})

it('counts for the story without the line only what was done with the cable out', async () => {
  const before = await sellUpTo(world, 'offer')
  for (const item of world.desk.outbox.touching(`case:${before}`)) world.decide(item, { isSettled: true })
  await world.do('desk.setCable', { isPulled: true })
  expect(await doneIn('cable')).toEqual(['pull'])
  await sellUpTo(world, 'offer')
  expect(await doneIn('cable')).toEqual(['pull', 'plan'])
})
