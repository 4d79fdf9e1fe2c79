import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from './test-market.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const jana = '01890000-0000-7000-8000-0000000000a1'
const [bakery, branch] = ['01890000-0000-7000-8000-0000000000a2', '01890000-0000-7000-8000-0000000000a3']

const account = (id: string, frequency: string, cycleDay: number) =>
  world.put('bill_account', {
    ...{ id, scope: 'fr', version: 1, number: '1', frequency, cycle_day: cycleDay, anchor_month: 1, currency: 'EUR' },
    ...{ tax_included: 1, next_bill_on: '2026-11-13', bills: 1, open_minor: 0, credit_minor: 0 },
  })
const quoteFor = async (customerId: string) => {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId })
  await world.do('interaction.saveDraft', { caseId, step: 'offer', fields: { planId: 'mobile-m' } })
  const { quote } = await world.do('interaction.caseView', { caseId })
  return quote && { on: quote.firstBillOn, days: quote.firstBillDays, ofDays: quote.firstBillOfDays }
}

test('the first bill of who is billed already comes with their next one, of a branch with its company’s', async () => {
  world.put('customer', aCustomer({ id: jana }))
  const market = await quoteFor(jana)
  account(jana, 'monthly', 28)
  const own = await quoteFor(jana)
  expect([own?.on?.slice(8), own?.on === market?.on]).toEqual(['28', false])
  world.put('customer', aCustomer({ id: bakery, kind: 'company', family_name: 'Boulangerie', given_names: '' }))
  world.put('customer', aCustomer({ id: branch, kind: 'company', family_name: 'Metz', given_names: '' }))
  world.put('company', {
    ...{
      id: branch,
      scope: 'fr',
      version: 1,
      parent_id: bakery,
      country: 'FR',
      register_number: '1',
      vat_number: null,
    },
    ...{ signatory_given_names: '', signatory_family_name: '', signatory_role: '', mandate: 'lawful' },
    ...{ mandate_reference: '', bills: 'parent', purchase_order: '', limit_minor: null, place_number: '' },
  })
  account(bakery, 'quarterly', 28)
  const rolledUp = await quoteFor(branch)
  expect([rolledUp?.on?.slice(8), (rolledUp?.ofDays ?? 0) > 88]).toEqual(['28', true])
})
