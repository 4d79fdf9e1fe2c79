import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { sellUpTo } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
const idOf = (last: number): string => uuidV7(last, new Uint8Array(10).fill(last))
const irina = { userId: idOf(21), name: 'Irina' }
const zoe = { userId: idOf(22), name: 'Zoé' }

beforeEach(() => {
  world = openSaleWorld()
  const colleague = { scope: 'fr', version: 1, seat: 'Call centre, seat 1' }
  world.put(
    'colleague',
    { ...colleague, id: irina.userId, name: irina.name, role: 'lead' },
    { ...colleague, id: zoe.userId, name: zoe.name, role: 'backOffice' },
  )
})
afterEach(() => world.close())

const stateOnHome = async (caseId: string) =>
  (await world.do('interaction.home', {})).cases.find((line) => line.caseId === caseId)?.stateText
const handOver = (caseId: string, toId = irina.userId) =>
  world.ask('interaction.handOverCase', { caseId, toId, note: 'She comes back at four' })

describe('handing a case over', () => {
  it('takes along what is typed, and both see whose it is; the command is in the name of who gave it', async () => {
    const caseId = await sellUpTo(world, 'reason')
    await world.do('interaction.saveDraft', { caseId, step: 'offer', fields: { planId: 'mobile-m' } })
    expect(await handOver(caseId)).toMatchObject({ ok: true })
    expect(world.desk.drafts.of(caseId)).toEqual([])
    expect(await stateOnHome(caseId)).toMatchObject({ key: 'case.state.handedTo', params: { name: 'Irina' } })
    world.signIn(irina)
    expect(await stateOnHome(caseId)).toMatchObject({ key: 'case.state.handedBy', params: { name: 'Luc' } })
    expect(await world.do('interaction.caseView', { caseId })).toMatchObject({
      handedOver: { by: 'Luc', to: 'Irina', note: 'She comes back at four', isToMe: true },
      fields: { offer: { planId: 'mobile-m' } },
    })
    const last = world.desk.outbox.unsent().at(-1)
    expect(last).toMatchObject({ type: 'interaction.handOverCase', actorName: 'Luc' })
  })

  it('names colleagues who serve customers, nobody else, and not oneself', async () => {
    expect((await world.do('interaction.colleagues', {})).colleagues).toMatchObject([{ name: 'Irina', role: 'lead' }])
    world.signIn(irina)
    expect((await world.do('interaction.colleagues', {})).colleagues).toEqual([])
    const caseId = await sellUpTo(world, 'start')
    expect(await handOver(caseId, idOf(99))).toMatchObject({ error: { code: 'COLLEAGUE_UNKNOWN' } })
  })

  it('is for cases that go on: one given up is refused', async () => {
    const caseId = await sellUpTo(world, 'start')
    await world.do('interaction.closeCase', { caseId })
    expect(await handOver(caseId)).toMatchObject({ error: { code: 'CASE_CLOSED' } })
  })
})

describe('locking the desk', () => {
  it('lets what is typed travel, and leaves to the person what waits for them', async () => {
    const caseId = await sellUpTo(world, 'start')
    await world.do('interaction.saveDraft', { caseId, step: 'reason', fields: { givenNames: 'Anna' } })
    expect(await world.do('staff.lock', {})).toEqual({ unsent: 2 })
    expect(world.desk.outbox.unsent().map(({ type }) => type)).toEqual([
      'interaction.openCase',
      'interaction.saveCaseStep',
    ])
    expect((await world.do('interaction.caseView', { caseId })).fields.reason.givenNames).toBe('Anna')
  })
})
