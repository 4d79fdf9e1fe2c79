import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { contractFacts } from './contract-facts.fixture.ts'
import { wordsOf } from './contract-document.ts'
import { isPathData } from '#shared/domain/contract/path-data.ts'
import { makeContractPdf } from './contract-pdf.ts'

const fonts = path.resolve(import.meta.dirname, '../../resources/fonts')

function textOf(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/ +/g, ' ')
}

function rowsOf(facts: Parameters<typeof wordsOf>[0]): Record<string, string> {
  return Object.fromEntries(
    wordsOf(facts).rows.map(({ label, value }) => [label, value.map(({ text }) => text).join('')]),
  )
}

describe('the contract on paper', () => {
  it('says what was agreed, on the first page, and is conditional only where it says so', async () => {
    const text = textOf(await makeContractPdf(contractFacts(), fonts))
    const [summary = '', conditions = ''] = text.split('\f')
    for (const said of [
      'Northline Mobile C-26-10417, page 1 of 2',
      'Anna Maria Eriksson, 12 rue des Glacis, 54000 Nancy',
      'Plan Mobile M 40 GB with Europe+ calls',
      'Phone number +33 6 39 98 77 77',
      'Due now 39.90, of it deposit 29.90',
      'First bill 11.58 on 3 Nov 2026, 12 of 31 days',
      'Commitment 24 months, to 22 Oct 2028; total 727.60',
      'Conditional until confirmed.',
      '23 Oct 2026, 14:00',
      'Nancy, 22 Oct 2026',
    ])
      expect(summary).toContain(said)
    expect(conditions).toContain('page 2 of 2')
    expect(conditions).toContain('8. Your data')
    expect(textOf(await makeContractPdf(contractFacts({}, { isConditional: false }), fonts))).not.toContain(
      'Conditional',
    )
  })

  it('is the same to the byte whenever it is made from the same facts, and another when a fact differs', async () => {
    const [first, second, other] = [
      await makeContractPdf(contractFacts(), fonts),
      await makeContractPdf(contractFacts(), fonts),
      await makeContractPdf(contractFacts({}, { monthlyMinor: 2991 }), fonts),
    ]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false)
  })

  it('is tagged, titled, dated by the signature and carries its fonts', async () => {
    const pdf = await makeContractPdf(contractFacts(), fonts)
    const info = execFileSync('pdfinfo', ['-isodates', '-'], { input: pdf, encoding: 'utf8' })
    expect(info).toMatch(/Title:\s+Contract C-26-10417/)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/CreationDate:\s+2026-10-22T12:06:00/)
    const fontLines = execFileSync('pdffonts', ['-'], { input: pdf, encoding: 'utf8' }).split('\n').slice(2, -1)
    expect(fontLines.map((line) => / yes yes yes /.test(line))).toEqual([true, true])
  })

  it('writes Czech, French and Russian names as they are', async () => {
    const customer = { name: 'Ольга Ščučková-Bœuf', street: 'Příčná 1', postalCode: '110 00', town: 'Łódź' }
    expect(textOf(await makeContractPdf(contractFacts({ customer }), fonts))).toContain(
      'Ольга Ščučková-Bœuf, Příčná 1, 110 00 Łódź',
    )
  })

  it.each([
    [
      'fr',
      'page 1 sur 2',
      'À payer maintenant 39,90, dont dépôt de garantie 29,90',
      '24 mois, jusqu’au 22 oct. 2028',
      '8. Vos données',
    ],
    ['cs', 'strana 1 z 2', 'K úhradě nyní 39,90, z toho kauce 29,90', '24 měsíců, do 22. 10. 2028', '8. Vaše údaje'],
    [
      'ru',
      'страница 1 из 2',
      'К оплате сейчас 39,90, из них депозит 29,90',
      '24 месяца, до 22 окт. 2028 г.',
      '8. Ваши данные',
    ],
  ] as const)('is whole in %s: two pages, sums and dates as written there', async (language, ...said) => {
    const pdf = await makeContractPdf(contractFacts({ language }), fonts)
    const text = textOf(pdf).replace(/[\u00a0\u202f]/g, ' ')
    for (const words of said) expect(text).toContain(words)
    const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' })
    expect(info).toMatch(/Pages:\s+2/)
    expect(text).not.toMatch(/paper\.|Commitment|Due now|\{/)
  })

  it('words a pre-paid line without bill, deposit, commitment and notice', () => {
    const facts = contractFacts(
      { isPostPaid: false, addOnNames: [], leavePercent: 0 },
      {
        dueNowMinor: 1990,
        depositMinor: 0,
        firstBillMinor: 0,
        firstBillOn: null,
        commitmentMonths: 0,
        commitmentUntil: null,
        sim: 'eSim',
      },
    )
    expect(rowsOf(facts)).toMatchObject({
      Plan: 'Mobile M 40 GB',
      SIM: 'eSIM',
      'Due now': '19.90',
      'First bill': 'None, this is a pre-paid line',
      Commitment: 'None, you may leave at any time',
      'If you leave early': 'Nothing',
    })
  })

  it.each(['', 'Anna', 'L1 2', '<script>', 'M1 2 url(#x)'])(
    'strokes that are no path are refused: %s',
    async (signature) => {
      expect(isPathData(signature)).toBe(false)
      await expect(makeContractPdf(contractFacts({ signature }), fonts)).rejects.toThrow('no SVG path')
    },
  )
})
