import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import { billLine, usageLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import type { BillLineRow, BillRow } from '#shared/domain/bill/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'

let world: SaleWorld
let jana: Id

beforeEach(() => {
  world = openSaleWorld()
  jana = world.desk.ids.next()
  world.put('customer', aCustomer({ id: jana }))
})
afterEach(() => world.close())

/** Puts a bill with its lines; each line is of the bill. */
function put(id: string, date: string, lines: readonly BillLineRow[], change: Partial<BillRow> = {}): void {
  const own = lines.map((line, at) => ({ ...line, id: `${id}/${at}`, bill_id: id, position: at + 1 }))
  world.put('bill', billOf(own, { id, bill_date: date, customer_id: jana, ...change }))
  world.put('bill_line', ...own)
}

const line = (change: Partial<BillLineRow> = {}) => billLine({ user_id: jana, ...change })
const roaming = () => usageLine('voice', 'roamingWorld', 3100, { user_id: jana })
const partMonth = () => line({ charge_id: 'data', days: 12, of_days: 30, price_minor: 1800, amount_minor: 720 })

test('a bill says what it is dearer by than the one before, and than any other', async () => {
  put('august', '2026-08-13', [line(), line({ charge_id: 'phone', amount_minor: 100 })], { number: '100418-0011' })
  put('september', '2026-09-13', [line()], { number: '100418-0012' })
  put('october', '2026-10-13', [line(), roaming(), partMonth()], { number: '100418-0013' })
  const shown = await world.do('bill.bill', { billId: 'october', otherId: null })
  expect(shown.other?.id).toBe('september')
  expect(shown.isLast).toBe(true)
  expect(shown.explanation).toEqual({
    differenceMinor: 3820,
    parts: [
      { kind: 'roaming', amountMinor: 3100 },
      { kind: 'partMonth', amountMinor: 720 },
    ],
  })
  expect(shown.users.map(({ name, groups }) => [name, groups.map(({ kind }) => kind)])).toEqual([
    ['Jana Nováková', ['roaming', 'fee', 'fee']],
  ])
  const august = await world.do('bill.bill', { billId: 'october', otherId: 'august' })
  expect([august.isLast, august.explanation.differenceMinor]).toEqual([false, 3720])
  const first = await world.do('bill.bill', { billId: 'august', otherId: null })
  expect([first.other, first.explanation.differenceMinor]).toEqual([null, 2590])
})

test('what was taken back is compared with nothing, and a credit note names its bill', async () => {
  put('july', '2026-07-13', [line()], { number: '100418-0001' })
  put('august', '2026-08-13', [line(), roaming()], { number: '100418-0002', credited_by: 'note', open_minor: 0 })
  put('note', '2026-08-20', [line(), roaming()], { kind: 'creditNote', about_id: 'august', open_minor: 0 })
  put('september', '2026-09-13', [line()], { number: '100418-0004' })
  expect((await world.do('bill.bill', { billId: 'september', otherId: null })).other?.id).toBe('july')
  const note = await world.do('bill.bill', { billId: 'note', otherId: null })
  expect([note.other, note.about.takesBack]).toEqual([null, '100418-0002'])
  expect((await world.do('bill.bill', { billId: 'august', otherId: null })).about.creditedBy).toBe('100418-0002')
})

test('the list tells what is open, what is late and how many are older than those here', async () => {
  put('september', '2026-09-13', [line()], { number: '100418-0012', due_date: '2026-09-27', open_minor: 490 })
  put('october', '2026-10-13', [line()], { number: '100418-0013', due_date: '2026-10-27' })
  const { bills, earlier, openMinor, overdueMinor } = await world.do('bill.bills', { customerId: jana })
  expect(bills.map(({ id }) => id)).toEqual(['october', 'september'])
  expect({ earlier, openMinor, overdueMinor }).toEqual({ earlier: 11, openMinor: 2980, overdueMinor: 490 })
})

test('without a bill it says when the first one comes, or who pays instead', async () => {
  const none = await world.do('bill.bills', { customerId: jana })
  expect(none).toMatchObject({ bills: [], earlier: 0, nextBillOn: '2026-11-03', hasBilledLine: false, paidBy: [] })
  const branch = world.desk.ids.next()
  world.put('customer', aCustomer({ id: branch, kind: 'company', family_name: 'Martin Nancy', given_names: '' }))
  world.put('company', {
    ...{ id: branch, scope: 'fr', version: 1, parent_id: jana, country: 'FR', register_number: '1', vat_number: null },
    ...{ signatory_given_names: '', signatory_family_name: '', signatory_role: '', mandate: 'lawful' },
    ...{ mandate_reference: '', bills: 'parent', purchase_order: '', limit_minor: null, place_number: '' },
  })
  expect((await world.do('bill.bills', { customerId: branch })).paidBy).toEqual([
    { customerId: jana, name: 'Jana Nováková' },
  ])
})

test("a company's bill is rolled up by branch", async () => {
  const nancy = world.desk.ids.next()
  world.put('customer', aCustomer({ id: nancy, given_names: '', family_name: 'Martin Nancy', kind: 'company' }))
  put('october', '2026-10-13', [line(), line({ user_id: nancy, product_id: 'n', charge_id: 'n', amount_minor: 9900 })])
  const { users } = await world.do('bill.bill', { billId: 'october', otherId: null })
  expect(users.map(({ name, amountMinor }) => [name, amountMinor])).toEqual([
    ['Martin Nancy', 9900],
    ['Jana Nováková', 2490],
  ])
})

test('a bill question is a case with its contact; explained, both say so', async () => {
  const { caseId } = await world.do('interaction.startCase', {
    channel: 'walkIn',
    customerId: jana,
    recipe: 'billQuestion',
  })
  await world.do('interaction.saveNote', { caseId, note: 'In Egypt, called home twice' })
  expect(await world.ask('bill.finishQuestion', { caseId })).toMatchObject({
    error: { code: 'CALLER_NOT_VERIFIED', details: { level: 1 } },
  })
  const answer = { customerId: jana, caseId, level: 1, question: 'address', answer: '3, 54000' } as const
  expect(await world.do('verification.answer', answer)).toEqual({ isMatch: true })
  await world.do('bill.finishQuestion', { caseId })
  const view = await world.do('interaction.caseView', { caseId })
  expect([view.recipe, view.state]).toEqual(['billQuestion', 'done'])
  expect(view.contacts.map(({ summary, outcome, note }) => ({ summary, outcome, note }))).toEqual([
    { summary: 'wrapUp.billExplained', outcome: 'done', note: 'In Egypt, called home twice' },
  ])
  expect(await world.ask('bill.finishQuestion', { caseId })).toMatchObject({
    ok: false,
    error: { code: 'CASE_CLOSED' },
  })
})

test('a question finished after its call was wrapped up leaves the call on record as it is', async () => {
  const { caseId } = await world.do('interaction.startCase', {
    ...{ channel: 'walkIn', customerId: jana, recipe: 'billQuestion' },
  })
  const contact = world.desk.view.where('contact', 'case_id', caseId)[0]?.row
  if (!contact) throw new Error('no contact')
  world.desk.capture({
    type: 'interaction.wrapUp',
    body: {
      ...{ contactId: contact.id, customerId: jana, caseId, channel: 'walkIn', direction: 'inbound', at: contact.at },
      ...{ code: 'other', outcome: 'none', note: 'Said so in the call', durationS: 60 },
      ...{ callBack: null, keptCallBackId: null },
    },
  })
  await world.do('bill.finishQuestion', { caseId, isUnverified: true })
  const { contacts } = await world.do('interaction.caseView', { caseId })
  expect(contacts.map(({ outcome, note }) => [outcome, note])).toEqual([['none', 'Said so in the call']])
})

test('who cannot be verified is told nothing, and the contact says so', async () => {
  const { caseId } = await world.do('interaction.startCase', {
    ...{ channel: 'walkIn', customerId: jana, recipe: 'billQuestion' },
  })
  await world.do('bill.finishQuestion', { caseId, isUnverified: true })
  const view = await world.do('interaction.caseView', { caseId })
  expect(view.state).toBe('abandoned')
  expect(view.contacts.map(({ summary, outcome }) => [summary, outcome])).toEqual([['wrapUp.notVerified', 'none']])
})

test.each(['bill.bill', 'bill.bills'] as const)('%s of somebody unknown is refused', async (name) => {
  const reply =
    name === 'bill.bill'
      ? await world.ask(name, { billId: 'none', otherId: null })
      : await world.ask(name, { customerId: world.desk.ids.next() })
  expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})

test('what money settled of a bill stands apart from what was credited', async () => {
  put('october', '2026-10-13', [line()], { number: '100418-0013', open_minor: 490 })
  const of = { scope: 'fr', version: 1, bill_id: 'october' }
  world.put('payment_allocation', { ...of, id: 'october:credit', source_id: '', amount_minor: 500 })
  world.put('payment_allocation', { ...of, id: 'paid/october', source_id: 'paid', amount_minor: 1000 })
  expect((await world.do('bill.bill', { billId: 'october', otherId: null })).paidMinor).toBe(1500)
})
