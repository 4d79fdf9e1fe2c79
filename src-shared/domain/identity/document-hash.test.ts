import { expect, it } from 'vitest'
import { keyedHash } from '#shared/node/crypto.ts'
import { documentHash, documentNumberHash } from './document-hash.ts'

const hash = (text: string): string => keyedHash(new Uint8Array(32).fill(3), text)
const card = { issuingState: 'FRA', kind: 'idCard', documentNumber: '880692310285' } as const

it('begins with what the number alone gives, and ends with state and kind', () => {
  const one = documentHash(card, hash)
  const other = documentHash({ ...card, issuingState: 'CZE' }, hash)
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(one.startsWith(documentNumberHash(card.documentNumber, hash))).toBe(true)
  expect(other.slice(0, 16)).toBe(one.slice(0, 16))
  expect(other.slice(16)).not.toBe(one.slice(16))
})

it('says nothing in common of two numbers', () => {
  expect(documentNumberHash('880692310285', hash)).not.toBe(documentNumberHash('880692310286', hash))
})
