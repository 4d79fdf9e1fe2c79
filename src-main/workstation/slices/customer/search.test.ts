import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentHash } from '#shared/domain/identity/document-hash.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import { sellUpTo } from '#main/workstation/sale/test-typing.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import { lettersApart } from './letters-apart.ts'

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
  }
  const document_hash = documentHash(
    { issuingState: 'FRA', kind: 'idCard', documentNumber: '880692310285' },
    (text) => world.desk.hashOf(text) ?? '',
  )
  const [jana, helene, olga, martin] = Array.from({ length: 4 }, () => world.desk.ids.next())
  if (!jana || !helene || !olga || !martin) throw new Error('four ids')
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

it('counts letters apart, a swap as one', () => {
  expect(lettersApart('helene', 'helnee', 2)).toBe(1)
  expect(lettersApart('novak', 'novakova', 2)).toBe(3)
  expect(lettersApart('roux', 'reux', 1)).toBe(1)
  expect(lettersApart('same', 'same', 1)).toBe(0)
})
