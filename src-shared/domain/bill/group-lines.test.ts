import { expect, test } from 'vitest'
import { billLine, usageLine } from './bill-lines.fixture.ts'
import { groupLines } from './group-lines.ts'

test('lines are told by fee and kind of usage, what changed most first, and by branch where there are many', () => {
  const nancy = { user_id: 'nancy', product_id: 'n1' } as const
  const lines = [
    billLine(),
    billLine({ charge_id: 'phone', amount_minor: 800 }),
    usageLine('voice', 'roamingWorld', 2700),
    usageLine('message', 'roamingEu', 400),
    billLine({ ...nancy, charge_id: 'n' }),
  ]
  const others = [billLine(), billLine({ charge_id: 'ended', amount_minor: 500, name: '{"en":"Ended"}' })]
  const users = groupLines(lines, others)
  expect(users.map(({ userId, amountMinor, otherMinor }) => [userId, amountMinor, otherMinor])).toEqual([
    ['jana', 6390, 2990],
    ['nancy', 2490, 0],
  ])
  expect(
    users[0]?.groups.map(({ kind, amountMinor, otherMinor, lines: own }) => [
      kind,
      amountMinor,
      otherMinor,
      own.length,
    ]),
  ).toEqual([
    ['roaming', 3100, 0, 2],
    ['fee', 800, 0, 1],
    ['fee', 0, 500, 0],
    ['fee', 2490, 2490, 1],
  ])
  expect(users[0]?.groups[2]?.named.name).toBe('{"en":"Ended"}')
})

test('usage of two lines of one user stands apart', () => {
  const groups = groupLines(
    [usageLine('voice', 'national', 1), usageLine('voice', 'national', 2, { product_id: 'second' })],
    [],
  )
  expect(groups[0]?.groups.map(({ productId, amountMinor }) => [productId, amountMinor])).toEqual([
    ['second', 2],
    ['line', 1],
  ])
})
