import { afterEach, beforeEach, expect, test } from 'vitest'
import { notOverridden } from '#shared/domain/credit/commands.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { aCustomer, numbers } from './test-market.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld, today } from './test-world.ts'

let world: SaleWorld
let bakery: Id

beforeEach(() => {
  world = openSaleWorld()
  bakery = world.desk.ids.next()
  const scope = 'fr'
  world.put('customer', aCustomer({ id: bakery, kind: 'company', family_name: 'Boulangerie Martin', given_names: '' }))
  world.put('company', {
    ...{
      id: bakery,
      scope,
      version: 1,
      parent_id: null,
      country: 'FR',
      register_number: '904126877',
      vat_number: null,
    },
    ...{ signatory_given_names: 'Hélène', signatory_family_name: 'Martin', signatory_role: 'gérante' },
    ...{
      mandate: 'lawful',
      mandate_reference: '',
      bills: 'own',
      purchase_order: '',
      limit_minor: null,
      place_number: '',
    },
  })
})
afterEach(() => world.close())

/** The bakery's signatory was seen and it has a class. */
function allow(): void {
  const common = { scope: 'fr', version: 1, customer_id: bakery, case_id: null }
  world.put('identity_evidence', {
    ...common,
    ...{ id: world.desk.ids.next(), kind: 'idCard', issuing_state: 'FRA', document_masked: '••', surname: 'Martin' },
    ...{ given_names: 'Hélène', birth_date: '1974-05-09', expiry_date: '2033-01-01', assurance: 'substantial' },
    ...{ state: 'valid', address_kind: 'utilityBill', address_issued_on: today, recorded_at: 1, recorded_by: 'Luc' },
  })
  world.put('credit_decision', {
    ...common,
    ...{ id: world.desk.ids.next(), class: 'A', state: 'final', reasons: '[]', deposit_months: 0, lines: 10 },
    ...{ spending_limit_minor: 1_000_000, currency: 'EUR', decided_at: 1, valid_until: '2027-01-01', ...notOverridden },
  })
}

async function begin(text: string, purchaseOrder = 'PO-7') {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: bakery })
  return { caseId, text, purchaseOrder }
}

test('each wrong line is told, and nothing is ordered while one is', async () => {
  allow()
  const input = await begin(`name;plan;number\nKarim;mobile-m;\nLéa;gold;\nLuc;mobile-m;${numbers.sold}`)
  const judged = await world.do('order.judgeLines', input)
  expect(judged.lines.map(({ line, problems }) => [line, ...problems.map(({ key }) => key)])).toEqual([
    [2],
    [3, 'lines.LINE_PLAN_UNKNOWN'],
    [4, 'lines.LINE_NUMBER_TAKEN'],
  ])
  expect(judged).toMatchObject({ problem: null, wrong: 2, missing: [] })
  expect(await world.ask('order.orderLines', input)).toMatchObject({
    error: { code: 'LINES_REFUSED', details: { count: 2, lines: ['3: LINE_PLAN_UNKNOWN', '4: LINE_NUMBER_TAKEN'] } },
  })
  expect(world.commandsOf(input.caseId)).toEqual(['interaction.openCase'])
  expect(await world.do('order.lineProgress', { caseId: input.caseId })).toEqual({ progress: null })
})

test('a file with a wrong column is told as a whole', async () => {
  const judged = await world.do('order.judgeLines', await begin('name;colour\nKarim;red'))
  expect(judged.problem).toEqual({ key: 'lines.LINES_COLUMN_UNKNOWN', params: { column: 'colour' } })
})

test('without a signatory, a class and a purchase order nothing is ordered, and it is said', async () => {
  const input = await begin('name;plan\nKarim;mobile-m', '')
  const judged = await world.do('order.judgeLines', input)
  expect(judged.missing.map(({ key }) => key)).toEqual([
    'lines.missing.identity',
    'lines.missing.credit',
    'lines.missing.purchaseOrder',
  ])
  expect(await world.ask('order.orderLines', input)).toMatchObject({ error: { code: 'LINES_REFUSED' } })
})

test('500 lines are one command, and how far they are is counted', async () => {
  allow()
  const file = `name;plan;SIM\n${Array.from({ length: 500 }, (_, place) => `Person ${place};mobile-m;eSIM`).join('\n')}`
  const input = await begin(file)
  expect(await world.do('order.orderLines', input)).toEqual({ count: 500 })
  expect(world.commandsOf(input.caseId)).toEqual(['interaction.openCase', 'order.submitLines'])
  expect(await world.do('order.lineProgress', { caseId: input.caseId })).toEqual({
    progress: { of: 500, sent: 0, active: 0, stuck: 0 },
  })
})

test('a person gets no lines from a file', async () => {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
  const input = { caseId, text: 'name;plan\nKarim;mobile-m', purchaseOrder: 'PO-7' }
  expect(await world.ask('order.judgeLines', input)).toMatchObject({ error: { code: 'COMPANIES_ONLY' } })
})
