import { afterEach, beforeEach, expect, it } from 'vitest'
import { numbers } from '#main/workstation/sale/test-market.ts'
import { sellUpTo } from '#main/workstation/sale/test-typing.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'

let world: SaleWorld
const [own, foreign] = ['+33639980612', '+33639980613']

beforeEach(() => {
  world = openSaleWorld()
  const number = { scope: 'fr', version: 1, state: 'leased', case_id: null, held_until: null, held_by: null }
  const { deviceId } = world.desk
  world.put(
    'phone_number',
    { ...number, id: own, leased_to: deviceId, leased_until: 9e15 },
    { ...number, id: foreign, leased_to: 'another desk', leased_until: 9e15 },
  )
})
afterEach(() => world.close())

it('without the core numbers of the own block come first; another desk’s block is never offered', async () => {
  const offline = await world.do('number.freeNumbers', { wish: '', limit: 10 })
  expect(offline).toMatchObject({ own: [own], of: 3 })
  expect(offline.numbers[0]).toBe(own)
  expect(offline.numbers).not.toContain(foreign)
  world.setOnline(true)
  expect((await world.do('number.freeNumbers', { wish: '', limit: 10 })).numbers[0]).toBe(numbers.wanted)
})

it('a number of the own block is held; one of another desk’s is refused at once', async () => {
  const caseId = await sellUpTo(world, 'reason')
  expect(await world.ask('number.holdNumber', { caseId, msisdn: foreign })).toMatchObject({
    error: { code: 'NUMBER_TAKEN' },
  })
  await world.do('number.holdNumber', { caseId, msisdn: own })
  expect((await world.do('interaction.caseView', { caseId })).reservation?.id).toBe(own)
})
