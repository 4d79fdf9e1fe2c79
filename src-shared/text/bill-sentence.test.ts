import { expect, test } from 'vitest'
import type { Explanation } from '#shared/domain/bill/explain-difference.ts'
import { billSentence } from './bill-sentence.ts'
import type { Language } from './translate.ts'

const reader = (language: Language) =>
  ({ language, currency: 'EUR', zone: 'Europe/Paris', today: '2026-10-22' }) as const
const shock: Explanation = {
  differenceMinor: 3820,
  parts: [
    { kind: 'roaming', amountMinor: 3100 },
    { kind: 'partMonth', amountMinor: 720 },
  ],
}
const facts = {
  explanation: shock,
  payableMinor: 7110,
  billDate: '2026-10-13',
  other: { billDate: '2026-09-13', isLast: true },
  isFirst: true,
  takesBack: null,
}
const mixed = {
  differenceMinor: -123_456,
  parts: [
    { kind: 'endedFee', amountMinor: -123_956 },
    { kind: 'data', amountMinor: 500 },
  ],
} as const
const wide = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

test.each([
  ['en', '38.20 more than last month: roaming 31.00, part month 7.20.'],
  ['fr', '38,20 de plus que le mois dernier : itinérance 31,00, mois partiel 7,20.'],
  ['cs', 'O 38,20 více než minulý měsíc: roaming 31,00, část měsíce 7,20.'],
  ['ru', 'На 38,20 больше, чем в прошлом месяце: роуминг 31,00, неполный месяц 7,20.'],
] as const)('a dearer bill is read aloud in %s', (language, said) => {
  expect(wide(billSentence(reader(language), facts).whole)).toBe(said)
})

test.each([
  ['en', '1,234.56 less than the bill of 13 Aug: ended fees −1,239.56, data +5.00.'],
  ['fr', '1 234,56 de moins que la facture du 13 août : abonnements terminés −1 239,56, données +5,00.'],
  ['cs', 'O 1 234,56 méně než na vyúčtování z 13. 8.: ukončené poplatky −1 239,56, data +5,00.'],
  ['ru', 'На 1 234,56 меньше, чем в счёте от 13 авг.: завершённые услуги −1 239,56, интернет +5,00.'],
] as const)('a cheaper one, compared with any month and with parts of both signs, in %s', (language, said) => {
  const other = { billDate: '2026-08-13', isLast: false }
  expect(wide(billSentence(reader(language), { ...facts, explanation: mixed, other }).whole)).toBe(said)
})

test.each([
  ['the same', { explanation: { differenceMinor: 0, parts: [] } }, 'The same as last month, 71.10.'],
  [
    'the same by chance',
    {
      explanation: {
        differenceMinor: 0,
        parts: [
          { kind: 'calls', amountMinor: 5 },
          { kind: 'data', amountMinor: -5 },
        ],
      },
    },
    'The same as last month, 71.10: calls +0.05, data −0.05.',
  ],
  ['a first bill', { other: null }, 'The first bill, 71.10: roaming 31.00, part month 7.20.'],
  ['the running month', { other: null, isRunning: true }, 'So far this month, 71.10: roaming 31.00, part month 7.20.'],
  [
    'a bill whose last one is not at hand',
    { other: null, isFirst: false },
    'This bill, 71.10: roaming 31.00, part month 7.20.',
  ],
  [
    'twice a month',
    { other: { billDate: '2026-09-28', isLast: true } },
    '38.20 more than the last bill: roaming 31.00, part month 7.20.',
  ],
  ['a credit note of a part', { takesBack: '100001-0007', isPart: true }, 'Gives back 71.10 of bill 100001-0007.'],
  ['a credit note', { takesBack: '100001-0007' }, 'Takes back bill 100001-0007, 71.10.'],
] as const)('the sentence of %s', (_what, change, said) => {
  expect(billSentence(reader('en'), { ...facts, ...change } as typeof facts).whole).toBe(said)
})
