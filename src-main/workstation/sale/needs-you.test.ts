import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SaleWorld } from './test-world.ts'
import { numbers } from './test-market.ts'
import { finish, sellUpTo, typed } from './test-typing.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const view = (caseId: string) => world.do('interaction.caseView', { caseId })
const stateOf = (states: Awaited<ReturnType<typeof view>>, step: string) =>
  states.steps.find((one) => one.step === step)?.state

describe('what the core refuses', () => {
  const conflict = {
    state: 'conflict',
    code: 'NUMBER_TAKEN',
    snapshot: JSON.stringify({ msisdn: numbers.wanted, heldBy: 'Shop Metz, Counter 1', takenAt: 5 }),
    choices: JSON.stringify([
      { kind: 'useNumber', value: numbers.other },
      { kind: 'withdraw', value: '' },
    ]),
  } as const

  async function takenMeanwhile(): Promise<string> {
    const caseId = await sellUpTo(world, 'payNow')
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(item, item.type === 'number.reserveNumber' || item.type === 'order.submitOrder' ? conflict : {})
    return caseId
  }

  it('a number taken meanwhile is one matter for a person, with who has it and what can be done', async () => {
    const caseId = await takenMeanwhile()
    const { items } = await world.do('desk.needsYou', {})
    expect(items).toHaveLength(1)
    expect(await world.do('desk.status', {})).toMatchObject({ needsYou: 1 })
    expect(items[0]).toMatchObject({
      type: 'order.submitOrder',
      code: 'NUMBER_TAKEN',
      caseId,
      reference: '26-10417',
      customerName: 'Anna Maria Eriksson',
      contactNumber: '+33639986610',
      entered: numbers.wanted,
      onRecord: 'record.NUMBER_TAKEN',
      details: { heldBy: 'Shop Metz, Counter 1' },
      choices: [{ kind: 'useNumber', value: numbers.other }, { kind: 'withdraw' }],
    })
    expect((await view(caseId)).marks).toMatchObject({
      order: { state: 'needsYou' },
      number: { state: 'needsYou' },
      agreement: { state: 'confirmed' },
    })
    expect((await view(caseId)).order).toBeNull()
    expect((await world.do('interaction.home', {})).cases[0]).toMatchObject({ caseId, state: 'needsYou' })
  })

  it('another number, held first and then agreed, settles all of it; asking twice does nothing', async () => {
    const caseId = await takenMeanwhile()
    await world.do('number.holdNumber', { caseId, msisdn: numbers.other })
    expect((await view(caseId)).reservation?.id).toBe(numbers.other)
    const [item] = (await world.do('desk.needsYou', {})).items
    if (!item) throw new Error('nothing waits')
    const choice = { commandId: item.commandId, msisdn: numbers.other, acceptedBy: 'customerByPhone' } as const
    await world.do('order.chooseOtherNumber', choice)
    expect(await world.ask('order.chooseOtherNumber', choice)).toMatchObject({ error: { code: 'NOTHING_TO_RESOLVE' } })
    expect(world.desk.outbox.needsYou()).toEqual([])
    const seen = await view(caseId)
    expect(seen.order).toMatchObject({ msisdn: numbers.other, state: 'acknowledged' })
    expect(seen.fields.offer.msisdn).toBe(numbers.other)
    expect(seen.marks.order.state).toBe('desk')
  })

  it('another number chosen at once settles every refused hold too', async () => {
    const caseId = await takenMeanwhile()
    const [item] = (await world.do('desk.needsYou', {})).items
    const second = world.desk.capture({ type: 'number.reserveNumber', body: { msisdn: numbers.sold, caseId } })
    if (second.ok) world.decide({ id: second.value }, conflict)
    expect((await world.do('desk.needsYou', {})).items).toEqual([item])
    await world.do('order.chooseOtherNumber', {
      commandId: item?.commandId ?? '',
      msisdn: numbers.other,
      acceptedBy: 'customerAtCounter',
    })
    expect(world.desk.outbox.needsYou()).toEqual([])
  })

  it('a second number taken as well comes back with the newer answer', async () => {
    const caseId = await takenMeanwhile()
    const item = (await world.do('desk.needsYou', {})).items.find((one) => one.type === 'order.submitOrder')
    await world.do('order.chooseOtherNumber', {
      commandId: item?.commandId ?? '',
      msisdn: numbers.other,
      acceptedBy: 'customerByPhone',
    })
    for (const one of world.desk.outbox.unsent())
      world.decide(
        one,
        one.type === 'order.chooseOtherNumber'
          ? { ...conflict, snapshot: '{"heldBy":"Shop Lyon"}', choices: '[]' }
          : {},
      )
    const { items } = await world.do('desk.needsYou', {})
    expect(items).toMatchObject([
      { commandId: item?.commandId, entered: numbers.other, details: { heldBy: 'Shop Lyon' }, choices: [] },
    ])
    expect((await view(caseId)).needsYou).toHaveLength(1)
  })

  it('withdrawing leaves nothing open', async () => {
    const caseId = await takenMeanwhile()
    const item = (await world.do('desk.needsYou', {})).items.find((one) => one.type === 'order.submitOrder')
    await world.do('order.withdrawOrder', { commandId: item?.commandId ?? '' })
    expect(world.desk.outbox.needsYou()).toEqual([])
    expect((await view(caseId)).order?.state).toBe('cancelled')
  })

  it('giving the case up settles what was refused in it', async () => {
    const caseId = await sellUpTo(world, 'identity')
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(item, item.type === 'number.reserveNumber' ? conflict : {})
    expect(world.desk.outbox.needsYou()).toHaveLength(1)
    await world.do('interaction.closeCase', { caseId })
    expect(world.desk.outbox.needsYou()).toEqual([])
    expect((await view(caseId)).state).toBe('abandoned')
  })

  it('a refused step opens again with what was typed, and finishing it resolves the refusal', async () => {
    const caseId = await sellUpTo(world, 'identity')
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(
        item,
        item.type === 'identity.recordEvidence' ? { state: 'rejected', code: 'ADDRESS_PROOF_OLD' } : {},
      )
    expect((await view(caseId)).evidence).toBeNull()
    const [item] = (await world.do('desk.needsYou', {})).items
    expect(await world.do('interaction.reopenStep', { commandId: item?.commandId ?? '' })).toEqual({ caseId })
    const seen = await view(caseId)
    expect(seen.fields.identity.line1).toBe(typed.identity.line1)
    expect(stateOf(seen, 'identity')).toBe('wrong')
    await finish(world, caseId, 'identity', { addressIssuedOn: '1.10.2026' })
    expect(world.desk.outbox.needsYou()).toEqual([])
    expect(stateOf(await view(caseId), 'identity')).toBe('desk')
    expect(await world.ask('interaction.reopenStep', { commandId: item?.commandId ?? '' })).toMatchObject({
      error: { code: 'NOTHING_TO_RESOLVE' },
    })
  })

  it('of an identity refused after an offline signature, only the first cause stands until it is solved', async () => {
    const caseId = await sellUpTo(world, 'payNow')
    const codes = {
      'identity.recordEvidence': 'DOCUMENT_EXPIRED',
      'credit.requestDecision': 'IDENTITY_MISSING',
      'order.submitOrder': 'IDENTITY_MISSING',
    } as const
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(item, item.type in codes ? { state: 'rejected', code: codes[item.type as keyof typeof codes] } : {})
    const waiting = async () => {
      const { items } = await world.do('desk.needsYou', {})
      expect(await world.do('desk.status', {})).toMatchObject({ needsYou: items.length })
      expect((await view(caseId)).needsYou.map(({ commandId }) => commandId)).toEqual(
        items.map(({ commandId }) => commandId),
      )
      return items.map(({ type, code }) => [type, code])
    }
    expect(world.desk.outbox.needsYou()).toHaveLength(3)
    expect(await waiting()).toEqual([['identity.recordEvidence', 'DOCUMENT_EXPIRED']])
    expect(await finish(world, caseId, 'identity')).toMatchObject({ ok: true })
    expect(await waiting()).toEqual([['credit.requestDecision', 'IDENTITY_MISSING']])
    expect(await finish(world, caseId, 'credit')).toMatchObject({ ok: true })
    expect(await waiting()).toEqual([['order.submitOrder', 'IDENTITY_MISSING']])
    expect(await finish(world, caseId, 'payNow')).toMatchObject({ ok: true })
    expect(await waiting()).toEqual([])
  })

  it('what is refused in two cases waits twice, and what has causes of its own is not hidden', async () => {
    const first = await sellUpTo(world, 'credit')
    for (const item of world.desk.outbox.touching(`case:${first}`))
      world.decide(
        item,
        item.type === 'number.reserveNumber'
          ? conflict
          : item.type === 'identity.recordEvidence'
            ? { state: 'rejected', code: 'ADDRESS_PROOF_OLD' }
            : {},
      )
    const second = await sellUpTo(world, 'reason')
    for (const item of world.desk.outbox.touching(`case:${second}`))
      world.decide(item, item.type === 'customer.createProspect' ? { state: 'rejected', code: 'CUSTOMER_EXISTS' } : {})
    const { items } = await world.do('desk.needsYou', {})
    expect(items.map(({ caseId, code }) => [caseId, code])).toEqual([
      [second, 'CUSTOMER_EXISTS'],
      [first, 'ADDRESS_PROOF_OLD'],
      [first, 'NUMBER_TAKEN'],
    ])
  })

  it('a refused order is sent again without taking the money twice', async () => {
    const caseId = await sellUpTo(world, 'payNow')
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(item, item.type === 'order.submitOrder' ? { state: 'rejected', code: 'IDENTITY_REFERRED' } : {})
    const [item] = (await world.do('desk.needsYou', {})).items
    await world.do('interaction.reopenStep', { commandId: item?.commandId ?? '' })
    await world.do('payment.finishPayNow', { caseId })
    const types = world.commandsOf(caseId)
    expect(types.filter((type) => type === 'payment.recordPayment')).toHaveLength(1)
    expect(types.filter((type) => type === 'order.submitOrder')).toHaveLength(2)
    expect(world.desk.outbox.needsYou()).toEqual([])
  })

  it('To send has one line for the case, with a receipt for each command', async () => {
    const caseId = await sellUpTo(world, 'offer')
    for (const item of world.desk.outbox.touching(`case:${caseId}`).slice(0, 2)) world.decide(item)
    const { lines } = await world.do('desk.toSend', {})
    expect(lines).toMatchObject([
      { caseId, customerName: 'Anna Maria Eriksson', title: { key: 'case.title.sale.mobile' }, done: 2, of: 5 },
    ])
    expect(lines[0]?.items.map((item) => item.state)).toEqual([
      'applied',
      'applied',
      'captured',
      'captured',
      'captured',
    ])
  })
})
