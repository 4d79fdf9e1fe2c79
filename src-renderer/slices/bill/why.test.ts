import { expect, test } from 'vitest'
import { textFor } from '#renderer/app/text.tsx'
import { billLine, usageLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import type { BilledUseView, BillView } from '#shared/domain/bill/contract.ts'
import { groupLines } from '#shared/domain/bill/group-lines.ts'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import type { Language } from '#shared/text/translate.ts'
import { openAtFirst, whyRows } from './why-rows.ts'
import { recordFinder, recordWhy } from './why-text.ts'
import { billLineWhy } from '#shared/text/bill-line-words.ts'

const textIn = (language: Language) => textFor({ language, currency: 'EUR', zone: 'Europe/Paris', today: '2026-10-22' })
const english = textIn('en')
const wide = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

function rate(change: object = {}): string {
  const tiers = [{ fromUnits: 0, priceMicro: 2_000_000 }]
  return JSON.stringify({ key: 'r/0', first: 60, increment: 60, unitSize: 60, connectMicro: 0, tiers, ...change })
}
const calls = usageLine('voice', 'roamingZone3', 2400, {
  unit: 'second',
  quantity: 720,
  rate: rate(),
  records: 2,
  id: 'calls',
})
const egypt: BilledUseView = {
  ...{ id: 'r1', startedAt: Date.UTC(2026, 9, 5, 16, 41), other: '+33465710018', visited: '60201', units: 442 },
  ...{ charged: 480, free: 0, amountMicro: 16_000_000, isBeyondFairUse: false },
}

test.each([
  ['en', '12 minutes begun at 2.00'],
  ['fr', '12 minutes entamées à 2,00'],
  ['cs', '12 započatých minut po 2,00'],
  ['ru', '12 начатых минут по 2,00'],
] as const)('a line of calls says its rate in %s', (language, why) => {
  expect(wide(billLineWhy(calls, textIn(language).reader, { isTaxIncluded: true }))).toBe(why)
})

test.each([
  ['a whole month', billLine(), '13 Sep to 12 Oct, 30 of 30 days of 24.90'],
  ['a part from its first day', billLine({ from_date: '2026-10-01', days: 12 }), 'from 1 Oct, 12 of 30 days of 24.90'],
  ['a part to its last day', billLine({ to_date: '2026-09-25', days: 12 }), 'until 24 Sep, 12 of 30 days of 24.90'],
  ['a correction', billLine({ is_correction: 1 }), 'corrected: 13 Sep to 12 Oct, 30 of 30 days of 24.90'],
  ['what is paid once', billLine({ kind: 'oneTime', from_date: '2026-09-14' }), 'once, on 14 Sep'],
  ['what an allowance took in part', { ...calls, free: 120 }, '10 minutes begun at 2.00, 2 min within the allowance'],
  ['time by the second', { ...calls, rate: rate({ increment: 1 }) }, '12 min at 2.00 a minute'],
  [
    'a fee to connect',
    { ...calls, rate: rate({ connectMicro: 100_000 }) },
    '12 minutes begun at 2.00, plus 0.10 to connect',
  ],
  [
    'data',
    { ...calls, unit: 'octet', quantity: 2_500_000, rate: rate({ unitSize: 1_000_000 }) },
    '2.5 MB at 2.00 per MB',
  ],
  [
    'some hours of some days',
    { ...calls, rate: rate({ band: { days: ['weekday'], from: 1200, to: 1440 } }) },
    'weekdays, 20:00 to 24:00, 12 minutes begun at 2.00',
  ],
  [
    'days of their own',
    { ...calls, rate: rate({ band: { days: ['weekend', 'holiday'], from: 0, to: 1440 } }) },
    'weekends, holidays, 12 minutes begun at 2.00',
  ],
  ['what was free', { ...calls, rate: '{"key":""}' }, 'free of charge'],
] as const)('a line says how its sum comes about: %s', (_what, line, why) => {
  expect(billLineWhy(line as BillLineRow, english.reader, { isTaxIncluded: true })).toBe(why)
})

test('a record says to whom, how long, and what was charged; the number is masked', () => {
  expect(recordWhy(egypt, calls, english)).toBe('to +33 4 •• •• •• 18, 7 min 22 s, 8 begun × 2.00')
  expect(recordWhy({ ...egypt, free: 480 }, calls, english)).toContain('within the allowance')
})

test.each([
  ['en', 'to +33 4 •• •• •• 18, 7 min 22 s, within the allowance, beyond fair use'],
  ['fr', 'compris dans le forfait, au-delà de l’usage raisonnable'],
  ['cs', 'v ceně tarifu, nad rámec přiměřeného užívání'],
  ['ru', 'входит в пакет, сверх разумного использования'],
] as const)('a record beyond fair use says so in %s', (language, said) => {
  const beyond = { ...egypt, free: 480, amountMicro: 0, isBeyondFairUse: true }
  expect(wide(recordWhy(beyond, calls, textIn(language)))).toContain(said)
  expect(wide(recordWhy({ ...beyond, isBeyondFairUse: false }, calls, textIn(language)))).not.toContain(said)
})

test.each([
  ['its number as dialled at home', '04 65 71', 1],
  ['its number with the country', '+33465', 1],
  ['its day', '5 oct', 1],
  ['its sum', '16,00', 1],
  ['another sum', '17.00', 0],
] as const)('a record is found by %s', (_how, typed, count) => {
  expect(recordFinder([{ lineId: 'calls', uses: [egypt] }], english)(typed)).toHaveLength(count)
})

test('what changed most stands open, its records below once they are asked for, and what is missing is said', () => {
  const lines = [billLine({ id: 'fee' }), calls]
  const view: BillView = {
    ...{
      bill: billOf(lines, { id: 'b', bill_date: '2026-10-13' }),
      isLast: true,
      isFirst: false,
      taxes: [],
      paidMinor: 0,
      numbers: {},
    },
    other: billOf([billLine()], { id: 'a', bill_date: '2026-09-13' }),
    about: { takesBack: null, creditedBy: null },
    explanation: { differenceMinor: 2400, parts: [] },
    users: groupLines(lines, [billLine()]).map((user) => ({
      ...user,
      name: 'Jana',
      groups: user.groups.map((group) => ({ ...group, lines: [...group.lines] })),
    })),
  }
  const atFirst = openAtFirst(view)
  expect(whyRows(view, atFirst, undefined).map(({ of, level }) => `${of} ${level}`)).toEqual([
    'group 1',
    'line 2',
    'group 1',
  ])
  const open = new Set([...atFirst, 'calls'])
  expect(whyRows(view, open, undefined).map(({ of }) => of)).toEqual(['group', 'line', 'missing', 'group'])
  const asked = whyRows(view, open, new Map([['calls', [egypt]]]))
  expect(asked.map(({ of }) => of)).toEqual(['group', 'line', 'record', 'missing', 'group'])
  expect(asked.find((row) => row.of === 'missing')).toMatchObject({ count: 1 })
})
