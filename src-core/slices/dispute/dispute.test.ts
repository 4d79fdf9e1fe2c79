import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { FileBody } from '#shared/domain/dispute/commands.ts'
import { knownBillStores } from '#core/seed/bills/test-bills.ts'
import { seedId } from '#core/seed/seed-ids.ts'
import { trialBalance } from '../bill/trial-balance.ts'
import type { SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleDay } from '../test-sale.ts'

const stores = knownBillStores({ customers: 20, now: saleDay })
const pavel = seedId(1, 'customer', 1)
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

/** Pavel's last bill, 39.90, all of it open, and its dearest line. */
async function openWorld() {
  const world = await openSaleWorld(await stores.open())
  const { db } = world.store
  const bill = await db
    .selectFrom('bill')
    .selectAll()
    .where('customer_id', '=', pavel)
    .orderBy('bill_date', 'desc')
    .executeTakeFirstOrThrow()
  const line = await db
    .selectFrom('bill_line')
    .selectAll()
    .where('bill_id', '=', bill.id)
    .orderBy('amount_minor', 'desc')
    .executeTakeFirstOrThrow()
  const file = (change: Partial<FileBody> = {}): FileBody => ({
    ...{ disputeId: world.ids.next(), reference: 'D-1', customerId: pavel, billId: bill.id, caseId: null },
    ...{ aboutId: null, reason: 'latePass', currency: 'EUR', words: 'Balíček jsem koupil včas.' },
    ...{ lines: [{ lineId: line.id, amountMinor: 2000 }], claimedMinor: 2000, wordsLanguage: 'cs', evidence: [] },
    ...{ answerBy: '2026-11-05', ...change },
  })
  const stands = async () => db.selectFrom('bill').selectAll().where('id', '=', bill.id).executeTakeFirstOrThrow()
  return { ...world, bill, line, file, stands }
}

async function decision({ ids }: SaleWorld, body: FileBody, grantedMinor: number, note = 'We were late') {
  const { disputeId, customerId } = body
  const [line] = body.lines
  const lines = grantedMinor === 0 || !line ? [] : [{ lineId: line.lineId, amountMinor: grantedMinor }]
  return { disputeId, customerId, adjustmentId: ids.next(), request: 1, lines, grantedMinor, note }
}

async function heldIn({ store }: SaleWorld): Promise<number> {
  const { sums, ...wrong } = await trialBalance(store)
  expect(wrong).toEqual({ off: [], unbalanced: [], openDiffers: [] })
  return sums.find(({ account }) => account === '1110')?.amountMinor ?? 0
}

describe('a dispute', () => {
  test('is held out of collections at once, and granted in part it is a credit note; the rest is due anew', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const body = world.file()
    expect(await luc.push('dispute.fileDispute', body)).toMatchObject({ result: 'applied' })
    expect(await heldIn(world)).toBe(2000)
    expect(await petr.push('dispute.decideDispute', await decision(world, body, 1500))).toMatchObject({
      result: 'applied',
    })
    expect(await heldIn(world)).toBe(0)
    expect(await world.stands()).toMatchObject({ open_minor: world.bill.open_minor - 1500 })
    const row = await world.store.db.selectFrom('dispute').selectAll().executeTakeFirst()
    expect(row).toMatchObject({ state: 'partiallyApproved', granted_minor: 1500, due_date: '2026-11-05' })
    const credit = await world.store.db.selectFrom('adjustment').selectAll().executeTakeFirstOrThrow()
    expect(credit).toMatchObject({ state: 'applied', amount_minor: 1500, authority_of: petr.userId })
    const note = await world.store.db.selectFrom('bill').selectAll().where('id', '=', credit.document_id).execute()
    expect(note).toMatchObject([{ kind: 'creditNote', payable_minor: 1500, reason: 'dispute' }])
  })

  test('of the whole bill puts it on hold, and withdrawn it goes on where it stood', async () => {
    const world = await openWorld()
    const luc = await world.desk('luc')
    const lines = await world.store.db
      .selectFrom('bill_line')
      .selectAll()
      .where('bill_id', '=', world.bill.id)
      .execute()
    const all = lines
      .filter((line) => line.amount_minor > 0)
      .map((line) => ({ lineId: line.id, amountMinor: line.amount_minor }))
    const body = world.file({ lines: all, claimedMinor: world.bill.payable_minor })
    expect(await luc.push('dispute.fileDispute', body)).toMatchObject({ result: 'applied' })
    expect((await world.stands()).state).toBe('onHold')
    const back = { disputeId: body.disputeId, customerId: pavel, note: '' }
    expect(await luc.push('dispute.withdrawDispute', back)).toMatchObject({ result: 'applied' })
    expect((await world.stands()).state).toBe('sent')
    expect(await heldIn(world)).toBe(0)
  })

  test('fault 21: of a line in dispute already leads to the first one', async () => {
    const world = await openWorld()
    const [luc, anna] = [await world.desk('luc'), await world.desk('anna')]
    const first = world.file()
    await luc.push('dispute.fileDispute', first)
    expect(await anna.push('dispute.fileDispute', world.file({ reference: 'D-2' }))).toMatchObject({
      result: 'conflict',
      code: 'LINE_DISPUTED',
      details: { disputeId: first.disputeId, by: 'Luc' },
    })
    expect(await heldIn(world)).toBe(2000)
  })

  test('fault 22: approved after it was withdrawn has no effect and says so', async () => {
    const world = await openWorld()
    const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
    const body = world.file()
    await luc.push('dispute.fileDispute', body)
    await luc.push('dispute.withdrawDispute', { disputeId: body.disputeId, customerId: pavel, note: '' })
    const answer = await petr.push('dispute.decideDispute', await decision(world, body, 2000))
    expect(answer).toMatchObject({ result: 'rejected', code: 'REQUEST_WITHDRAWN' })
    expect(await world.stands()).toMatchObject({ open_minor: world.bill.open_minor })
  })

  test('fault 23: approved twice is decided by the first', async () => {
    const world = await openWorld()
    const [luc, petr, irina] = [await world.desk('luc'), await world.desk('petr'), await world.desk('irina')]
    const body = world.file()
    await luc.push('dispute.fileDispute', body)
    await petr.push('dispute.decideDispute', await decision(world, body, 2000))
    const answer = await irina.push('dispute.decideDispute', await decision(world, body, 1000))
    expect(answer).toMatchObject({ result: 'rejected', code: 'ALREADY_DECIDED', details: { by: 'Petr' } })
    expect(await world.store.db.selectFrom('adjustment').select('id').execute()).toHaveLength(1)
  })
})
