import { expect, test } from 'vitest'
import { offer } from '#shared/domain/catalogue/builders.ts'
import type { LineFileFacts } from './line-file.ts'
import { judgeLineFile } from './line-file.ts'

const facts: LineFileFacts = {
  plans: [
    offer({ id: 'mobile-m', name: JSON.stringify({ en: 'Mobile M', ru: 'Мобильный M' }) }),
    offer({ id: 'summer', name: JSON.stringify({ en: 'Summer' }), valid_until: '2026-09-30' }),
  ],
  today: '2026-10-22',
  country: 'FR',
  isFree: (msisdn) => msisdn !== '+33639980001',
}

const problems = (text: string) => {
  const judged = judgeLineFile(text, facts)
  return judged.ok
    ? judged.value.map(({ line, problems: found }) => [line, ...found.map(({ code }) => code)])
    : judged.error
}

test('lines are read by the heads of their columns, in any order and language', () => {
  const judged = judgeLineFile('Forfait;Nom;SIM;Numéro;Commande\nMobile M;Karim Haddad;eSIM;06 39 98 77 77;PO-7', facts)
  expect(judged).toEqual({
    ok: true,
    value: [
      {
        line: 2,
        userName: 'Karim Haddad',
        planId: 'mobile-m',
        msisdn: '+33639987777',
        sim: 'eSim',
        purchaseOrder: 'PO-7',
        problems: [],
      },
    ],
  })
  expect(problems('имя;тариф\nИрина;мобильный m')).toEqual([[2]])
})

test('each line says everything that is wrong with it', () => {
  const file = [
    'name,plan,number,sim',
    'Karim,mobile-m,,',
    ',mobile-m,,',
    'Léa,gold,,',
    'Léa,summer,,',
    'Léa,mobile-m,12,',
    'Léa,mobile-m,06 39 98 77 77,',
    'Luc,mobile-m,+33 6 39 98 77 77,floppy',
    'Luc,mobile-m,06 39 98 00 01,',
    'Luc,mobile-m',
    `${'x'.repeat(81)},mobile-m,,`,
  ].join('\n')
  expect(problems(file)).toEqual([
    [2],
    [3, 'LINE_NAME_EMPTY'],
    [4, 'LINE_PLAN_UNKNOWN'],
    [5, 'LINE_PLAN_ENDED'],
    [6, 'LINE_NUMBER_WRONG'],
    [7],
    [8, 'LINE_NUMBER_TWICE', 'LINE_SIM_WRONG'],
    [9, 'LINE_NUMBER_TAKEN'],
    [10, 'LINE_CELLS'],
    [11, 'LINE_NAME_LONG'],
  ])
})

test.each([
  ['', 'LINES_EMPTY', undefined],
  ['name;plan', 'LINES_EMPTY', undefined],
  ['name;number\na;b', 'LINES_COLUMN_MISSING', { column: 'plan' }],
  ['name;plan;colour\na;b;c', 'LINES_COLUMN_UNKNOWN', { column: 'colour' }],
  [`name;plan\n${'a;mobile-m\n'.repeat(501)}`, 'LINES_TOO_MANY', { has: 501, max: 500 }],
] as const)('%.20s: %s', (text, code, details) => {
  expect(judgeLineFile(text, facts)).toEqual({
    ok: false,
    error: details === undefined ? { code } : { code, details },
  })
})

test('500 lines are one file', () => {
  const judged = judgeLineFile(`name;plan\n${'a;mobile-m\n'.repeat(500)}`, facts)
  expect(judged.ok && judged.value.length).toBe(500)
})
