import { expect, it } from 'vitest'
import { closingLines } from './count.ts'

const good = { passed: 3, failed: 0, skipped: 0 }

it('closes with the sums of all parts', () => {
  expect(closingLines([good, { passed: 4, failed: 2, skipped: 0 }], [], true)).toEqual({
    lines: ['7 passed, 2 failed'],
    failed: 2,
  })
})

it('says what was not run before the last line, and lets it pass on a desk', () => {
  const { lines, failed } = closingLines([good], ['End to end in Electron. How to get it.'], false)
  expect(lines).toEqual(['Not run: End to end in Electron. How to get it.', '3 passed, 0 failed'])
  expect(failed).toBe(0)
})

it('counts what was not run as failed under CI', () => {
  const { lines, failed } = closingLines([{ ...good, skipped: 2 }], ['Electron.'], true)
  expect(lines).toEqual(['Not run: 2 skipped tests.', 'Not run: Electron.', '3 passed, 3 failed'])
  expect(failed).toBe(3)
})
