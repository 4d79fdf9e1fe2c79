import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { expectedAnswers } from '#shared/domain/verification/expected-answers.ts'
import { hashKeyOf } from '#core/db/hash-key.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import { addKin, moneyOf, openMoneyWorld, said } from '../test-money.ts'
import { martin, moneyStores } from '../test-money-store.ts'

const stores = moneyStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())
const openWorld = async (customerId?: string) => openMoneyWorld(await stores.open(), customerId)

describe('a credit', () => {
  test('within own authority is applied at once with its note; the same again is refused', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const body = await world.credit(2500)
    expect(said(await luc.push('adjustment.giveCredit', body))).toBe('applied')
    const row = await world.adjustment(body)
    expect(row).toMatchObject({ state: 'applied', amount_minor: 2500, authority_of: luc.userId, asked_role: 'store' })
    expect(await world.stands(row.document_id ?? '')).toMatchObject({ kind: 'creditNote', payable_minor: 2500 })
    expect(await world.collectable()).toBe(world.bill.open_minor - 2500)
    expect(said(await luc.push('adjustment.giveCredit', body))).toBe('ADJUSTMENT_EXISTS')
  })

  test('in a contact it asks for a caller at level 2, as a dispute does', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const { customer_id: customerId } = world.bill
    const { db } = world.store
    const key = await hashKeyOf(db, 'nancy')
    const [caseId, contactId, verificationId] = [world.ids.next(), world.ids.next(), world.ids.next()]
    const opened = {
      caseId,
      contactId,
      customerId,
      reference: '26-7',
      recipe: 'goodwillCredit',
      channel: 'phone',
    } as const
    expect(said(await luc.push('interaction.openCase', opened))).toBe('applied')
    const credit = (where: object) => world.credit(500, { ...where, adjustmentId: world.ids.next() })
    const dispute = (where: object) => world.file(400, { ...where, disputeId: world.ids.next() })
    for (const where of [{ caseId }, { contactId }]) {
      expect(said(await luc.push('adjustment.giveCredit', await credit(where)))).toBe('CALLER_NOT_VERIFIED')
      expect(said(await luc.push('dispute.fileDispute', await dispute(where)))).toBe('CALLER_NOT_VERIFIED')
    }
    const customer = await db.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirstOrThrow()
    const expected = expectedAnswers({ customer, evidence: [], payments: [], securityWord: undefined }, (text) =>
      keyedHash(key, text),
    )
    for (const question of ['birthDate', 'address'] as const) {
      const answer = {
        customerId,
        caseId,
        contactId,
        verificationId,
        question,
        answerHash: expected.get(question) ?? '',
      }
      const seen = { matched: [], level: 0, failures: 0, since: 0, lockedUntil: null }
      expect(said(await luc.push('verification.recordAnswer', { ...answer, seen }))).toBe('applied')
    }
    expect(said(await luc.push('adjustment.giveCredit', await credit({ caseId })))).toBe('applied')
    expect(said(await luc.push('dispute.fileDispute', await dispute({ contactId })))).toBe('applied')
  })

  test('above it waits; approved in part it is that part, rejected it is nothing, withdrawn before it has no effect', async () => {
    const world = await openWorld()
    const [luc, irina, anna] = [await world.desk('luc'), await world.desk('irina'), await world.desk('anna')]
    const [first, second, third] = [await world.credit(2600), await world.credit(2700), await world.credit(2800)]
    for (const body of [first, second, third]) {
      await luc.push('adjustment.giveCredit', body)
      expect(await world.adjustment(body)).toMatchObject({ state: 'pendingApproval', decided_on: '' })
    }
    expect(await world.collectable()).toBe(world.bill.open_minor)
    const bare = { ...world.decideOn(first, 1000), note: ' ' }
    expect(said(await irina.push('adjustment.decideCredit', bare))).toBe('NOTE_MISSING')
    const other = { ...world.decideOn(first, 1000), amountMinor: 999 }
    expect(said(await irina.push('adjustment.decideCredit', other))).toBe('AMOUNT_DIFFERS')
    expect(said(await irina.push('adjustment.decideCredit', world.decideOn(first, 1000)))).toBe('applied')
    expect(await world.adjustment(first)).toMatchObject({ state: 'applied', amount_minor: 1000, decided_name: 'Irina' })
    await irina.push('adjustment.decideCredit', world.decideOn(second, 0))
    expect(await world.adjustment(second)).toMatchObject({ state: 'rejected', document_id: null })
    const back = { adjustmentId: third.adjustmentId, customerId: third.customerId }
    const given = { ...back, toId: irina.userId }
    expect(said(await luc.push('adjustment.reassignCredit', given))).toBe('ROLE_NOT_ALLOWED')
    expect(said(await irina.push('adjustment.reassignCredit', { ...given, toId: third.customerId }))).toBe(
      'COLLEAGUE_UNKNOWN',
    )
    expect(said(await irina.push('adjustment.reassignCredit', given))).toBe('applied')
    expect(await world.adjustment(third)).toMatchObject({ assigned_to: irina.userId, state: 'pendingApproval' })
    expect(said(await anna.push('adjustment.withdrawCredit', back))).toBe('NOT_YOURS')
    expect(said(await luc.push('adjustment.withdrawCredit', back))).toBe('applied')
    expect(said(await irina.push('adjustment.decideCredit', world.decideOn(third, 2800)))).toBe('REQUEST_WITHDRAWN')
    expect(said(await irina.push('adjustment.reassignCredit', given))).toBe('REQUEST_WITHDRAWN')
    expect(said(await irina.push('adjustment.decideCredit', world.decideOn(second, 2700)))).toBe('ALREADY_DECIDED')
    expect(await world.collectable()).toBe(world.bill.open_minor - 1000)
  })

  test('above a lead it is a signature: the same person can not sign twice, a second lead or a supervisor decides', async () => {
    const world = await openWorld()
    const [luc, irina, eva] = [await world.desk('luc'), await world.desk('irina'), await world.desk('eva')]
    const billId = world.bills[1]?.id ?? ''
    const body = await world.credit(12_000, { billId })
    await luc.push('adjustment.giveCredit', body)
    await irina.push('adjustment.decideCredit', world.decideOn(body, 12_000))
    expect(await world.adjustment(body)).toMatchObject({ state: 'pendingApproval', proposed_name: 'Irina' })
    expect(said(await irina.push('adjustment.decideCredit', world.decideOn(body, 12_000)))).toBe('SIGNED_ALREADY')
    expect(await world.collectable(billId)).toBe(world.bills[1]?.open_minor)
    expect(said(await eva.push('adjustment.decideCredit', world.decideOn(body, 12_000)))).toBe('applied')
    expect(await world.adjustment(body)).toMatchObject({
      state: 'applied',
      proposed_name: 'Irina',
      decided_name: 'eva',
    })
    expect(await world.collectable(billId)).toBe((world.bills[1]?.open_minor ?? 0) - 12_000)
  })

  test('is decided by the next level where two leads together may not', async () => {
    const world = await openWorld()
    const [luc, irina, eva] = [await world.desk('luc'), await world.desk('irina'), await world.desk('eva')]
    const petr = await world.desk('petr')
    const billId = world.bills[1]?.id ?? ''
    for (const older of world.bills.slice(2, 4))
      await irina.push('adjustment.giveCredit', await world.credit(3990, { billId: older.id }))
    const body = await world.credit(14_600, { billId })
    await luc.push('adjustment.giveCredit', body)
    await irina.push('adjustment.decideCredit', world.decideOn(body, 14_600))
    await eva.push('adjustment.decideCredit', world.decideOn(body, 14_600))
    // within what two leads sign together, but 225.80 in all is above what they may give one customer
    expect(await world.adjustment(body)).toMatchObject({ state: 'pendingApproval', proposed_name: 'eva' })
    await petr.push('adjustment.decideCredit', world.decideOn(body, 14_600))
    expect(await world.adjustment(body)).toMatchObject({ state: 'applied', authority_of: petr.userId })
    expect(await world.collectable(billId)).toBe((world.bills[1]?.open_minor ?? 0) - 14_600)
  })

  test('is never approved by whoever asked for it, nor given to one’s own household', async () => {
    const world = await openWorld()
    const [irina, petr] = [await world.desk('irina'), await world.desk('petr')]
    const billId = world.bills[1]?.id ?? ''
    const asked = await world.credit(11_000, { billId })
    await irina.push('adjustment.giveCredit', asked)
    expect(said(await irina.push('adjustment.decideCredit', world.decideOn(asked, 11_000)))).toBe('APPROVAL_BY_SELF')
    await addKin(world, petr.userId, world.bill.customer_id)
    const own = await world.credit(100)
    expect(said(await petr.push('adjustment.giveCredit', own))).toBe('applied')
    expect(await world.adjustment(own)).toMatchObject({ state: 'pendingApproval' })
    expect(said(await petr.push('adjustment.decideCredit', world.decideOn(asked, 0)))).toBe('OWN_HOUSEHOLD')
    await irina.push('adjustment.decideCredit', world.decideOn(own, 100))
    expect(await world.adjustment(own)).toMatchObject({ state: 'applied', authority_of: irina.userId })
  })

  test('split over one bill and reason is one matter, whoever gives it, also after ninety days', async () => {
    const world = await openWorld()
    const [luc, anna] = [await world.desk('luc'), await world.desk('anna')]
    const [first, second] = [await world.credit(2000), await world.credit(600)]
    await luc.push('adjustment.giveCredit', first)
    await anna.push('adjustment.giveCredit', second)
    expect(await world.adjustment(second)).toMatchObject({ state: 'pendingApproval' })
    const other = await world.credit(600, { reason: 'outage' })
    await anna.push('adjustment.giveCredit', other)
    expect(await world.adjustment(other)).toMatchObject({ state: 'applied' })
    await world.advance(100 * 86_400_000)
    const late = await world.credit(600)
    await luc.push('adjustment.giveCredit', late)
    expect(await world.adjustment(late)).toMatchObject({ state: 'pendingApproval' })
    const fits = await world.credit(500)
    await luc.push('adjustment.giveCredit', fits)
    expect(await world.adjustment(fits)).toMatchObject({ state: 'applied' })
  })

  test('of one customer is summed over ninety days, and of one person over the day', async () => {
    const world = await openWorld()
    const [luc, anna] = [await world.desk('luc'), await world.desk('anna')]
    const billId = world.bills[1]?.id ?? ''
    await luc.push('adjustment.giveCredit', await world.credit(2500))
    await luc.push('adjustment.giveCredit', await world.credit(2500, { billId }))
    const third = await world.credit(1, { reason: 'outage', billId })
    await anna.push('adjustment.giveCredit', third)
    expect(await world.adjustment(third)).toMatchObject({ state: 'pendingApproval' })
    const shop = await moneyOf(world, martin)
    for (const reason of ['goodwill', 'ourDelay']) {
      const body = await shop.credit(2000, { reason })
      await luc.push('adjustment.giveCredit', body)
      expect(await world.adjustment(body)).toMatchObject({ state: 'applied' })
    }
    // 50.00 to Pavel, 48.00 to the bakery with its tax: 2.00 are left of the day
    const over = await shop.credit(400, { reason: 'outage' })
    await luc.push('adjustment.giveCredit', over)
    expect(await world.adjustment(over)).toMatchObject({ state: 'pendingApproval' })
  })

  test('by an authority handed on counts on its owner, in its days only, and not for what the owner asked', async () => {
    const world = await openWorld()
    const [luc, irina, petr] = [await world.desk('luc'), await world.desk('irina'), await world.desk('petr')]
    const days = { delegationId: world.ids.next(), toId: irina.userId, firstDay: '2026-10-23', lastDay: '2026-10-24' }
    expect(said(await petr.push('adjustment.delegateAuthority', days))).toBe('applied')
    const billId = world.bills[1]?.id ?? ''
    const body = await world.credit(12_000, { billId })
    await luc.push('adjustment.giveCredit', body)
    await irina.push('adjustment.decideCredit', world.decideOn(body, 12_000))
    expect(await world.adjustment(body)).toMatchObject({ state: 'pendingApproval', proposed_name: 'Irina' })
    await world.advance(86_400_000)
    const own = await world.credit(3000)
    await addKin(world, petr.userId, martin)
    const shop = await moneyOf(world, martin)
    const ofOwner = await shop.credit(11_000)
    await luc.push('adjustment.giveCredit', ofOwner)
    // of the household of the authority's owner by Irina's own authority only: a signature
    await irina.push('adjustment.decideCredit', world.decideOn(ofOwner, 11_000))
    expect(await world.adjustment(ofOwner)).toMatchObject({ state: 'pendingApproval' })
    await luc.push('adjustment.giveCredit', own)
    await irina.push('adjustment.decideCredit', world.decideOn(own, 3000))
    expect(await world.adjustment(own)).toMatchObject({ state: 'applied', authority_of: irina.userId })
    const large = await world.credit(11_000, { billId, reason: 'outage' })
    await luc.push('adjustment.giveCredit', large)
    await irina.push('adjustment.decideCredit', world.decideOn(large, 11_000))
    expect(await world.adjustment(large)).toMatchObject({ state: 'applied', authority_of: petr.userId })
    await world.advance(2 * 86_400_000)
    const after = await world.credit(2600, { billId, reason: 'ourError' })
    await luc.push('adjustment.giveCredit', after)
    await petr.push('adjustment.decideCredit', world.decideOn(after, 2600))
    expect(await world.adjustment(after)).toMatchObject({ state: 'applied', authority_of: petr.userId })
  })

  test('by an authority handed on ends with its owner’s own, and with whoever may end it', async () => {
    const world = await openWorld()
    const [luc, irina, petr] = [await world.desk('luc'), await world.desk('irina'), await world.desk('petr')]
    const [eva, boris] = [await world.desk('eva'), await world.desk('boris')]
    const days = { firstDay: '2026-10-22', lastDay: '2026-10-24' }
    const handOver = async () => {
      const delegationId = world.ids.next()
      await petr.push('adjustment.delegateAuthority', { ...days, delegationId, toId: irina.userId })
      return { delegationId }
    }
    const billId = world.bills[1]?.id ?? ''
    const body = await world.credit(12_000, { billId })
    await luc.push('adjustment.giveCredit', body)
    const stands = async (change: object) => {
      await world.store.db.updateTable('app_user').set(change).where('id', '=', petr.userId).execute()
      await world.store.db
        .updateTable('adjustment')
        .set({ proposed_by: '' })
        .where('id', '=', body.adjustmentId)
        .execute()
      await irina.push('adjustment.decideCredit', world.decideOn(body, 12_000))
      return (await world.adjustment(body)).state
    }
    const [first, second] = [await handOver(), await handOver()]
    expect(await stands({ revoked_at: 1 })).toBe('pendingApproval')
    expect(await stands({ revoked_at: null, role: 'store' })).toBe('pendingApproval')
    expect(said(await eva.push('adjustment.endDelegation', first))).toBe('DELEGATION_NOT_YOURS')
    expect(said(await boris.push('adjustment.endDelegation', first))).toBe('applied')
    const asBefore = { role: 'supervisor', revoked_at: null }
    await boris.push('adjustment.endDelegation', second)
    expect(await stands(asBefore)).toBe('pendingApproval')
    const third = await handOver()
    expect(said(await petr.push('adjustment.endDelegation', third))).toBe('applied')
    await handOver()
    expect(await stands(asBefore)).toBe('applied')
  })

  test('of a company’s paid bill adds its tax and is the customer’s credit', async () => {
    const world = await openWorld(martin)
    const luc = await world.desk('luc')
    const body = await world.credit(1000)
    expect(body.amountMinor).toBe(1200)
    expect(said(await luc.push('adjustment.giveCredit', { ...body, amountMinor: 1000 }))).toBe('AMOUNT_DIFFERS')
    await luc.push('adjustment.giveCredit', body)
    const row = await world.adjustment(body)
    expect(row).toMatchObject({ state: 'applied', amount_minor: 1200, asked_minor: 1000 })
    expect(await world.stands(row.document_id ?? '')).toMatchObject({ net_minor: 1000, tax_minor: 200 })
    const { db } = world.store
    const account = await db.selectFrom('bill_account').selectAll().where('id', '=', martin).executeTakeFirst()
    expect(account).toMatchObject({ credit_minor: 1200 })
    expect(await world.collectable()).toBe(0)
  })
})
