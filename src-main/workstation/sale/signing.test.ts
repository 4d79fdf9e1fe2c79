import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SigningCodeRow } from '#shared/domain/contract/rows.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { bodyOf } from './body-of.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'
import { finish, sellUpTo, typed } from './test-typing.ts'

let world: SaleWorld
let caseId: string
beforeEach(async () => {
  world = openSaleWorld()
  caseId = (await world.do('interaction.startCase', { channel: 'phone', customerId: null })).caseId
  for (const step of ['reason', 'offer', 'identity', 'credit'] as const)
    if (!(await finish(world, caseId, step)).ok) throw new Error(step)
})
afterEach(() => world.close())

const view = () => world.do('interaction.caseView', { caseId })
const seal = (changes: Readonly<Record<string, Json>> = {}) =>
  finish(world, caseId, 'sign', { signature: '', ...changes })
const missing = (reason: string) => ({ error: { code: 'STEP_INCOMPLETE', details: { reason } } })
const refused = (code: string) => ({ error: { code } })
const ofCase = <T extends 'contract.sendCode' | 'contract.signContract' | 'message.sendMessage'>(type: T) =>
  world.desk.outbox.touching(`case:${caseId}`).flatMap((item) => bodyOf(item, type) ?? [])

/** The core has decided what was sent of a kind, and the feed has told so. */
function settle(kind: string): void {
  for (const item of world.desk.outbox.unsent()) if (item.type.startsWith(kind)) world.decide(item, { isSettled: true })
}

/** The code's row as the core would send it. */
function putCode(over: Partial<SigningCodeRow>): void {
  const [sent] = ofCase('contract.sendCode').slice(-1)
  settle('contract.')
  world.put('signing_code', {
    ...{ id: sent?.codeId ?? '', scope: 'fr', version: 1, case_id: caseId, customer_id: sent?.customerId ?? '' },
    ...{ summary_hash: sent?.summaryHash ?? '', channel: 'sms', recipient: '+33 6 •• •• •• 10', state: 'sent' },
    ...{ tries_left: 5, made_at: 1, until: 2_000_000_000_000, decided_at: null },
    ...over,
  })
}

describe('a message of the agent’s own accord', () => {
  it('goes to the address on record, in the customer’s language, and waits on this desk without the core', async () => {
    const { customer } = await view()
    const write = { customerId: customer?.id ?? '', caseId, template: 'callMissed' } as const
    expect(await world.ask('message.send', { ...write, channel: 'email' })).toMatchObject(refused('ADDRESS_MISSING'))
    await world.do('message.send', { ...write, channel: 'sms' })
    const [sent] = ofCase('message.sendMessage')
    expect(sent).toMatchObject({ channel: 'sms', recipient: '+33639986610', language: 'en', template: 'callMissed' })
    expect((await view()).messages).toMatchObject([{ isPending: true, row: { state: 'queued' } }])
    expect(
      await world.ask('message.send', { ...write, customerId: world.desk.ids.next(), channel: 'sms' }),
    ).toMatchObject(refused('NOT_FOUND'))
  })
})

describe('a sale by phone', () => {
  it('begins with the summary, in the customer’s words; another offer wants another one', async () => {
    expect(await seal()).toMatchObject(missing('missing.summary'))
    await world.do('contract.sendSummary', { caseId })
    const [sent] = ofCase('message.sendMessage')
    expect(sent).toMatchObject({ channel: 'sms', recipient: '+33639986610', language: 'en' })
    expect(sent?.params['summary']).toMatch(
      /^Plan: Mobile M 40 GB with Europe\+ calls\n(.+\n)*Withdrawal: Until 5 Nov 2026/,
    )
    expect(await view()).toMatchObject({
      signing: { way: 'code', summaryAt: expect.any(Number), withdrawUntil: '2026-11-05' },
      messages: [{ isPending: true, row: { template: 'saleSummary', state: 'queued' } }],
    })
    await finish(world, caseId, 'offer', { addOnIds: [] })
    expect((await view()).signing.summaryAt).toBeNull()
  })

  it('without the core is read aloud and recorded; a code is closed', async () => {
    await world.do('contract.sendSummary', { caseId })
    expect(await world.ask('contract.sendCode', { caseId })).toMatchObject(refused('CODE_NEEDS_CORE'))
    expect(await world.ask('contract.tryCode', { caseId, figures: '123456' })).toMatchObject(refused('CODE_NEEDS_CORE'))
    expect(await seal()).toMatchObject(missing('missing.code'))
    expect(await seal({ way: 'script' })).toMatchObject(missing('missing.recording'))
    expect(await seal({ way: 'script', recording: 'yes' })).toMatchObject(missing('RECORDING_WRONG'))
    expect(await seal({ way: 'script', recording: 'REC-2026/4711' })).toMatchObject({ ok: true })
    const { agreement } = await view()
    expect(agreement).toMatchObject({
      acceptance: 'script',
      acceptance_reference: 'REC-2026/4711',
      withdraw_until: '2026-11-05',
      document_check: 'onDelivery',
    })
    expect(world.desk.readBlob(agreement?.document_hash ?? '')?.length).toBeGreaterThan(10_000)
    expect(await world.ask('contract.sendSummary', { caseId })).toMatchObject(refused('ALREADY_SIGNED'))
  })

  it('with the core is accepted by its code: too short, too old, tried too often, right', async () => {
    world.setOnline(true)
    expect(await world.ask('contract.sendCode', { caseId })).toMatchObject(refused('SUMMARY_MISSING'))
    expect(await world.ask('contract.tryCode', { caseId, figures: '123456' })).toMatchObject(refused('CODE_UNKNOWN'))
    await world.do('contract.sendSummary', { caseId })
    await world.do('contract.sendCode', { caseId })
    expect((await view()).signing.code).toMatchObject({ state: 'asked' })
    putCode({})
    expect(await world.ask('contract.tryCode', { caseId, figures: '12 34' })).toMatchObject(refused('CODE_SHAPE'))
    await world.do('contract.tryCode', { caseId, figures: '12 34 56' })
    expect((await view()).signing.isChecking).toBe(true)
    putCode({ state: 'locked', tries_left: 0 })
    expect(await world.ask('contract.tryCode', { caseId, figures: '123456' })).toMatchObject(refused('CODE_LOCKED'))
    putCode({ state: 'expired' })
    expect(await world.ask('contract.tryCode', { caseId, figures: '123456' })).toMatchObject(refused('CODE_EXPIRED'))
    expect(await seal()).toMatchObject(missing('missing.code'))
    putCode({ state: 'confirmed', decided_at: Date.UTC(2026, 9, 22, 12, 6) })
    expect(await seal()).toMatchObject({ ok: true })
    expect(ofCase('contract.signContract')).toMatchObject([
      { acceptance: 'code', acceptanceReference: '+33 6 •• •• •• 10' },
    ])
  })

  it('says where there is no address to send to', async () => {
    const fields = { ...typed.sign, signature: '', sendBy: 'email' }
    await world.do('interaction.saveDraft', { caseId, step: 'sign', fields })
    expect(await world.ask('contract.sendSummary', { caseId })).toMatchObject(refused('ADDRESS_MISSING'))
  })

  it('can be withdrawn from until its last day; one signed at the counter cannot', async () => {
    const id = '01a00000-0000-7000-8000-000000000099'
    const withdraw = (agreementId: string) => world.ask('contract.withdrawAgreement', { agreementId, reason: '' })
    expect(await withdraw(id)).toMatchObject(refused('NOT_SIGNED'))
    await world.do('contract.sendSummary', { caseId })
    await seal({ way: 'script', recording: 'REC-4711' })
    const { agreement } = await view()
    const check = (agreementId: string) =>
      world.ask('contract.recordDocumentCheck', { agreementId, outcome: 'checked' })
    expect(await check(id)).toMatchObject(refused('NOT_SIGNED'))
    expect(await check(agreement?.id ?? '')).toMatchObject({ ok: true })
    expect(await check(agreement?.id ?? '')).toMatchObject(refused('DOCUMENT_NOT_DUE'))
    expect(await withdraw(agreement?.id ?? '')).toMatchObject({ ok: true })
    expect((await view()).agreement).toMatchObject({ state: 'withdrawn', document_check: 'checked' })
    expect(await withdraw(agreement?.id ?? '')).toMatchObject(refused('NOT_SIGNED'))
    if (agreement) world.put('agreement', { ...agreement, id, withdraw_until: '2026-10-21' })
    expect(await withdraw(id)).toMatchObject(refused('WITHDRAWAL_OVER'))
    const other = await sellUpTo(world, 'start')
    if (agreement) world.put('agreement', { ...agreement, id, case_id: other, withdraw_until: null })
    expect(await withdraw(id)).toMatchObject(refused('WITHDRAWAL_NONE'))
  })

  it('gives the customer a slip on paper while something is not confirmed', async () => {
    expect(await world.ask('contract.slip', { caseId })).toMatchObject(refused('NOT_SIGNED'))
    await world.do('contract.sendSummary', { caseId })
    await seal({ way: 'script', recording: 'REC-4711' })
    const { fileName, base64 } = await world.do('contract.slip', { caseId })
    expect(fileName).toMatch(/^S-26-\d+\.pdf$/)
    expect(Buffer.from(base64, 'base64').toString('latin1')).toMatch(/^%PDF-1\.7/)
  })

  it('sends a message again, but no code and nothing that is on its way', async () => {
    await world.do('contract.sendSummary', { caseId })
    const [sent] = (await view()).messages
    if (!sent) throw new Error('nothing was sent')
    const again = (messageId: string) => world.ask('message.sendAgain', { messageId })
    expect(await again(sent.row.id)).toMatchObject(refused('MESSAGE_ON_ITS_WAY'))
    settle('message.')
    world.put('message', { ...sent.row, state: 'failed', cause: 'NUMBER_UNREACHABLE' })
    expect(await again(sent.row.id)).toMatchObject({ ok: true })
    world.put('message', { ...sent.row, id: caseId, template: 'signingCode', state: 'sent' })
    expect(await again(caseId)).toMatchObject(refused('MESSAGE_SECRET'))
    expect(await again('01a00000-0000-7000-8000-000000000099')).toMatchObject(refused('MESSAGE_UNKNOWN'))
  })
})
