import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { billDocument, usageLine } from '#shared/domain/bill/bill-document.fixture.ts'
import type { BillDocument, BillUse } from '#shared/domain/bill/document.ts'
import { makeBillPdf } from './bill-pdf.ts'
import type { BillPaper } from './bill-words.ts'
import { billWords } from './bill-words.ts'
import { moneyText } from '#shared/text/amount-text.ts'

const fonts = path.resolve(import.meta.dirname, '../../resources/fonts')
const inEnglish = { language: 'en', currency: 'EUR', zone: 'Europe/Paris', today: '' } as const

function paperOf(billPaper: BillDocument, change: Partial<BillPaper> = {}): BillPaper {
  const of = { billPaper, reference: billPaper.bill.number, operator: 'Northline Mobile', zone: 'Europe/Paris' }
  return { ...of, language: 'en', explained: null, ...change }
}

/** What the PDF says, as it is laid out: a row of a table is a line. */
function textIn(pdf: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return text.replace(/[ \u00a0\u202f]+/g, ' ')
}

async function textOf(paper: BillPaper): Promise<string> {
  return textIn(await makeBillPdf(paper, fonts))
}

const call = (lineId: string, index: number): BillUse => ({
  ...{ lineId, id: `r${index}`, other: '+33123456741', visited: '602', units: 442, charged: 480, free: 0 },
  ...{ amountMicro: 16_000_000, isBeyondFairUse: false },
  startedAt: Date.UTC(2026, 9, 5, 16, 41) + index * 60_000,
})
const part = { from_date: '2026-10-22', days: 12, of_days: 31, price_minor: 1800 }
const shock = billDocument(
  [{ amount_minor: 2490 }, { amount_minor: 697, ...part }, usageLine(2400)],
  { open_minor: 2587, state: 'partiallyPaid' },
  { usage: [call('bill-1/3', 0), { ...call('bill-1/3', 1), amountMicro: 0 }] },
)
const note = billDocument(
  [{ amount_minor: 2490 }, usageLine(2400)],
  {
    kind: 'creditNote',
    reason: 'correction',
    about_id: 'bill-0',
    number: '100001-0008',
    open_minor: 0,
    state: 'settled',
  },
  { about: { number: '100001-0007', date: '2026-11-03' }, usage: [] },
)

// made once: several tests look at different things of it
let shockPdf: Uint8Array = new Uint8Array()
beforeAll(async () => {
  shockPdf = await makeBillPdf(paperOf(shock, { explained: '38.20 more than last month: roaming 31.00.' }), fonts)
})

describe('a bill on paper', () => {
  it('says what is to be paid, each line with how it came about, and how to pay', () => {
    const text = textIn(shockPdf)
    for (const said of [
      'Northline Mobile 100001-0007, page 1 of',
      'Bill 100001-0007',
      'Anna Maria Eriksson',
      'Period 3 Oct 2026 to 2 Nov 2026',
      'To pay by 17 Nov 2026 25.87',
      '38.20 more than last month: roaming 31.00.',
      '+33 6 39 98 77 77',
      'from 22 Oct 2026, 12 of 31 days of 18.00',
      'Roaming: Calls made, outside the EU 20 % 24.00',
      '3 calls, 12 minutes begun at 2.00',
      'Account (IBAN) FR14 2004 1010 0505 0001 3M02 606',
      'Reference RF',
      'Amount 25.87 EUR',
      'VAT number FR44732829320.',
    ])
      expect(text).toContain(said)
  })

  it('lists the single calls, whoever was called partly hidden', () => {
    const text = textIn(shockPdf)
    expect(text).toContain('5 Oct 2026, 18:41 +33 1 •• •• •• 41 7 min 22 s 16.00')
    expect(text).toContain('5 Oct 2026, 18:42 +33 1 •• •• •• 41 7 min 22 s free')
    expect(text).not.toContain('23 45 67')
  })

  it('says of a call beyond fair use that it is, and that it is free', async () => {
    const usage = [{ ...call('bill-1/3', 0), amountMicro: 0, isBeyondFairUse: true }]
    const marks = (language: 'en' | 'fr' | 'cs' | 'ru') =>
      billWords(paperOf({ ...shock, usage }, { language }))
        .usage?.groups[0]?.rows[0]?.[1]?.replace(/\u00a0/g, ' ')
        .split(', ')[1]
    expect((['en', 'fr', 'cs', 'ru'] as const).map(marks)).toEqual([
      'beyond fair use',
      'au-delà de l’usage raisonnable',
      'nad rámec přiměřeného užívání',
      'сверх разумного использования',
    ])
    expect(await textOf(paperOf({ ...shock, usage }))).toMatch(/41, beyond fair\s+7 min 22 s\s+free\s+use/)
  })

  it('says when the single calls are not at hand', () => {
    const { missing, usage } = billWords(paperOf({ ...shock, usage: [] }))
    expect([missing, usage]).toEqual([expect.stringContaining('are not at hand here'), null])
    expect(billWords(paperOf(shock)).missing).toContain('Not every call')
  })

  it.each([
    ['a bill', shock],
    ['a bill without tax', billDocument([{ amount_minor: 2490 }, usageLine(333)], { tax_included: 0 })],
    ['a bill with a rounding amount', billDocument([{ amount_minor: 3 }])],
    ['a bill that gives back', billDocument([{ amount_minor: 490 }, { amount_minor: -990, is_correction: 1 }])],
    ['a credit note', note],
  ])('of %s every total read back is that of its rows', async (_name, document) => {
    const { bill, lines, taxes } = document
    const text = await textOf(paperOf(document))
    const [summary = ''] = text.split('Every call, message and session')
    const money = (amountMinor: number): string => moneyText(amountMinor, inEnglish)
    const rows = summary.split('\n').map((line) => line.trim())
    expect(rows).toContain(`Total without tax ${money(bill.net_minor)}`)
    expect(rows).toContain(`Tax ${money(bill.tax_minor)}`)
    const total = bill.kind === 'creditNote' ? 'Total of the credit note' : 'Total of the bill'
    expect(rows).toContain(`${total} ${money(bill.payable_minor)}`)
    expect(summary.includes('Rounding')).toBe(bill.rounding_minor !== 0)
    for (const tax of taxes) expect(rows).toContain(`VAT 20 % ${money(tax.taxable_minor)} ${money(tax.tax_minor)}`)
    for (const line of lines)
      expect(rows.filter((row) => row.endsWith(` 20 % ${money(line.amount_minor)}`))).not.toEqual([])
    const shown = rows.filter((row) => / 20 % −?[0-9.]+$/.test(row) && !row.startsWith('VAT'))
    expect(shown).toHaveLength(lines.length)
  })

  it('says what was paid of it and what is left, or that nothing is', () => {
    expect(textIn(shockPdf)).toMatch(/Paid or credited until now −30\.00\s+To pay 25\.87/)
    const paid = billWords(paperOf({ ...shock, bill: { ...shock.bill, open_minor: 0, state: 'settled' } }))
    expect(paid.lead).toMatchObject({ label: 'Nothing to pay', amount: '0.00' })
    expect(paid.pay).toBeNull()
  })

  it('of a company names each branch with its sum', () => {
    const lines = [
      { amount_minor: 2490 },
      { amount_minor: 1000 },
      { amount_minor: 1990, user_id: 'metz', product_id: 'line-2' },
    ]
    const { groups } = billWords(paperOf(billDocument(lines, { tax_included: 0 })))
    expect(groups.map(({ user, sum }) => [user, sum?.label, sum?.amount])).toEqual([
      ['Anna Maria Eriksson', 'Sum of Anna Maria Eriksson', '34.90'],
      ['Boulangerie Martin Metz', 'Sum of Boulangerie Martin Metz', '19.90'],
    ])
    expect(groups[1]?.products.map(({ heading }) => heading)).toEqual(['+33 6 39 98 41 12'])
  })

  it('has a code for a transfer in euro, and none where the standard has none', () => {
    const code = (paper: BillPaper) => billWords(paper).pay?.code?.alt ?? null
    expect(code(paperOf(shock))).toBe('QR code of the transfer: 25.87 EUR to Northline Mobile SAS')
    expect(code(paperOf({ ...shock, bill: { ...shock.bill, currency: 'CZK' } }))).toBeNull()
    expect(code(paperOf({ ...shock, seller: { ...shock.seller, iban: null } }))).toBeNull()
  })

  it('over many pages numbers each and repeats the heads of its columns', async () => {
    const usage = Array.from({ length: 130 }, (_, index) => call('bill-1/3', index))
    const pages = (await textOf(paperOf({ ...shock, usage }))).split('\f').filter((page) => page.trim() !== '')
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.map((page) => /page (\d+) of (\d+)/.exec(page)?.slice(1))).toEqual(
      pages.map((_, index) => [String(index + 1), String(pages.length)]),
    )
    expect(pages.slice(2).filter((page) => !/When With How much Price/.test(page))).toEqual([])
    expect(pages.join('').match(/•• 41 7 min 22 s 16\.00/g)).toHaveLength(130)
  })
})

describe('a credit note on paper', () => {
  it('names the bill it takes back and asks for nothing', async () => {
    const text = await textOf(paperOf(note))
    expect(text).toContain('Credit note 100001-0008')
    expect(text).toContain('Takes back bill 100001-0007 of 3 Nov 2026')
    expect(text).toContain('Credited 48.90')
    expect(text).not.toMatch(/To pay|How to pay|at hand/)
  })
})

it.each([
  ['fr', 'Facture 100001-0007', 'À payer avant le 17 nov. 2026 inclus 25,87', 'Itinérance : Appels émis, hors de l’UE'],
  ['cs', 'Vyúčtování 100001-0007', 'K úhradě do 17. 11. 2026 25,87', 'Roaming: Odchozí hovory, mimo EU'],
  ['ru', 'Счёт 100001-0007', 'К оплате до 17 нояб. 2026 г. включительно 25,87', 'Роуминг: Исходящие звонки, вне ЕС'],
] as const)(
  'is whole in %s: no word of another language, sums and dates as written there',
  async (language, ...said) => {
    const text = await textOf(paperOf(shock, { language }))
    const words = JSON.stringify(billWords(paperOf(note, { language })))
    expect(words).not.toMatch(/bill(Paper)?\.|Total of|To pay|Account/)
    for (const one of said) expect(text).toContain(one)
    expect(text).not.toMatch(/bill(Paper)?\.|Total of|To pay|Account|\{/)
  },
)

it('is tagged, titled, dated by its day, carries its fonts, and is the same to the byte each time', async () => {
  const pdf = shockPdf
  const info = execFileSync('pdfinfo', ['-isodates', '-'], { input: pdf, encoding: 'utf8' })
  expect(info).toMatch(/Title:\s+Bill 100001-0007/)
  expect(info).toMatch(/Tagged:\s+yes/)
  expect(info).toMatch(/CreationDate:\s+2026-11-03T00:00:00/)
  const fontLines = execFileSync('pdffonts', ['-'], { input: pdf, encoding: 'utf8' }).split('\n').slice(2, -1)
  expect(fontLines.map((line) => / yes yes yes /.test(line))).toEqual([true, true])
  const again = await makeBillPdf(paperOf(shock, { explained: '38.20 more than last month: roaming 31.00.' }), fonts)
  expect(Buffer.from(pdf).equals(Buffer.from(again))).toBe(true)
})

it('is read aloud in order: title, amount, lines under their heads, totals, taxes, payment, records', () => {
  const tree = execFileSync('pdfinfo', ['-struct-text', '-'], { input: shockPdf, encoding: 'utf8' })
  const order = ['Bill 100001-0007', 'To pay by', 'Mobile M', 'Total without tax', 'VAT 20', 'How to pay', 'Every call']
  const places = order.map((words) => tree.indexOf(words))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(tree).toMatch(/Figure/)
})
