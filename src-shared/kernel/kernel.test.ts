import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from './canonical.ts'
import { canonicalJson } from './canonical.ts'
import { foldText } from './fold-text.ts'
import { idSchema, uuidV7 } from './ids.ts'
import { defineMachine, step } from './machine.ts'
import { filledLine, line } from './text-field.ts'

test('canonical JSON does not depend on the order of keys and says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false } as object), (value) => {
      const text = canonicalJson(value as Json)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(reversed(value as Json))).toBe(text)
    }),
  )
})

test('an id carries its moment, sorts by it, and is a UUID version 7', () => {
  const random = new Uint8Array(10).fill(255)
  const earlier = uuidV7(1_700_000_000_000, random)
  const later = uuidV7(1_700_000_000_001, new Uint8Array(10))
  expect(idSchema.safeParse(earlier).success && idSchema.safeParse(later).success).toBe(true)
  expect(earlier < later).toBe(true)
  expect(Number.parseInt(earlier.replace('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000)
})

test.each([
  ['Příliš Žluťoučký', 'prilis zlutoucky'],
  ['Hélène Œuvrard-Noël', 'helene oeuvrard noel'],
  ['  Ольга  Соколова ', 'ольга соколова'],
  ['+33 6 39-98', '33 6 39 98'],
])('%s is searched as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('a machine goes only where a row and its guard allow, and says why not', () => {
  const door = defineMachine<'shut' | 'open', 'push', { readonly isLocked: boolean }>({
    name: 'door',
    states: ['shut', 'open'],
    rows: [{ from: 'shut', event: 'push', to: 'open', guard: { name: 'unlocked', holds: (facts) => !facts.isLocked } }],
  })
  expect(step(door, 'shut', 'push', { isLocked: false })).toEqual({ ok: true, value: 'open' })
  expect(step(door, 'shut', 'push', { isLocked: true })).toMatchObject({
    error: { code: 'GUARD_REFUSED', details: { guard: 'unlocked' } },
  })
  expect(step(door, 'open', 'push', { isLocked: false })).toMatchObject({ error: { code: 'EVENT_NOT_ALLOWED' } })
})

test('a line refuses control characters and too much, and a filled one refuses blanks', () => {
  expect(line(5).safeParse('a\u0000b').success).toBe(false)
  expect(line(5).safeParse('abcdef').success).toBe(false)
  expect(line(5).safeParse('').success).toBe(true)
  expect(filledLine(5).safeParse('   ').success).toBe(false)
})

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((member: Json) => reversed(member))
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member ?? null)]),
  )
}
