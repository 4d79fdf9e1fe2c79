import { expect, test } from 'vitest'
import type { Burst } from './burst.ts'
import { nextBurst } from './burst.ts'
import { garbled } from './keyboard-layouts.ts'
import { icaoSpecimen, writeTd3 } from './specimen.ts'

const line = writeTd3({ ...icaoSpecimen, expiryDate: '2032-04-15' })[0]

function typed(text: string, gapMs: number, from: Burst | undefined = undefined): Burst | undefined {
  let at = (from?.lastAt ?? 0) + 500
  return [...text].reduce<Burst | undefined>((burst, key) => nextBurst(burst, key, (at += gapMs)), from)
}

test.each([
  ['a scanner', line, 8, true],
  ['a scanner on an AZERTY system', garbled(line, 'azerty'), 8, true],
  ['a slow scanner', line, 30, true],
  ['a fast typist copying the same line', line, 60, false],
  ['a macro that types an address at once', 'jana.novakova@example.org', 2, false],
  ['the first characters of a scan', line.slice(0, 11), 8, false],
])('keys of %s', (_name, text, gapMs, isHeld) => {
  expect(typed(text, gapMs)?.isHeld).toBe(isHeld)
})

test('what was typed before a scan is no part of it', () => {
  const before = typed('In Egypt', 140)
  expect(typed(line, 8, before)?.text).toBe(line)
})

test('a finger just before the scanner is no part of the scan either', () => {
  const burst = typed(`al${line}`, 8)
  expect(burst?.text.slice(burst.strays)).toBe(line)
})

test('once held back, a scanner may take a breath between two lines', () => {
  const first = typed(line, 8)
  expect(first && nextBurst(first, '\n', first.lastAt + 80).text).toBe(`${line}\n`)
})
