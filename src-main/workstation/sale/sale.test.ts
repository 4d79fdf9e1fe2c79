import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Hex } from '#shared/node/crypto.ts'
import { paperOf } from '../paper/paper.ts'
import { paperThread } from '../paper/spawn-paper.ts'
import { finishSign } from '../slices/contract/finish-sign.ts'
import { systemTimers } from '../system.ts'
import { bodyOf } from './body-of.ts'
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

describe('the sale without the core', () => {
  it('goes through to the signed contract and the order, everything saved on this desk', async () => {
    const caseId = await sellUpTo(world, 'payNow')
    expect(world.commandsOf(caseId)).toEqual([
      'interaction.openCase',
      'customer.createProspect',
      'interaction.saveCaseStep',
      'number.reserveNumber',
      'interaction.saveCaseStep',
      'identity.recordEvidence',
      'interaction.saveCaseStep',
      'credit.requestDecision',
      'interaction.saveCaseStep',
      'contract.signContract',
      'interaction.saveCaseStep',
      'payment.recordPayment',
      'order.submitOrder',
      'interaction.saveCaseStep',
    ])
    const seen = await view(caseId)
    expect(seen.quote).toMatchObject({
      dueNowMinor: 3990,
      monthlyMinor: 2990,
      firstBillMinor: 1158,
      totalMinor: 72_760,
    })
    expect(seen.customer).toMatchObject({
      given_names: 'Anna Maria',
      family_name: 'Eriksson',
      contact_number: '+33639986610',
    })
    expect(seen.decision).toMatchObject({ class: 'C', state: 'provisional' })
    expect(seen.reservation?.id).toBe(numbers.wanted)
    expect(seen.payment?.amount_minor).toBe(3990)
    expect(seen.order).toMatchObject({ state: 'acknowledged', msisdn: numbers.wanted })
    expect(Object.values(seen.marks).map((mark) => mark.state)).toEqual(Array.from({ length: 9 }, () => 'desk'))
    expect(seen.confirmed).toEqual({ done: 0, of: 14 })
    expect(seen.fieldsSavedAt).toBeNull()
  })

  it('says confirmed block by block as the core decides', async () => {
    const caseId = await sellUpTo(world, 'sign')
    for (const item of world.desk.outbox.touching(`case:${caseId}`).slice(0, 5)) world.decide(item)
    const seen = await view(caseId)
    expect(seen.marks).toMatchObject({
      case: { state: 'confirmed' },
      reason: { state: 'confirmed' },
      offer: { state: 'confirmed' },
      number: { state: 'confirmed' },
      identity: { state: 'desk' },
      agreement: { state: 'desk' },
      payment: { state: 'none' },
    })
    expect(seen.confirmed).toEqual({ done: 5, of: 11 })
    expect(['reason', 'offer', 'identity', 'sign'].map((step) => stateOf(seen, step))).toEqual([
      'confirmed',
      'confirmed',
      'desk',
      'desk',
    ])
  })

  it('seals a contract that is conditional, kept under its hash, and carries no strokes elsewhere', async () => {
    const caseId = await sellUpTo(world, 'sign')
    const { sha256, base64, fileName } = await world.do('contract.document', { caseId })
    expect(fileName).toBe('C-26-10417.pdf')
    expect(sha256Hex(Buffer.from(base64, 'base64'))).toBe(sha256)
    const items = world.desk.outbox.touching(`case:${caseId}`)
    const signed = items.flatMap((item) => bodyOf(item, 'contract.signContract') ?? [])[0]
    expect(signed).toMatchObject({
      documentHash: sha256,
      reference: 'C-26-10417',
      terms: { isConditional: true, dueNowMinor: 3990, commitmentUntil: '2028-10-22' },
    })
    const bodies = items.map((item) => JSON.stringify(item.body)).join('')
    expect(bodies).not.toContain('M60 140')
    expect((await view(caseId)).fields.sign.signature).toBe('')
  })

  it('shows what was signed, whatever the offer costs by now', async () => {
    const caseId = await sellUpTo(world, 'sign')
    const plan = (await view(caseId)).plan
    if (!plan) throw new Error('no plan')
    world.put('offer', { ...plan, monthly_minor: 9990, version: 2 })
    expect((await view(caseId)).quote).toMatchObject({ dueNowMinor: 3990, monthlyMinor: 2990, totalMinor: 72_760 })
    expect(await finish(world, caseId, 'payNow')).toMatchObject({ ok: true })
    expect((await view(caseId)).payment?.amount_minor).toBe(3990)
  })

  it('is unconditional once the core has confirmed all of it', async () => {
    const caseId = await sellUpTo(world, 'credit')
    world.decideAll()
    world.setOnline(true)
    const seen = await view(caseId)
    if (!seen.decision) throw new Error('no decision')
    world.put('credit_decision', { ...seen.decision, state: 'final', class: 'B', deposit_months: 0, version: 1 })
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(item, { isSettled: item.type === 'credit.requestDecision' })
    expect(await finish(world, caseId, 'sign')).toMatchObject({ ok: true })
    const terms = world.desk.outbox
      .touching(`case:${caseId}`)
      .flatMap((item) => bodyOf(item, 'contract.signContract')?.terms ?? [])[0]
    expect(terms).toMatchObject({ isConditional: false, depositMinor: 0, dueNowMinor: 1000 })
  })
})

describe('finishing a step', () => {
  it('twice is once', async () => {
    const caseId = await sellUpTo(world, 'payNow')
    const before = world.commandsOf(caseId)
    for (const name of [
      'customer.finishReason',
      'catalogue.finishOffer',
      'identity.finishIdentity',
      'credit.finishCredit',
      'contract.finishSign',
      'payment.finishPayNow',
    ] as const)
      expect(await world.ask(name, { caseId })).toMatchObject({ ok: true })
    expect(world.commandsOf(caseId)).toEqual(before)
  })

  it('twice at the same moment is once', async () => {
    const caseId = await sellUpTo(world, 'credit')
    await world.do('interaction.saveDraft', { caseId, step: 'sign', fields: typed.sign })
    await Promise.all([world.do('contract.finishSign', { caseId }), world.do('contract.finishSign', { caseId })])
    expect(world.commandsOf(caseId).filter((type) => type === 'contract.signContract')).toHaveLength(1)
  })

  it('after a try that ended between its commands asks and sends nothing twice', async () => {
    const caseId = await sellUpTo(world, 'offer')
    await world.do('interaction.saveDraft', { caseId, step: 'identity', fields: typed.identity })
    const { capture } = world.desk
    const failing = {
      ...world.desk,
      capture: ((input) =>
        input.type === 'interaction.saveCaseStep'
          ? { ok: false, error: { code: 'DISK_FULL' } }
          : capture(input)) as typeof capture,
    }
    const { finishIdentity } = await import('../slices/identity/finish-identity.ts')
    expect(await finishIdentity(failing, { caseId })).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } })
    await world.do('identity.finishIdentity', { caseId })
    expect(world.commandsOf(caseId).filter((type) => type === 'identity.recordEvidence')).toHaveLength(1)
  })

  it('whose contract cannot be made keeps the case and the signature, and goes through once it can', async () => {
    const caseId = await sellUpTo(world, 'credit')
    await world.do('interaction.saveDraft', { caseId, step: 'sign', fields: typed.sign })
    const makePdf = paperThread(import.meta.url, { fontFolder: '/nowhere', timers: systemTimers })
    const failing = { ...world.desk, paper: paperOf(makePdf, () => undefined) }
    expect(await finishSign(failing, { caseId })).toEqual({ ok: false, error: { code: 'PAPER_FAILED' } })
    expect(await view(caseId)).toMatchObject({
      state: 'open',
      agreement: null,
      fields: { sign: { signature: typed.sign.signature } },
    })
    await world.do('contract.finishSign', { caseId })
    expect((await view(caseId)).agreement).not.toBeNull()
  })

  it('again after a change is a new command', async () => {
    const caseId = await sellUpTo(world, 'identity')
    expect(await finish(world, caseId, 'identity', { street: '14 rue des Glacis' })).toMatchObject({ ok: true })
    expect(world.commandsOf(caseId).filter((type) => type === 'identity.recordEvidence')).toHaveLength(2)
    expect((await view(caseId)).customer?.street).toBe('14 rue des Glacis')
  })

  it('keeps the prospect when only a consent was ticked, and makes a new one for another name', async () => {
    const caseId = await sellUpTo(world, 'reason')
    const first = (await view(caseId)).customer?.id
    await finish(world, caseId, 'reason', { profiling: true })
    expect((await view(caseId)).customer?.id).toBe(first)
    await finish(world, caseId, 'reason', { familyName: 'Erikson' })
    expect((await view(caseId)).customer).toMatchObject({ family_name: 'Erikson' })
    expect((await view(caseId)).customer?.id).not.toBe(first)
  })

  it('of a person whose document was read refuses another name', async () => {
    const caseId = await sellUpTo(world, 'identity')
    expect(await finish(world, caseId, 'reason', { familyName: 'Someone' })).toMatchObject({
      error: { details: { field: 'familyName', reason: 'PERSON_SET' } },
    })
  })

  it('of a case nobody knows or that is closed is refused', async () => {
    const caseId = await sellUpTo(world, 'reason')
    await world.do('interaction.closeCase', { caseId })
    expect(await world.ask('catalogue.finishOffer', { caseId })).toMatchObject({ error: { code: 'CASE_CLOSED' } })
    expect(await world.ask('interaction.saveDraft', { caseId, step: 'offer', fields: {} })).toMatchObject({
      error: { code: 'CASE_CLOSED' },
    })
    expect(await world.ask('catalogue.finishOffer', { caseId: world.desk.ids.next() })).toMatchObject({
      error: { code: 'CASE_UNKNOWN' },
    })
  })
})
