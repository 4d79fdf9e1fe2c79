import { expect, test } from 'vitest'
import { writeIccid } from '#shared/domain/number/iccid.ts'
import { garbled } from './keyboard-layouts.ts'
import { mayBecomeScan, readScan, tellingLength } from './scan.ts'
import { icaoSpecimen, writeTd1, writeTd3 } from './specimen.ts'

const facts = { ...icaoSpecimen, expiryDate: '2032-04-15' }
const passport = writeTd3(facts)
const card = writeTd1(facts)
const iccid = writeIccid({ country: '33', issuer: '09', account: 1_000_234 })
const layouts = ['us', 'azerty', 'qwertz', 'czech', 'russian'] as const

test.each(layouts)('a passport scanned on a keyboard set to %s is read', (layout) => {
  expect(readScan(garbled(passport.join('\n'), layout))).toMatchObject({ kind: 'mrz', lines: passport })
})

test.each(layouts)('an identity card scanned on a keyboard set to %s is read', (layout) => {
  expect(readScan(garbled(`${card.join('\n')}\n`, layout))).toMatchObject({ kind: 'mrz', lines: card })
})

test.each(layouts)('a SIM number scanned on a keyboard set to %s is read', (layout) => {
  expect(readScan(garbled(iccid, layout))).toEqual({ kind: 'sim', iccid })
})

test('lines may come with Enter, a tab or nothing between them', () => {
  expect(readScan(passport.join('\t'))).toMatchObject({ kind: 'mrz', lines: passport })
  expect(readScan(passport.join(''))).toMatchObject({ kind: 'mrz', lines: passport })
})

test.each([
  ['a wrong check digit of a passport', passport.join('\n').replace('L898902C3', 'L898902C4')],
  ['half a passport', passport[0]],
  ['a SIM number with a figure wrong', `${iccid.slice(0, -1)}${(Number(iccid.slice(-1)) + 1) % 10}`],
  ['a SIM number without its last figure', iccid.slice(0, -1)],
  ['a sentence', 'Please call me back tomorrow at nine'],
  ['a name in capitals', 'PASCAL DE LA TOUR-MAUBOURG'],
  ['nothing', ''],
])('%s is no scan', (_name, text) => {
  expect(readScan(text)).toBeUndefined()
})

test('the beginning of each scan is held back, that of other texts is not', () => {
  const begin = (text: string): string => text.slice(0, tellingLength)
  for (const layout of layouts)
    for (const text of [passport[0], card[0], iccid]) expect(mayBecomeScan(begin(garbled(text, layout)))).toBe(true)
  const others = [
    'jana.novakova@',
    '+33639984112',
    'Rue Saint-Dizier',
    'Nováková Jana',
    '0639984112 06',
    'In Egypt, cal',
  ]
  expect(others.filter((text) => mayBecomeScan(begin(text)))).toEqual([])
})
