import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import { documentHash } from '#shared/domain/identity/document-hash.ts'
import { samePersonKey } from '#shared/domain/identity/judge-document.ts'
import type { SaleWorld } from './test-world.ts'
import { aCustomer, numbers } from './test-market.ts'
import { finish, line1, line2, sellUpTo, typed } from './test-typing.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

describe('a step', () => {
  it.each([
    ['offer', 'company', 'OFFER_COMPANIES_ONLY'],
    ['offer', 'summer', 'OFFER_ENDED'],
    ['offer', 'second', 'OFFER_NEEDS_LINE'],
    ['offer', 'mobile-l-phone', 'OFFER_NEEDS_CLASS'],
  ] as const)('%s %s is off: %s, and says so in the list too', async (step, planId, reason) => {
    const caseId = await sellUpTo(world, 'reason')
    expect(await finish(world, caseId, step, { planId })).toMatchObject({
      error: { code: 'OFFER_NOT_ALLOWED', details: { reason } },
    })
    const { plans } = await world.do('catalogue.offers', { caseId, segment: 'mobile', billing: 'postPaid' })
    const wayOn = reason === 'OFFER_NEEDS_CLASS' ? 'credit' : null
    expect(plans.find(({ offer }) => offer.id === planId)).toMatchObject({
      isAllowed: false,
      wayOn,
      reason: { key: `offer.off.${reason}` },
    })
  })

  it.each([
    ['addOnIds', { addOnIds: ['prepaid-europe'] }, 'ADD_ON_WRONG'],
    ['addOnIds', { addOnIds: ['gone'] }, 'ADD_ON_WRONG'],
    ['planId', { planId: 'summer' }, 'OFFER_NOT_ALLOWED'],
  ] as const)('a basket changed after it was finished (%s %j) is not signed', async (field, changes, reason) => {
    const caseId = await sellUpTo(world, 'credit')
    expect(await finish(world, caseId, 'offer', changes)).toMatchObject({ ok: false })
    expect(await finish(world, caseId, 'sign')).toMatchObject({
      error: { code: 'STEP_INCOMPLETE', details: { step: 'offer', field, reason } },
    })
    expect(world.commandsOf(caseId)).not.toContain('contract.signContract')
  })

  it('what was signed keeps its customer and its number', async () => {
    const caseId = await sellUpTo(world, 'sign')
    const captured = world.commandsOf(caseId)
    const other = aCustomer({ id: world.desk.ids.next() })
    world.put('customer', other)
    expect(await finish(world, caseId, 'reason', { ...typed.reason, customerId: other.id })).toMatchObject({
      error: { details: { field: 'customerId', reason: 'ALREADY_SIGNED' } },
    })
    expect(await world.ask('number.holdNumber', { caseId, msisdn: numbers.other })).toMatchObject({
      error: { code: 'ALREADY_SIGNED' },
    })
    expect(await world.do('number.holdNumber', { caseId, msisdn: numbers.wanted })).toEqual({})
    expect(world.commandsOf(caseId)).toEqual(captured)
  })

  it('a later step finished first says which step it waits for', async () => {
    const { caseId } = await world.do('interaction.startCase', { channel: 'phone', customerId: null })
    expect(await finish(world, caseId, 'identity')).toMatchObject({ error: { details: { step: 'reason' } } })
    expect(await finish(world, caseId, 'credit')).toMatchObject({ error: { details: { step: 'reason' } } })
    expect(await finish(world, caseId, 'sign')).toMatchObject({
      error: { details: { step: 'reason', reason: 'missing.customer' } },
    })
    expect(await finish(world, caseId, 'payNow')).toMatchObject({ error: { details: { step: 'sign' } } })
  })
})

describe('a document', () => {
  const document = (changes: Partial<typeof icaoSpecimen>): Record<string, string> => {
    const [one, two] = writeTd3({ ...icaoSpecimen, expiryDate: '2032-04-15', ...changes })
    return { line1: one, line2: two }
  }
  it.each([
    ['as printed, expired', document({ expiryDate: icaoSpecimen.expiryDate }), 'DOCUMENT_EXPIRED'],
    ['of a child', document({ birthDate: '2012-08-12' }), 'UNDER_AGE'],
    ['of no state', document({ issuingState: 'QQQ' }), 'STATE_UNKNOWN'],
    ['with a letter O for a nought', { line2: line2.replace('L898902C3', 'L8989O2C3') }, 'MRZ_CHECK_DIGIT'],
    ['half typed', { line2: line2.slice(0, 30) }, 'MRZ_INCOMPLETE'],
    ['with a strange character', { line1: `${line1.slice(0, 10)}ж${line1.slice(11)}` }, 'MRZ_CHARACTER'],
    ['that is a visa', { line1: `V${line1.slice(1)}` }, 'DOCUMENT_KIND_UNKNOWN'],
  ])('%s is refused', async (_what, changes, reason) => {
    const caseId = await sellUpTo(world, 'offer')
    expect(await finish(world, caseId, 'identity', changes)).toMatchObject({
      error: { code: 'IDENTITY_REFUSED', details: { reason } },
    })
    expect(world.commandsOf(caseId)).not.toContain('identity.recordEvidence')
  })

  it.each([
    [
      'document',
      (hash: (text: string) => string) => ({
        document_hash: documentHash({ issuingState: 'UTO', kind: 'passport', documentNumber: 'L898902C3' }, hash),
      }),
    ],
    [
      'name and birth date',
      (hash: (text: string) => string) => ({
        person_hash: hash(samePersonKey('Eriksson', 'Anna Maria', '1974-08-12')),
      }),
    ],
  ])('of a customer of this desk (%s) leads to that customer', async (_what, hashesBy) => {
    const known = aCustomer({ id: world.desk.ids.next(), given_names: 'Anna Maria', family_name: 'Eriksson' })
    world.put('customer', { ...known, ...hashesBy((text) => world.desk.hashOf(text) ?? '') })
    const caseId = await sellUpTo(world, 'offer')
    const details = { customerId: known.id, name: 'Anna Maria Eriksson' }
    expect(await finish(world, caseId, 'identity')).toMatchObject({ error: { code: 'PERSON_KNOWN', details } })
    expect(await world.do('customer.samePerson', { lines: [line1, line2], exceptCustomerId: null })).toMatchObject({
      hit: { customerId: known.id },
    })
    expect(await world.do('customer.samePerson', { lines: [line1, line2], exceptCustomerId: known.id })).toEqual({
      hit: null,
    })
  })

  it('of somebody else than the customer on record is refused, and nobody is renamed', async () => {
    const known = aCustomer({ id: world.desk.ids.next(), state: 'active', birth_date: '1990-01-01' })
    world.put('customer', known)
    const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: known.id })
    expect(await finish(world, caseId, 'identity')).toMatchObject({ error: { code: 'PERSON_DIFFERS' } })
    expect((await world.do('interaction.caseView', { caseId })).customer).toMatchObject({
      family_name: known.family_name,
    })
  })

  it('of a person who is being sold to in another case here is known too', async () => {
    await sellUpTo(world, 'identity')
    const caseId = await sellUpTo(world, 'offer').catch(() => undefined)
    expect(caseId).toBeUndefined()
    await world.do('number.freeNumbers', { wish: '', limit: 10 })
    const second = await sellUpTo(world, 'reason')
    expect(await finish(world, second, 'identity')).toMatchObject({ error: { code: 'PERSON_KNOWN' } })
  })

  it('keeps the spelling typed before where the zone can only write it so', async () => {
    const caseId = await sellUpTo(world, 'start')
    await finish(world, caseId, 'reason', { givenNames: 'Jana', familyName: 'Nováková' })
    await finish(
      world,
      caseId,
      'identity',
      document({ surname: 'Novakova', givenNames: 'Jana', issuingState: 'CZE', nationality: 'CZE' }),
    )
    expect((await world.do('interaction.caseView', { caseId })).evidence).toMatchObject({
      surname: 'Nováková',
      given_names: 'Jana',
    })
  })
})

describe('credit', () => {
  it('asks no bureau without consent', async () => {
    const caseId = await sellUpTo(world, 'start')
    await finish(world, caseId, 'reason', { bureau: false })
    await finish(world, caseId, 'offer')
    await finish(world, caseId, 'identity')
    expect(await finish(world, caseId, 'credit')).toMatchObject({ error: { code: 'CONSENT_MISSING' } })
  })

  it('without the core gives no more provisional classes than the policy lets a desk hold', async () => {
    const caseId = await sellUpTo(world, 'identity')
    for (let held = 0; held < 10; held += 1) {
      const [other, customerId] = [world.desk.ids.next(), world.desk.ids.next()]
      const provisional = {
        class: 'C',
        depositMonths: 1,
        spendingLimitMinor: 1,
        lines: 1,
        validUntil: '2027-01-01',
      } as const
      const asked = {
        decisionId: world.desk.ids.next(),
        caseId: other,
        customerId,
        monthlyMinor: 1,
        currency: 'EUR',
        incomeMinor: null,
        bureauConsent: true,
        provisional,
      } as const
      world.desk.capture({ type: 'credit.requestDecision', body: asked })
    }
    expect(await finish(world, caseId, 'credit')).toMatchObject({
      error: { code: 'OFFLINE_CAP_REACHED', details: { max: 10 } },
    })
    world.setOnline(true)
    expect(await finish(world, caseId, 'credit')).toMatchObject({ ok: true })
  })

  it('class E keeps the basket as its pre-paid twin, which asks no class and no deposit', async () => {
    const caseId = await sellUpTo(world, 'credit')
    const { decision } = await world.do('interaction.caseView', { caseId })
    if (!decision) throw new Error('no decision')
    world.put('credit_decision', { ...decision, state: 'final', class: 'E', deposit_months: 0 })
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(item, { isSettled: item.type === 'credit.requestDecision' })
    expect(await finish(world, caseId, 'sign')).toMatchObject({
      error: { details: { step: 'credit', reason: 'missing.creditClassE' } },
    })
    await world.do('credit.usePrepaidTwin', { caseId })
    const seen = await world.do('interaction.caseView', { caseId })
    expect(seen.fields.offer).toMatchObject({
      billing: 'prePaid',
      planId: 'prepaid-m',
      addOnIds: ['prepaid-europe'],
      msisdn: numbers.wanted,
    })
    expect(seen.quote).toMatchObject({ dueNowMinor: 1000 + 1990 + 500, depositMinor: 0, firstBillOn: null })
    expect(await finish(world, caseId, 'sign')).toMatchObject({ ok: true })
    expect((await world.do('interaction.caseView', { caseId })).agreement?.terms).toContain('"firstBillOn":null')
    expect(await world.ask('credit.usePrepaidTwin', { caseId })).toMatchObject({ error: { code: 'NO_TWIN' } })
  })
})

describe('drafts, numbers, closing, back office', () => {
  it('a draft keeps what fits: too long is cut, control characters go, strange fields and kinds are left out', async () => {
    const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
    const fields = { givenNames: `An\u0000na${'a'.repeat(300)}`, contactNumber: 12, bureau: true, colour: 'red' }
    await world.do('interaction.saveDraft', { caseId, step: 'reason', fields })
    const seen = await world.do('interaction.caseView', { caseId })
    expect(seen.fields.reason).toMatchObject({ contactNumber: '', bureau: true })
    expect(seen.fields.reason.givenNames).toMatch(/^An naa+$/)
    expect(seen.fields.reason.givenNames).toHaveLength(200)
    expect(seen.fields.reason).not.toHaveProperty('colour')
    expect(seen.fieldsSavedAt).not.toBeNull()
  })

  it('a note is kept as typed and travels with the next step', async () => {
    const caseId = await sellUpTo(world, 'start')
    await world.do('interaction.saveNote', { caseId, note: 'Wants the sevens' })
    expect((await world.do('interaction.caseView', { caseId })).note).toBe('Wants the sevens')
    await finish(world, caseId, 'reason')
    expect(world.desk.view.get('service_case', caseId)?.row.note).toBe('Wants the sevens')
  })

  it('a number held here is not offered again, and another case cannot hold it', async () => {
    const caseId = await sellUpTo(world, 'reason')
    expect(await world.do('number.freeNumbers', { wish: '77', limit: 5 })).toEqual({
      numbers: [numbers.wanted, numbers.other],
      own: [],
      of: 2,
    })
    await world.do('number.holdNumber', { caseId, msisdn: numbers.wanted })
    await world.do('number.holdNumber', { caseId, msisdn: numbers.wanted })
    expect(world.commandsOf(caseId).filter((type) => type === 'number.reserveNumber')).toHaveLength(1)
    expect(await world.do('number.freeNumbers', { wish: '77', limit: 5 })).toEqual({
      numbers: [numbers.other],
      own: [],
      of: 1,
    })
    const other = await sellUpTo(world, 'reason')
    expect(await world.ask('number.holdNumber', { caseId: other, msisdn: numbers.wanted })).toMatchObject({
      error: { code: 'NUMBER_TAKEN' },
    })
    expect(await world.ask('number.holdNumber', { caseId: other, msisdn: '+33600000000' })).toMatchObject({
      error: { code: 'NUMBER_TAKEN' },
    })
  })

  it('a signed case is not given up, an unsigned one is', async () => {
    const signed = await sellUpTo(world, 'sign')
    expect(await world.ask('interaction.closeCase', { caseId: signed })).toMatchObject({
      error: { code: 'CASE_SIGNED' },
    })
    expect(await finish(world, signed, 'offer', { planId: 'mobile-m' })).toMatchObject({
      error: { details: { reason: 'ALREADY_SIGNED' } },
    })
    const open = await sellUpTo(world, 'reason')
    await world.do('interaction.closeCase', { caseId: open })
    expect(await world.ask('interaction.closeCase', { caseId: open })).toMatchObject({ error: { code: 'CASE_CLOSED' } })
    expect((await world.do('interaction.home', {})).cases.find((line) => line.caseId === open)).toMatchObject({
      isClosed: true,
    })
  })

  it('there is no document before the signature, nor when another desk has it', async () => {
    const caseId = await sellUpTo(world, 'credit')
    expect(await world.ask('contract.document', { caseId })).toMatchObject({ error: { code: 'NOT_SIGNED' } })
    await finish(world, caseId, 'sign')
    const { agreement } = await world.do('interaction.caseView', { caseId })
    if (!agreement) throw new Error('not signed')
    for (const item of world.desk.outbox.touching(`case:${caseId}`))
      world.decide(item, { isSettled: item.type === 'contract.signContract' })
    world.put('agreement', { ...agreement, document_hash: 'f'.repeat(64) })
    expect(await world.ask('contract.document', { caseId })).toMatchObject({ error: { code: 'DOCUMENT_ELSEWHERE' } })
  })

  it('back office sees what is stuck and referred, decides once, and sees it wait for the core', async () => {
    world.signIn({ role: 'backOffice', name: 'Zoé' })
    const [taskId, orderId, customerId, evidenceId, caseId] = Array.from({ length: 5 }, () => world.desk.ids.next())
    if (!taskId || !orderId || !customerId || !evidenceId || !caseId) throw new Error('five ids')
    const row = { scope: 'fr', version: 3, customer_id: customerId }
    world.put('customer', aCustomer({ id: customerId }))
    world.put('product_order', {
      ...row,
      id: orderId,
      case_id: caseId,
      agreement_id: 'a',
      state: 'held',
      offer_id: 'mobile-m',
      msisdn: numbers.wanted,
      iccid: null,
      hold_reason: '',
      submitted_at: 1,
      updated_at: 1,
    })
    world.put('order_task', {
      ...row,
      id: taskId,
      order_id: orderId,
      kind: 'data',
      position: 4,
      state: 'held',
      planned_start: 1,
      planned_end: 2,
      started_at: 1,
      ended_at: null,
      is_late: 0,
      cause: 'x',
      owner: 'backOffice',
      answer_by: null,
      retry_at: null,
    })
    world.put('identity_evidence', {
      ...row,
      id: evidenceId,
      case_id: caseId,
      kind: 'passport',
      issuing_state: 'UTO',
      document_masked: '••2C3',
      surname: 'Nováková',
      given_names: 'Jana',
      birth_date: '1990-01-01',
      expiry_date: '2030-01-01',
      assurance: 'substantial',
      state: 'referred',
      address_kind: 'lease',
      address_issued_on: '2026-09-01',
      recorded_at: 1,
      recorded_by: 'Luc',
    })
    expect(await world.do('provisioning.stuckTasks', {})).toMatchObject({
      tasks: [{ caseId, customerName: 'Jana Nováková', msisdn: numbers.wanted, isPending: false }],
    })
    await world.do('provisioning.completeTask', { taskId, note: 'Set by hand' })
    expect(world.desk.outbox.unsent()[0]?.body).toMatchObject({ orderId })
    expect(await world.ask('provisioning.completeTask', { taskId, note: 'again' })).toMatchObject({
      error: { code: 'TASK_NOT_STUCK' },
    })
    expect(await world.do('provisioning.stuckTasks', {})).toMatchObject({ tasks: [{ isPending: true }] })
    expect(await world.do('identity.referrals', {})).toMatchObject({
      referrals: [{ customerName: 'Jana Nováková', isPending: false }],
    })
    await world.do('identity.decideReferral', { evidenceId, decision: 'clear', note: 'Seen the original' })
    expect(await world.ask('identity.decideReferral', { evidenceId, decision: 'refuse', note: 'no' })).toMatchObject({
      error: { code: 'NOT_REFERRED' },
    })
    expect(await world.do('identity.referrals', {})).toMatchObject({ referrals: [{ isPending: true }] })
    expect((await world.do('desk.toSend', {})).lines.map((line) => line.title.key)).toEqual([
      'case.title.task',
      'case.title.referral',
    ])
  })

  it('a customer on record is taken as is, and evidence that is still valid is enough', async () => {
    const customer = aCustomer({ id: world.desk.ids.next() })
    world.put('customer', customer)
    const { caseId } = await world.do('interaction.startCase', { channel: 'phone', customerId: customer.id })
    await world.do('customer.finishReason', { caseId })
    expect(world.commandsOf(caseId)).toEqual(['interaction.openCase', 'interaction.saveCaseStep'])
    expect(
      await world.ask('interaction.startCase', { channel: 'phone', customerId: world.desk.ids.next() }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } })
    await finish(world, caseId, 'reason', { ...typed.reason, customerId: customer.id })
    expect((await world.do('interaction.caseView', { caseId })).customer?.id).toBe(customer.id)
  })
})
