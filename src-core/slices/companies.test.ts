import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CommandBody } from '#shared/contract/commands.ts'
import { sqliteStores } from '../db/test-store.ts'
import type { SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const stores = sqliteStores()

describe('companies and households', () => {
  afterEach(() => stores.closeOpened())
  afterAll(() => stores.stop())

  test('a company is on record once, its numbers judged again', async () => {
    const world = await openSaleWorld(await stores.open())
    const luc = await world.desk('luc')
    const create = (over: Partial<CommandBody<'customer.createCompany'>> = {}) =>
      luc.push('customer.createCompany', aCompany(world, over))
    expect(await create({ registerNumber: '732829321' })).toMatchObject({
      result: 'rejected',
      code: 'BUSINESS_NUMBER_CHECK_DIGIT',
      details: { name: 'SIREN', field: 'registerNumber' },
    })
    expect(await create({ vatNumber: 'FR40303265045' })).toMatchObject({ code: 'VAT_OF_ANOTHER' })
    expect(await create()).toMatchObject({ result: 'applied' })
    expect(await create()).toMatchObject({
      result: 'conflict',
      code: 'COMPANY_KNOWN',
      snapshot: { name: 'Imprimerie Vauban' },
    })
  })

  test('a branch has its parent’s number; a branch of a branch or of nobody is refused', async () => {
    const world = await openSaleWorld(await stores.open())
    const luc = await world.desk('luc')
    const root = aCompany(world)
    await luc.push('customer.createCompany', root)
    const branch = aCompany(world, { parentId: root.customerId, name: 'Imprimerie Vauban Toul', bills: 'parent' })
    expect(await luc.push('customer.createCompany', branch)).toMatchObject({ result: 'applied' })
    const ofBranch = aCompany(world, { parentId: branch.customerId })
    expect(await luc.push('customer.createCompany', ofBranch)).toMatchObject({ code: 'PARENT_UNKNOWN' })
    const ofNobody = aCompany(world, { parentId: world.ids.next() })
    expect(await luc.push('customer.createCompany', ofNobody)).toMatchObject({ code: 'PARENT_UNKNOWN' })
  })

  test('a branch buys on its company’s signatory, credit and limit, and the company gets the bills', async () => {
    const world = await openSaleWorld(await stores.open())
    const luc = await world.desk('luc')
    const [bakery, branch] = await bakeries(world)
    const sold = await sellTo(world, luc, branch, bakery)
    expect(sold).toMatchObject({ result: 'applied' })
    const line = await world.store.db
      .selectFrom('product')
      .select(['customer_id', 'payer_id', 'user_name', 'purchase_order'])
      .where('msisdn', '=', '+33639987777')
      .executeTakeFirst()
    expect(line).toEqual({ customer_id: branch, payer_id: bakery, user_name: 'Karim', purchase_order: 'PO-7' })
  })

  test('a stranger does not pay for a branch, and all branches together stay below the limit', async () => {
    const world = await openSaleWorld(await stores.open())
    const luc = await world.desk('luc')
    const [bakery, branch] = await bakeries(world)
    const [stranger] = await world.store.db
      .selectFrom('customer')
      .select('id')
      .where('kind', '=', 'individual')
      .limit(1)
      .execute()
    expect(await sellTo(world, luc, branch, stranger?.id ?? '')).toMatchObject({ code: 'PAYER_UNKNOWN' })
    await world.store.db.updateTable('company').set({ limit_minor: 12_000 }).where('id', '=', bakery).execute()
    expect(await sellTo(world, luc, branch, bakery)).toMatchObject({
      result: 'rejected',
      code: 'COMPANY_LIMIT_EXCEEDED',
      details: { limitMinor: 12_000 },
    })
  })

  test('who shows a document for a company is its signatory, and the company keeps its name', async () => {
    const world = await openSaleWorld(await stores.open())
    const luc = await world.desk('luc')
    const { evidence } = saleOf(world.ids)
    const other = aCompany(world)
    await luc.push('customer.createCompany', other)
    const shown = (customerId: string) =>
      luc.push('identity.recordEvidence', {
        ...structuredClone(evidence),
        evidenceId: world.ids.next(),
        caseId: world.ids.next(),
        customerId,
      })
    expect(await shown(other.customerId)).toMatchObject({ code: 'PERSON_DIFFERS' })
    const hers = aCompany(world, {
      registerNumber: '303265045',
      vatNumber: null,
      signatory: { ...signatory, givenNames: 'Anna Maria', familyName: 'Eriksson' },
    })
    await luc.push('customer.createCompany', hers)
    expect(await shown(hers.customerId)).toMatchObject({ result: 'applied' })
    const row = await world.store.db
      .selectFrom('customer')
      .select(['family_name', 'given_names', 'street', 'birth_date'])
      .where('id', '=', hers.customerId)
      .executeTakeFirst()
    expect(row).toEqual({
      family_name: 'Imprimerie Vauban',
      given_names: '',
      street: '12 rue des Glacis',
      birth_date: null,
    })
  })

  test('a household keeps who else lives there, in their order', async () => {
    const world = await openSaleWorld(await stores.open())
    const luc = await world.desk('luc')
    const sale = saleOf(world.ids)
    const members = ['Per', 'Ida'].map((name) => ({ memberId: world.ids.next(), name }))
    const body = { ...sale.prospect, members }
    expect(await luc.push('customer.createHousehold', body)).toMatchObject({ result: 'applied' })
    const rows = await world.store.db
      .selectFrom('household_member')
      .select('name')
      .where('household_id', '=', sale.id.customer)
      .orderBy('position')
      .execute()
    expect(rows.map(({ name }) => name)).toEqual(['Per', 'Ida'])
  })
})

const signatory = {
  givenNames: 'Sophie',
  familyName: 'Vauban',
  role: 'gérante',
  mandate: 'lawful',
  mandateReference: '',
} as const

function aCompany(
  world: SaleWorld,
  over: Partial<CommandBody<'customer.createCompany'>> = {},
): CommandBody<'customer.createCompany'> {
  const { prospect } = saleOf(world.ids)
  const { givenNames: _given, familyName: _family, ...common } = prospect
  return {
    ...common,
    name: 'Imprimerie Vauban',
    parentId: null,
    country: 'FR',
    registerNumber: '732829320',
    vatNumber: 'FR44732829320',
    signatory: { ...signatory },
    bills: 'own',
    purchaseOrder: '',
    placeNumber: '',
    ...over,
  }
}

async function bakeries(world: SaleWorld): Promise<readonly [string, string]> {
  const rows = await world.store.db.selectFrom('company').select('id').orderBy('id').limit(2).execute()
  return [rows[0]?.id ?? '', rows[1]?.id ?? '']
}

/** A line for a customer on record, Mobile M under +33639987777, paid by somebody. */
async function sellTo(
  world: SaleWorld,
  desk: Awaited<ReturnType<SaleWorld['desk']>>,
  customerId: string,
  payerId: string,
) {
  // 24.90 and the card's 10.00 without 20 % tax; what is paid at the counter has the tax in it
  const terms = { taxIncluded: false, firstBillMinor: 803, totalMinor: 24 * 2075 + 833 }
  const sale = saleOf(world.ids, { monthlyMinor: 2075, terms })
  const known = { customerId }
  const theirs = {
    ...sale,
    open: { ...sale.open, ...known },
    credit: { ...sale.credit, ...known },
    sign: { ...sale.sign, ...known },
    pay: { ...sale.pay, ...known },
    submit: { ...sale.submit, ...known, line: { userName: 'Karim', payerId, purchaseOrder: 'PO-7' } },
  }
  // ids of the sale stay; only whose it is differs
  return sell(desk, theirs as unknown as typeof sale, 'submit', ['prospect', 'evidence'])
}
