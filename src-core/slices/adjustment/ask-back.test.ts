import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CreditBody } from '#shared/domain/adjustment/commands.ts'
import { addKin, openMoneyWorld, said } from '../test-money.ts'
import { moneyStores } from '../test-money-store.ts'

const stores = moneyStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())
const openWorld = async () => openMoneyWorld(await stores.open())

const asked = ({ adjustmentId, customerId }: CreditBody, request = 1) => ({
  ...{ adjustmentId, customerId, request },
  question: 'Za kterou hovořila?',
})
const answered = ({ adjustmentId, customerId }: CreditBody, request = 1) => ({
  ...{ adjustmentId, customerId, request },
  note: 'Za linku dcery.',
})

describe('a credit that was asked for', () => {
  test('is asked back: nobody decides it until it is answered, and then only as it stands since', async () => {
    const world = await openWorld()
    const [luc, irina, eva] = [await world.desk('luc'), await world.desk('irina'), await world.desk('eva')]
    const body = await world.credit(2600)
    await luc.push('adjustment.giveCredit', body)
    expect(said(await irina.push('adjustment.askBack', asked(body)))).toBe('applied')
    expect(await world.adjustment(body)).toMatchObject({
      ...{ state: 'pendingApproval', request: 1, question: 'Za kterou hovořila?', question_by: 'Irina', answer: '' },
      ...{ waiting_since: world.clock.now(), assigned_to: irina.userId },
    })
    expect(said(await eva.push('adjustment.askBack', asked(body)))).toBe('ASKED_BACK')
    expect(said(await eva.push('adjustment.decideCredit', world.decideOn(body, 2600)))).toBe('ASKED_BACK')
    expect(said(await eva.push('adjustment.decideCredit', world.decideOn(body, 0)))).toBe('ASKED_BACK')
    expect(said(await luc.push('adjustment.answer', answered(body)))).toBe('applied')
    expect(await world.adjustment(body)).toMatchObject({
      ...{ state: 'pendingApproval', request: 2, answer: 'Za linku dcery.', waiting_since: null },
      ...{ amount_minor: 2600, question_by: 'Irina' },
    })
    const former = await irina.push('adjustment.decideCredit', world.decideOn(body, 2600))
    expect(said(former)).toBe('REQUEST_CHANGED')
    expect(await world.collectable()).toBe(world.bill.open_minor)
    const now = { ...world.decideOn(body, 2600), request: 2 }
    expect(said(await irina.push('adjustment.decideCredit', now))).toBe('applied')
    expect(await world.collectable()).toBe(world.bill.open_minor - 2600)
    expect(said(await irina.push('adjustment.askBack', asked(body, 2)))).toBe('ALREADY_DECIDED')
  })

  test('is answered once to each question, by whoever serves then; an answer to another question is not added', async () => {
    const world = await openWorld()
    const [luc, anna, irina] = [await world.desk('luc'), await world.desk('anna'), await world.desk('irina')]
    const body = await world.credit(2600)
    await luc.push('adjustment.giveCredit', body)
    expect(said(await luc.push('adjustment.answer', answered(body)))).toBe('ANSWERED_ALREADY')
    await irina.push('adjustment.askBack', asked(body))
    expect(said(await anna.push('adjustment.answer', answered(body)))).toBe('applied')
    expect(said(await luc.push('adjustment.answer', answered(body)))).toBe('ANSWERED_ALREADY')
    expect(said(await irina.push('adjustment.askBack', asked(body)))).toBe('REQUEST_CHANGED')
    expect(said(await irina.push('adjustment.askBack', asked(body, 2)))).toBe('applied')
    expect(await world.adjustment(body)).toMatchObject({ answer: '', request: 2 })
    expect(said(await luc.push('adjustment.answer', answered(body)))).toBe('ANSWERED_ALREADY')
    const back = { adjustmentId: body.adjustmentId, customerId: body.customerId }
    expect(said(await luc.push('adjustment.withdrawCredit', back))).toBe('applied')
    expect(await world.adjustment(body)).toMatchObject({ state: 'withdrawn', waiting_since: null })
    expect(said(await luc.push('adjustment.answer', answered(body, 2)))).toBe('REQUEST_WITHDRAWN')
    expect(said(await irina.push('adjustment.askBack', asked(body, 3)))).toBe('REQUEST_WITHDRAWN')
  })

  test('loses its signature with the answer and stands at what was asked for', async () => {
    const world = await openWorld()
    const [luc, irina, petr] = [await world.desk('luc'), await world.desk('irina'), await world.desk('petr')]
    const billId = world.bills[1]?.id ?? ''
    const body = await world.credit(13_000, { billId })
    await luc.push('adjustment.giveCredit', body)
    await irina.push('adjustment.decideCredit', world.decideOn(body, 12_000))
    expect(await world.adjustment(body)).toMatchObject({ proposed_name: 'Irina', amount_minor: 12_000 })
    await petr.push('adjustment.askBack', asked(body))
    await luc.push('adjustment.answer', answered(body))
    expect(await world.adjustment(body)).toMatchObject({ proposed_name: '', amount_minor: 13_000, decision_note: '' })
    const decided = { ...world.decideOn(body, 13_000), request: 2 }
    expect(said(await irina.push('adjustment.decideCredit', decided))).toBe('applied')
    expect(await world.adjustment(body)).toMatchObject({ state: 'pendingApproval', proposed_name: 'Irina' })
  })

  test('is not asked back by whoever asked for it nor by a role that decides nothing', async () => {
    const world = await openWorld()
    const [luc, irina] = [await world.desk('luc'), await world.desk('irina')]
    await addKin(world, irina.userId, world.bill.customer_id)
    const own = await world.credit(2600)
    await irina.push('adjustment.giveCredit', own)
    expect(said(await irina.push('adjustment.askBack', asked(own)))).toBe('APPROVAL_BY_SELF')
    expect(said(await luc.push('adjustment.askBack', asked(own)))).toBe('ROLE_NOT_ALLOWED')
    expect(said(await irina.push('adjustment.askBack', { ...asked(own), adjustmentId: world.ids.next() }))).toBe(
      'ADJUSTMENT_UNKNOWN',
    )
    expect(await world.adjustment(own)).toMatchObject({ question: '', waiting_since: null })
  })
})
