import { expect, test } from 'vitest'
import { strokePath } from './signature-path.ts'

test('a stroke of a pad of any size lands in the box of 600 by 180, its shape kept', () => {
  const path = strokePath(
    [
      { x: 0, y: 0 },
      { x: 336, y: 120 },
    ],
    { width: 336, height: 120 },
  )
  // 120 high becomes 180, 336 wide becomes 504, 48 free at each side
  expect(path).toBe('M48 0L552 180')
})

test('a dot is a line of no length, points that repeat are one, and nothing drawn is nothing', () => {
  const size = { width: 600, height: 180 }
  expect(strokePath([{ x: 10, y: 20 }], size)).toBe('M10 20L10 20')
  expect(
    strokePath(
      [
        { x: 10, y: 20 },
        { x: 10.01, y: 20 },
        { x: 30, y: 40 },
      ],
      size,
    ),
  ).toBe('M10 20L30 40')
  expect(strokePath([], size)).toBe('')
})
