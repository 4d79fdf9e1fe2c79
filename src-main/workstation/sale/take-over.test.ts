import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { numbers } from './test-market.ts'
import { finish, sellUpTo } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const elsewhere = uuidV7(7, new Uint8Array(10).fill(7))
const view = (caseId: string) => world.do('interaction.caseView', { caseId })
const typeIn = (caseId: string, fields: Readonly<Record<string, string>>) =>
  world.do('interaction.saveDraft', { caseId, step: 'reason', fields })

/** The feed brings that Irina has taken the case over at her desk. */
function takenOver(caseId: string): void {
  const { view: seen } = world.desk
  const row = seen.get('service_case', caseId)?.row
  if (!row) throw new Error('no case')
  const customers = seen.pendingRows('customer').map((one) => one.row)
  const steps = seen.where('case_step', 'case_id', caseId).map((one) => one.row)
  for (const item of world.desk.outbox.touching(`case:${caseId}`))
    if (item.state === 'captured' || item.state === 'applied') world.decide(item, { isSettled: true })
  world.put('customer', ...customers)
  world.put('case_step', ...steps)
  world.put('service_case', {
    ...row,
    writer_device: elsewhere,
    writer_name: 'Irina',
    writer_desk: 'Call centre, seat 1',
    writer_claim: elsewhere,
    writer_since: 99,
  })
}

describe('parking a case', () => {
  it('lets what is typed and not finished travel, as typed, and the step is still to be finished', async () => {
    const caseId = await sellUpTo(world, 'start')
    await typeIn(caseId, { givenNames: 'Anna Maria', familyName: 'Er' })
    await world.do('interaction.saveNote', { caseId, note: 'calls back' })
    await world.do('interaction.parkCase', { caseId })
    await world.do('interaction.parkCase', { caseId })
    const parked = world.desk.outbox.unsent().filter((item) => item.type === 'interaction.saveCaseStep')
    expect(parked).toHaveLength(1)
    expect(parked[0]?.body).toMatchObject({
      step: 'reason',
      state: 'parked',
      note: 'calls back',
      fields: { familyName: 'Er' },
    })
    expect(world.desk.drafts.of(caseId)).toEqual([])
    const seen = await view(caseId)
    expect(seen).toMatchObject({ note: 'calls back', fields: { reason: { givenNames: 'Anna Maria' } } })
    expect(seen.marks.reason.state).toBe('none')
    expect(await finish(world, caseId, 'reason')).toMatchObject({ ok: true })
    expect((await view(caseId)).marks.reason.state).toBe('desk')
  })

  it('keeps the strokes of a signature on this desk', async () => {
    const caseId = await sellUpTo(world, 'credit')
    await world.do('interaction.saveDraft', { caseId, step: 'sign', fields: { signature: 'M1 1 L2 2' } })
    await world.do('interaction.parkCase', { caseId })
    expect(world.desk.drafts.of(caseId).map(({ step }) => step)).toEqual(['sign'])
    expect((await view(caseId)).fields.sign.signature).toBe('M1 1 L2 2')
  })

  it('is what signing out does with every case typed in, and what waits goes to the team', async () => {
    const caseId = await sellUpTo(world, 'start')
    await typeIn(caseId, { givenNames: 'Anna' })
    await world.do('staff.signOut', {})
    expect(world.desk.outbox.unsent().map(({ type }) => type)).toEqual([
      'interaction.openCase',
      'interaction.saveCaseStep',
      'interaction.leaveShift',
    ])
  })
})

describe('a case another desk has taken over', () => {
  it('is read only here, says who has it, and shows what was typed on this desk only', async () => {
    const caseId = await sellUpTo(world, 'reason')
    await typeIn(caseId, { givenNames: 'Anna', familyName: 'Ericsson' })
    takenOver(caseId)
    const seen = await view(caseId)
    expect(seen.writer).toEqual({
      isHere: false,
      wasHere: true,
      name: 'Irina',
      deskName: 'Call centre, seat 1',
      since: 99,
    })
    expect(seen.fields.reason).toMatchObject({ givenNames: 'Anna Maria', familyName: 'Eriksson' })
    expect(seen.onlyHere).toMatchObject([
      {
        step: 'reason',
        fields: [
          { name: 'givenNames', value: 'Anna' },
          { name: 'familyName', value: 'Ericsson' },
        ],
      },
    ])
    const refusal = { error: { code: 'CASE_TAKEN_OVER', details: { writerName: 'Irina' } } }
    expect(await world.ask('customer.finishReason', { caseId })).toMatchObject(refusal)
    expect(await world.ask('number.holdNumber', { caseId, msisdn: numbers.other })).toMatchObject(refusal)
    expect(await world.ask('interaction.closeCase', { caseId })).toMatchObject(refusal)
    await world.do('interaction.parkCase', { caseId })
    expect(world.desk.drafts.of(caseId)).toHaveLength(1)
  })

  it('is taken over here by a command over the claim that was seen; neither side’s text overwrites the other’s', async () => {
    const caseId = await sellUpTo(world, 'reason')
    await typeIn(caseId, { givenNames: 'Anna' })
    takenOver(caseId)
    await world.do('interaction.takeOverCase', { caseId })
    const [taken] = world.desk.outbox.unsent()
    expect(taken).toMatchObject({ type: 'interaction.takeOverCase', body: { caseId, overClaim: elsewhere } })
    const seen = await view(caseId)
    expect(seen.writer).toMatchObject({ isHere: true, name: 'Luc' })
    expect(seen.fields.reason.givenNames).toBe('Anna Maria')
    expect(seen.onlyHere).toMatchObject([{ step: 'reason', fields: [{ name: 'givenNames', value: 'Anna' }] }])
    expect(await finish(world, caseId, 'offer')).toMatchObject({ ok: true })
  })

  it('what was entered here meanwhile is one matter: field against field, taken back or left', async () => {
    const caseId = await sellUpTo(world, 'reason')
    await finish(world, caseId, 'reason', { familyName: 'Ericsson' })
    await finish(world, caseId, 'offer')
    const conflict = {
      state: 'conflict',
      code: 'CASE_TAKEN_OVER',
      snapshot: JSON.stringify({ writerName: 'Irina', deskName: 'Seat 1', since: 99 }),
    } as const
    const late = world.desk.outbox
      .unsent()
      .filter(({ type }) => /saveCaseStep|reserveNumber/.test(type))
      .slice(1)
    for (const item of world.desk.outbox.unsent())
      world.decide(item, late.some(({ id }) => id === item.id) ? conflict : {})
    takenOver(caseId)
    const { items } = await world.do('desk.needsYou', {})
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ code: 'CASE_TAKEN_OVER', details: { writerName: 'Irina' } })
    expect(items[0]?.differs).toContainEqual({ name: 'familyName', entered: 'Ericsson', onRecord: 'Eriksson' })
    await world.do('interaction.takeCaseBack', { commandId: items[0]?.commandId ?? '' })
    expect((await view(caseId)).fields.reason.familyName).toBe('Ericsson')
    await finish(world, caseId, 'reason', { familyName: 'Ericsson' })
    await finish(world, caseId, 'offer')
    expect((await world.do('desk.needsYou', {})).items).toEqual([])
  })

  it('left as it is on record, nothing of it waits any more', async () => {
    await sellUpTo(world, 'offer')
    const conflict = { state: 'conflict', code: 'CASE_TAKEN_OVER', snapshot: '{"writerName":"Irina"}' } as const
    for (const item of world.desk.outbox.unsent())
      world.decide(item, /saveCaseStep|reserveNumber/.test(item.type) ? conflict : {})
    const [item] = (await world.do('desk.needsYou', {})).items
    await world.do('interaction.letStand', { commandId: item?.commandId ?? '' })
    expect(world.desk.outbox.needsYou()).toEqual([])
  })
})
