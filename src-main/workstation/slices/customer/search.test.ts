import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentHash } from '#shared/domain/identity/document-hash.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import { sellUpTo } from '#main/workstation/sale/test-typing.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'

let world: SaleWorld
beforeAll(async () => {
  world = openSaleWorld()
  const product = {
    scope: 'fr',
    version: 1,
    order_id: null,
    offer_id: 'mobile-m',
    state: 'active',
    monthly_minor: 2490,
    currency: 'EUR',
    since: 1,
    user_name: '',
    payer_id: null,
    purchase_order: '',
  }
  const document_hash = documentHash(
    { issuingState: 'FRA', kind: 'idCard', documentNumber: '880692310285' },
    (text) => world.desk.hashOf(text) ?? '',
  )
  const [jana, helene, olga, martin, alone, kessler] = Array.from({ length: 6 }, () => world.desk.ids.next())
  if (!jana || !helene || !olga || !martin || !alone || !kessler) throw new Error('six ids')
  world.put('product', {
    ...product,
    id: world.desk.ids.next(),
    customer_id: jana,
    msisdn: '+33639981234',
    iccid: '8933980000000000017',
  })
  world.put(
    'customer',
    aCustomer({ id: jana }),
    aCustomer({
      id: helene,
      given_names: 'Hélène',
      family_name: 'Roux',
      contact_number: '+33639984131',
      account_number: 'A-200001',
      document_hash,
    }),
    aCustomer({
      id: olga,
      given_names: 'Ольга',
      family_name: 'Соколова',
      contact_number: '+33639984145',
      account_number: 'A-300001',
      town: 'Metz',
    }),
    aCustomer({
      id: martin,
      given_names: 'Novak',
      family_name: 'Martin',
      contact_number: '+420777123456',
      account_number: 'A-400001',
    }),
    aCustomer({
      id: alone,
      given_names: 'Figures',
      family_name: 'Alone',
      contact_number: '+33700001111',
      account_number: '400777',
      street: '7 quai Choiseul',
    }),
    aCustomer({
      id: kessler,
      given_names: 'Jana',
      family_name: 'Kessler',
      contact_number: '+33700002222',
      account_number: '500888',
      street: '9 quai Choiseul',
      town: 'Toul',
    }),
  )
  await sellUpTo(world, 'reason')
})
afterAll(() => world.close())

const search = async (text: string, limit = 10) => world.do('customer.search', { text, limit })

it.each([
  ['nov', 'Jana Nováková', 'name'],
  ['jana nov', 'Jana Nováková', 'name'],
  ['NOVÁKOVÁ', 'Jana Nováková', 'name'],
  ['helene', 'Hélène Roux', 'name'],
  ['соко', 'Ольга Соколова', 'name'],
  ['A-104112', 'Jana Nováková', 'account'],
  ['104112', 'Jana Nováková', 'account'],
  ['06 39 98 12 34', 'Jana Nováková', 'number'],
  ['0639981', 'Jana Nováková', 'number'],
  ['+33 6 39 98 12 34', 'Jana Nováková', 'number'],
  ['981234', 'Jana Nováková', 'number'],
  ['8933980000000000017', 'Jana Nováková', 'sim'],
  ['880692310285', 'Hélène Roux', 'document'],
  ['saint-dizier nov', 'Jana Nováková', 'address'],
  ['metz', 'Ольга Соколова', 'address'],
  ['Helnee', 'Hélène Roux', 'similar'],
  ['Nováčkova', 'Jana Nováková', 'similar'],
  ['+420 777 123 456', 'Novak Martin', 'number'],
  ['+420', 'Novak Martin', 'number'],
  ['n', 'Jana Nováková', 'name'],
  ['j n', 'Jana Nováková', 'name'],
  ['nov ja', 'Jana Nováková', 'name'],
  ['novakova', 'Jana Nováková', 'name'],
  ['novakov', 'Jana Nováková', 'name'],
  ['Соколо', 'Ольга Соколова', 'name'],
  ['СОКОЛОВА ОЛ', 'Ольга Соколова', 'name'],
  ['234', 'Jana Nováková', 'number'],
  ['8123', 'Jana Nováková', 'number'],
  ['39981234', 'Jana Nováková', 'number'],
  ['400777', 'Figures Alone', 'account'],
  ['4007', 'Figures Alone', 'account'],
  ['89339800000', 'Jana Nováková', 'sim'],
  ['rue saint-diz nov', 'Jana Nováková', 'address'],
  ['Roud', 'Hélène Roux', 'similar'],
  ['Eroux', 'Hélène Roux', 'similar'],
  ['Солокова', 'Ольга Соколова', 'similar'],
  ['Helnee Roux', 'Hélène Roux', 'similar'],
  ['jana kesler', 'Jana Kessler', 'similar'],
  ['jxna kesler', 'Jana Kessler', 'similar'],
])('%s finds %s by %s', async (text, name, matched) => {
  expect((await search(text)).hits[0]).toMatchObject({ name, matched })
})

it('finds a customer only this desk knows, by name and number', async () => {
  expect((await search('eriks')).hits[0]).toMatchObject({ name: 'Anna Maria Eriksson', matched: 'name' })
  expect((await search('39986610')).hits[0]).toMatchObject({ name: 'Anna Maria Eriksson', number: '+33639986610' })
})

it('puts the family name that begins so first, and says when there are more', async () => {
  const { hits, more } = await search('nova', 1)
  expect(hits.map((hit) => hit.name)).toEqual(['Jana Nováková'])
  expect(more).toBe(true)
})

it.each([
  '',
  '   ',
  '"',
  '*',
  'nov" OR "a',
  'NEAR(a b)',
  "'; drop table customer; --",
  '%%%',
  '(((',
  '-',
  'zzzzqqq',
  '000000000000',
])('strange text is only text: %s', async (text) => {
  expect((await search(text)).hits.map((hit) => hit.name)).not.toContain(undefined)
})

it('finds no number whose figures only stand in it apart', async () => {
  // 3981, 9812, 8123, 1239 and the like may each stand in some number; in a row they do not
  expect((await search('398123998')).hits).toEqual([])
})

it('a name is found however many customers live in a town of that name', async () => {
  const many = Array.from({ length: 120 }, (_, index) =>
    aCustomer({
      id: world.desk.ids.next(),
      given_names: 'Resident',
      family_name: `Number${index}`,
      town: 'Metzervisse',
    }),
  )
  world.put('customer', ...many)
  const last = aCustomer({ id: world.desk.ids.next(), given_names: 'Paul', family_name: 'Metzervisse', town: 'Toul' })
  world.put('customer', last)
  expect((await search('metzervisse', 5)).hits[0]).toMatchObject({ name: 'Paul Metzervisse', matched: 'name' })
  expect((await search('metz', 5)).hits.map((hit) => hit.name)).toContain('Paul Metzervisse')
  expect((await search('resident metzerv', 5)).hits).toHaveLength(5)
})

it('a pending change is found by what it says now, and not by what it said before', async () => {
  const caseId = await sellUpTo(world, 'identity')
  const { customer } = await world.do('interaction.caseView', { caseId })
  expect((await search('glacis')).hits).toContainEqual(
    expect.objectContaining({ customerId: customer?.id, matched: 'address' }),
  )
  const known = aCustomer({ id: customer?.id ?? '', family_name: 'Before', given_names: 'Long', town: 'Verdun' })
  world.put('customer', known)
  expect((await search('before')).hits).toEqual([])
  expect((await search('eriksson nancy')).hits.map((hit) => hit.customerId)).toContain(known.id)
})
