import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

test('docs/faults.md has each fault from 1 to 40 once, and names only tests that exist', () => {
  const rows = readFileSync(resolve(root, 'docs/faults.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.map(([, fault]) => Number.parseInt(fault ?? '', 10))).toEqual(
    Array.from({ length: 40 }, (_, at) => at + 1),
  )
  const missing = rows.filter(([, , , file = '', name = '']) => {
    if (file === '') return false
    return !readFileSync(resolve(root, file.replaceAll('`', '')), 'utf8').includes(name)
  })
  expect(missing.map(([, fault]) => fault)).toEqual([])
})
