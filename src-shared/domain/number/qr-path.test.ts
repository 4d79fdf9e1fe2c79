import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

/** A finder pattern: seven modules square, a ring and a core (ISO/IEC 18004, 6.3.3). */
const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']

test('three finder patterns stand in the corners, and nothing in the quiet zone', () => {
  const { size, path } = qrPath('LPA:1$smdp.example.net$K2-7F3A-91BC')
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const corner = (left: number, top: number) =>
    finder.map((_, y) => finder.map((__, x) => (dark.has(`${left + x} ${top + y}`) ? 1 : 0)).join(''))
  expect(corner(4, 4)).toEqual(finder)
  expect(corner(size - 11, 4)).toEqual(finder)
  expect(corner(4, size - 11)).toEqual(finder)
  const places = [...dark].flatMap((place) => place.split(' ').map(Number))
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5])
  expect((size - 8 - 17) % 4).toBe(0)
})

test('another code is another picture', () => {
  expect(qrPath('LPA:1$a$b').path).not.toBe(qrPath('LPA:1$a$c').path)
})
