import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CompanyRow } from '#shared/domain/customer/company-rows.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { aCustomer } from './test-market.ts'
import { finish } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
let bakery: Id

beforeEach(() => {
  world = openSaleWorld()
  bakery = world.desk.ids.next()
  world.put('customer', aCustomer({ id: bakery, kind: 'company', family_name: 'Boulangerie Martin', given_names: '' }))
  world.put('company', aBakery(bakery))
})
afterEach(() => world.close())

const company = {
  kind: 'company',
  companyName: ' Imprimerie  Vauban ',
  registerNumber: '732 829 320',
  vatNumber: '44 732 829 320',
  givenNames: 'Sophie',
  familyName: 'Vauban',
  signatoryRole: 'gérante',
  contactNumber: '06 39 98 66 10',
} as const

async function typeReason(fields: Readonly<Record<string, Json>>) {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
  return { caseId, reply: await finish(world, caseId, 'reason', fields) }
}

test('a company becomes a prospect with its numbers as they are stored and its signatory', async () => {
  const { caseId, reply } = await typeReason(company)
  expect(reply).toMatchObject({ ok: true })
  const view = await world.do('interaction.caseView', { caseId })
  expect(view.customer).toMatchObject({ kind: 'company', family_name: 'Imprimerie Vauban', given_names: '' })
  expect(view.company).toMatchObject({
    register_number: '732829320',
    vat_number: 'FR44732829320',
    signatory_family_name: 'Vauban',
    signatory_role: 'gérante',
    bills: 'own',
  })
  expect(view.steps.find(({ step }) => step === 'reason')?.state).toBe('desk')
})

test.each([
  [{ companyName: ' ' }, 'companyName', 'EMPTY'],
  [{ registerNumber: '' }, 'registerNumber', 'EMPTY'],
  [{ registerNumber: '73282932' }, 'registerNumber', 'BUSINESS_NUMBER_LENGTH'],
  [{ registerNumber: '732829321' }, 'registerNumber', 'BUSINESS_NUMBER_CHECK_DIGIT'],
  [{ vatNumber: 'FR45732829320' }, 'vatNumber', 'BUSINESS_NUMBER_CHECK_DIGIT'],
  [{ vatNumber: 'FR40303265045' }, 'vatNumber', 'VAT_OF_ANOTHER'],
  [{ registerNumber: '904126877', vatNumber: '' }, 'registerNumber', 'COMPANY_KNOWN'],
  [{ familyName: '' }, 'familyName', 'EMPTY'],
  [{ signatoryRole: '' }, 'signatoryRole', 'EMPTY'],
  [{ mandate: 'powerOfAttorney' }, 'mandateReference', 'MANDATE_MISSING'],
  [{ contactNumber: '123' }, 'contactNumber', 'PHONE_NUMBER_WRONG'],
] as const)('%j: %s, %s', async (change, field, reason) => {
  const { reply } = await typeReason({ ...company, ...change })
  expect(reply).toMatchObject({ ok: false, error: { code: 'STEP_INCOMPLETE', details: { field, reason } } })
})

test('a branch takes from its company what was left empty, and its bills go there', async () => {
  const { caseId, reply } = await typeReason({
    kind: 'company',
    companyName: 'Boulangerie Martin Toul',
    parentId: bakery,
    bills: 'parent',
    givenNames: '',
    familyName: '',
    contactNumber: '06 39 98 66 10',
  })
  expect(reply).toMatchObject({ ok: true })
  const view = await world.do('interaction.caseView', { caseId })
  expect(view.company).toMatchObject({
    parent_id: bakery,
    register_number: '904126877',
    signatory_family_name: 'Martin',
    bills: 'parent',
  })
  expect(view.parent?.family_name).toBe('Boulangerie Martin')
})

test('finishing a company again changes nothing; a changed number is one new prospect', async () => {
  const { caseId } = await typeReason(company)
  await finish(world, caseId, 'reason', company)
  const count = (): number => world.commandsOf(caseId).filter((type) => type === 'customer.createCompany').length
  expect(count()).toBe(1)
  await finish(world, caseId, 'reason', { ...company, registerNumber: '303265045', vatNumber: '' })
  expect(count()).toBe(2)
  const view = await world.do('interaction.caseView', { caseId })
  expect(view.company?.register_number).toBe('303265045')
})

test('a household keeps who else lives there', async () => {
  const { caseId, reply } = await typeReason({ kind: 'household', members: ' Per  Eriksson, Ida Eriksson;' })
  expect(reply).toMatchObject({ ok: true })
  const view = await world.do('interaction.caseView', { caseId })
  expect(view.customer).toMatchObject({ kind: 'household', family_name: 'Eriksson' })
  expect(view.members).toEqual(['Per Eriksson', 'Ida Eriksson'])
  const wrong = await typeReason({ kind: 'household', members: 'Per, 4' })
  expect(wrong.reply).toMatchObject({ error: { details: { field: 'members', reason: 'NAME_WRONG' } } })
})

test.each(['904126877', '904 126 877', 'FR04904126877', '04904126877', '90412'])(
  'a company on record is found by %s',
  async (text) => {
    const { hits } = await world.do('customer.search', { text, limit: 5 })
    expect(hits[0]).toMatchObject({ customerId: bakery, name: 'Boulangerie Martin', matched: 'register' })
  },
)

test('a company only this desk knows is found by its number too', async () => {
  await typeReason(company)
  const { hits } = await world.do('customer.search', { text: 'FR44 732829320', limit: 5 })
  expect(hits[0]).toMatchObject({ name: 'Imprimerie Vauban', matched: 'register' })
})

function aBakery(id: Id): CompanyRow {
  return {
    id,
    scope: 'fr',
    version: 1,
    parent_id: null,
    country: 'FR',
    register_number: '904126877',
    vat_number: 'FR04904126877',
    signatory_given_names: 'Hélène',
    signatory_family_name: 'Martin',
    signatory_role: 'gérante',
    mandate: 'lawful',
    mandate_reference: '',
    bills: 'own',
    purchase_order: '',
    limit_minor: null,
    place_number: '',
  }
}
