import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/procedures.ts'
import type { DocumentFacts } from '#shared/domain/identity/specimen.ts'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { addDays } from '#shared/kernel/date.ts'
import { testBench } from '../test-bench.ts'
import type { TestWorkstation } from '../test-workstation.ts'
import type { Asking, TypedStep } from './test-typing.ts'
import { finish, typed } from './test-typing.ts'

/** Sales on real desks with a real core in its own process: online, without it, and with it gone meanwhile. */
const bench = testBench()
let desk: TestWorkstation
beforeEach(async () => {
  desk = await openDesk()
})

async function openDesk(role = 'store'): Promise<TestWorkstation> {
  const opened = bench.openDesk(mkdtempSync(join(bench.folder(), 'desk-')))
  bench.connect(opened)
  await opened.until(
    () => opened.ask('desk.startup', {}),
    (seen) => seen.isReady,
  )
  await opened.signIn(role)
  return opened
}

const asking = (one: TestWorkstation): Asking => ({ do: one.ask, ask: one.call as Asking['ask'] }) // the same door
const view = (caseId: string, at = desk): Promise<OutputOf<'interaction.caseView'>> =>
  at.ask('interaction.caseView', { caseId })
const allSent = (at = desk) =>
  at.until(
    () => at.ask('desk.status', {}),
    (seen) => seen.isOnline && seen.toSend === 0,
  )

/** Waits as long as an activation takes (some ten seconds in the demonstration market). */
async function activated(caseId: string): Promise<OutputOf<'interaction.caseView'>> {
  const end = performance.now() + 40_000
  for (;;) {
    const seen = await view(caseId)
    if (seen.order?.state === 'completed') return seen
    if (performance.now() > end)
      throw new Error(`not active: ${JSON.stringify(seen.tasks)} ${JSON.stringify(seen.needsYou)}`)
    await new Promise((next) => setTimeout(next, 100))
  }
}

let serial = 10
function person(facts: Partial<DocumentFacts> = {}): DocumentFacts {
  serial += 1
  return {
    ...icaoSpecimen,
    expiryDate: '2032-04-15',
    documentNumber: `T90${serial}`,
    birthDate: `19${serial + 50}-03-04`,
    ...facts,
  }
}

/** Sells to a person from Reason up to a step; the offer and the day of the address proof are the market's own. */
async function sell(facts: DocumentFacts, last: TypedStep, msisdn: string, at = desk): Promise<string> {
  const { caseId } = await at.ask('interaction.startCase', { channel: 'walkIn', customerId: null })
  const { plans, addOns } = await at.ask('catalogue.offers', { caseId, segment: 'mobile', billing: 'postPaid' })
  const byName = (choices: typeof plans, name: string): string | null =>
    choices.find((one) => one.name['en'] === name)?.offer.id ?? null
  const { businessDate } = await view(caseId, at)
  const [line1, line2] = writeTd3(facts)
  const changes: Readonly<Record<TypedStep, Readonly<Record<string, Json>>>> = {
    reason: { givenNames: facts.givenNames, familyName: facts.surname },
    offer: { planId: byName(plans, 'Mobile M 40 GB'), addOnIds: [byName(addOns, 'Europe+ calls') ?? ''], msisdn },
    identity: { line1, line2, addressIssuedOn: addDays(businessDate, -30) },
    credit: {},
    sign: {},
    payNow: { tendered: '100' },
  }
  for (const step of ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow'] as const) {
    const done = await finish(asking(at), caseId, step, changes[step])
    if (!done.ok) throw new Error(`${step}: ${JSON.stringify(done.error)}`)
    if (step === last) return caseId
    if (step === 'credit' && (await at.ask('desk.status', {})).isOnline)
      await at.until(
        () => view(caseId, at),
        (seen) => seen.decision?.state === 'final',
      )
  }
  return caseId
}

async function freeNumber(wish: string, at = desk): Promise<string> {
  const { numbers } = await at.ask('number.freeNumbers', { wish, limit: 1 })
  if (!numbers[0]) throw new Error(`no number like ${wish}`)
  return numbers[0]
}

describe('the sale with a real core', () => {
  it('from the specimen passport to a signed contract and an active line, everything confirmed', async () => {
    const specimen = { ...icaoSpecimen, expiryDate: '2032-04-15' }
    const caseId = await sell(specimen, 'payNow', await freeNumber('7777'))
    await allSent()
    const seen = await activated(caseId)
    expect(seen.decision).toMatchObject({ class: 'B', state: 'final' })
    expect(seen.agreement).toMatchObject({ state: 'inForce' })
    expect(seen.services).toMatchObject([{ state: 'active', msisdn: '+33639987777' }])
    expect(seen.customer).toMatchObject({ state: 'active', given_names: 'Anna Maria', family_name: 'Eriksson' })
    expect(seen.state).toBe('done')
    expect(seen.confirmed.done).toBe(seen.confirmed.of)
    expect(seen.steps.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'confirmed'))
    expect(seen.needsYou).toEqual([])
    expect(JSON.parse(seen.agreement?.terms ?? '{}')).toMatchObject({
      isConditional: false,
      depositMinor: 0,
      dueNowMinor: 1000,
    })
    expect(await desk.ask('contract.document', { caseId })).toMatchObject({ sha256: seen.agreement?.document_hash })
    expect((await desk.ask('customer.search', { text: '0639987777', limit: 5 })).hits[0]).toMatchObject({
      name: 'Anna Maria Eriksson',
    })
  }, 60_000)

  it('with the core gone before the first step: provisional throughout, and all confirmed when it is back', async () => {
    const msisdn = await freeNumber('5777')
    await bench.core().kill()
    await desk.until(
      () => desk.ask('desk.status', {}),
      (seen) => !seen.isOnline,
    )
    const caseId = await sell(person({ surname: 'Absent' }), 'payNow', msisdn)
    const offline = await view(caseId)
    expect(offline.decision).toMatchObject({ state: 'provisional', class: 'C' })
    expect(offline.agreement?.terms).toContain('"isConditional":true')
    expect(offline.confirmed).toEqual({ done: 0, of: 14 })
    await bench.core().start()
    await allSent()
    const seen = await desk.until(
      () => view(caseId),
      ({ order, services }) => order?.state === 'inProgress' && services.length > 0,
    )
    expect(seen.confirmed).toEqual({ done: 14, of: 14 })
    expect(seen.agreement?.state).toBe('signed')
    expect((await desk.ask('desk.needsYou', {})).items).toEqual([])
  }, 60_000)

  it('a number sold elsewhere meanwhile: another is held, agreed, and the order goes on', async () => {
    const other = await openDesk('agent')
    const msisdn = await freeNumber('')
    await desk.ask('desk.setCable', { isPulled: true })
    const late = await sell(person({ surname: 'Late' }), 'payNow', msisdn)
    await sell(person({ surname: 'First' }), 'payNow', msisdn, other)
    await allSent(other)
    await desk.ask('desk.setCable', { isPulled: false })
    const { items } = await desk.until(
      () => desk.ask('desk.needsYou', {}),
      (seen) => seen.items.some((item) => item.type === 'order.submitOrder'),
    )
    const [item] = items
    expect(items).toMatchObject([{ code: 'NUMBER_TAKEN', caseId: late, entered: msisdn }])
    expect(await desk.ask('desk.status', {})).toMatchObject({ needsYou: 1 })
    const proposed = item?.choices.find((choice) => choice.kind === 'useNumber')?.value ?? ''
    await desk.ask('number.holdNumber', { caseId: late, msisdn: proposed })
    await desk.ask('order.chooseOtherNumber', {
      commandId: item?.commandId ?? '',
      msisdn: proposed,
      acceptedBy: 'customerByPhone',
    })
    await allSent()
    const seen = await desk.until(
      () => view(late),
      ({ order, services }) => order?.state === 'inProgress' && services.length > 0,
    )
    expect(seen.services).toMatchObject([{ state: 'pendingActive', msisdn: proposed }])
    expect(seen.addendum?.terms).toContain(proposed)
    expect(await desk.ask('desk.status', {})).toMatchObject({ needsYou: 0, toSend: 0 })
  }, 60_000)

  it('a number sold elsewhere meanwhile: withdrawn, nothing stays open', async () => {
    const other = await openDesk('agent')
    const msisdn = await freeNumber('')
    await desk.ask('desk.setCable', { isPulled: true })
    const late = await sell(person({ surname: 'Later' }), 'payNow', msisdn)
    await sell(person({ surname: 'Firster' }), 'payNow', msisdn, other)
    await allSent(other)
    await desk.ask('desk.setCable', { isPulled: false })
    const { items } = await desk.until(
      () => desk.ask('desk.needsYou', {}),
      (seen) => seen.items.some((item) => item.type === 'order.submitOrder'),
    )
    await desk.ask('order.withdrawOrder', {
      commandId: items.find((one) => one.type === 'order.submitOrder')?.commandId ?? '',
    })
    await allSent()
    const seen = await desk.until(
      () => view(late),
      ({ state }) => state === 'abandoned',
    )
    expect(seen.agreement?.state).toBe('withdrawn')
    expect(await desk.ask('desk.status', {})).toMatchObject({ needsYou: 0, toSend: 0 })
  }, 60_000)

  it('a person on the watch list waits for the back office, then goes on', async () => {
    const watched = person({
      surname: 'Lasko',
      givenNames: 'Adrian',
      documentNumber: '23LX90411',
      birthDate: '1977-08-30',
      sex: 'M',
      issuingState: 'FRA',
      nationality: 'FRA',
    })
    const caseId = await sell(watched, 'identity', await freeNumber(''))
    const referred = await desk.until(
      () => view(caseId),
      ({ evidence }) => evidence?.state === 'referred',
    )
    expect(referred.steps.find(({ step }) => step === 'sign')?.missing.map(({ sentence }) => sentence.key)).toContain(
      'missing.identityReferred',
    )
    await desk.signIn('backOffice')
    const { referrals } = await desk.ask('identity.referrals', {})
    expect(referrals).toMatchObject([{ customerName: 'Adrian Lasko' }])
    await desk.ask('identity.decideReferral', {
      evidenceId: referrals[0]?.evidence.id ?? '',
      decision: 'clear',
      note: 'Compared with the file',
    })
    await allSent()
    await desk.signIn('store')
    expect((await view(caseId)).evidence?.state).toBe('valid')
    expect(await finish(asking(desk), caseId, 'credit')).toMatchObject({ ok: true })
  }, 60_000)

  it('class E keeps the basket as a pre-paid line and gets it', async () => {
    const refused = person({
      surname: 'Šrámek',
      givenNames: 'Viktor',
      documentNumber: '41200519',
      birthDate: '1983-04-03',
      sex: 'M',
      issuingState: 'CZE',
      nationality: 'CZE',
    })
    const caseId = await sell(refused, 'credit', await freeNumber(''))
    await desk.until(
      () => view(caseId),
      ({ decision }) => decision?.class === 'E',
    )
    expect(await finish(asking(desk), caseId, 'sign')).toMatchObject({
      error: { details: { reason: 'missing.creditClassE' } },
    })
    await desk.ask('credit.usePrepaidTwin', { caseId })
    expect((await view(caseId)).quote).toMatchObject({ depositMinor: 0, firstBillOn: null })
    for (const step of ['sign', 'payNow'] as const)
      expect(
        await finish(asking(desk), caseId, step, step === 'payNow' ? { tendered: '100' } : typed.sign),
      ).toMatchObject({ ok: true })
    await allSent()
    const seen = await desk.until(
      () => view(caseId),
      ({ order, services }) => order?.state === 'inProgress' && services.length > 0,
    )
    expect(seen.services).toMatchObject([{ state: 'pendingActive', offer_id: 'prepaid-m' }])
  }, 60_000)
})
