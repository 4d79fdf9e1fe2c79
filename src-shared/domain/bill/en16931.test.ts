import { describe, expect, test } from 'vitest'
import { billDocument, usageLine } from './bill-document.fixture.ts'
import type { LineFacts } from './bill-document.fixture.ts'
import { brokenRules, en16931Rules } from './en16931.ts'
import { quotient, wholeOf } from './en16931-reading.ts'
import { billToUbl } from './ubl.ts'

const words = {
  line: () => ({ name: 'Fee', detail: '' }),
  exemption: (category: string) => `reason ${category}`,
  terms: 'T',
}
const company = { ...billDocument().buyer, vatNumber: 'FR04904126877', registerNumber: '904126877' }
const about = { number: '100001-0006', date: '2026-10-03' }

function xmlOf(lines: readonly LineFacts[], isNote = false): string {
  const bill = { tax_included: 0, kind: isNote ? 'creditNote' : 'bill' }
  return billToUbl(billDocument(lines, bill, { buyer: company, about }), words)
}

/** Two rates of tax: 100.00 at 20 %, 30.01 used at 5.5 %. */
const standard = xmlOf([{ amount_minor: 10_000 }, { ...usageLine(3001), tax: { category: 'S', basisPoints: 550 } }])
const of = (category: 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O') =>
  xmlOf([{ amount_minor: 990, tax: { category, basisPoints: 0 } }])
const note = xmlOf([{ amount_minor: 10_000 }], true)

const allowance = (indicator: string) =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">1.00</cbc:Amount>` +
  '<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20.00</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:AllowanceCharge>'
const lineOf = (xml: string): string => /<cac:InvoiceLine>[\s\S]*?<\/cac:InvoiceLine>/.exec(xml)?.[0] ?? ''
const sellerVat = /<cac:PartyTaxScheme>\s*<cbc:CompanyID>FR44[\s\S]*?<\/cac:PartyTaxScheme>/
const buyerVat = /<cac:PartyTaxScheme>\s*<cbc:CompanyID>FR04[\s\S]*?<\/cac:PartyTaxScheme>/
const buyerRegister = /<cbc:CompanyID schemeID="0002">904126877<\/cbc:CompanyID>/
const subtotal = /<cac:TaxSubtotal>[\s\S]*?<\/cac:TaxSubtotal>/
const reason = /<cbc:TaxExemptionReason(Code)?>.*<\/cbc:TaxExemptionReason(Code)?>\s*/g
const scheme = /(<cac:TaxCategory>[\s\S]*?)<cac:TaxScheme>/

/** A rule, a good document, and the change that breaks it. */
type Plant = readonly [id: string, xml: string, from: string | RegExp, to: string]

const totals: readonly Plant[] = [
  ['BR-CO-10', standard, /(<cbc:LineExtensionAmount currencyID="EUR">)130\.01/, '$1130.02'],
  ['BR-CO-11', standard, '<cac:TaxTotal>', `${allowance('false')}<cac:TaxTotal>`],
  ['BR-CO-12', standard, '<cac:TaxTotal>', `${allowance('true')}<cac:TaxTotal>`],
  ['BR-CO-13', standard, /(<cbc:TaxExclusiveAmount currencyID="EUR">)130\.01/, '$1130.00'],
  ['BR-CO-14', standard, '>21.65<', '>21.66<'],
  ['BR-CO-15', standard, '>151.66<', '>151.67<'],
  ['BR-CO-16', standard, /(<cbc:PayableAmount currencyID="EUR">)151\.66/, '$1151.65'],
  ['BR-CO-17', standard, '>1.65<', '>1.66<'],
  ['BR-CO-18', standard, /<cac:TaxSubtotal>[\s\S]*<\/cac:TaxSubtotal>/, ''],
  ['BR-DEC', standard, '>151.66<', '>151.660001<'],
  ['PEPPOL-EN16931-R120', standard, '>100.00</cbc:PriceAmount>', '>99.99</cbc:PriceAmount>'],
]

const needs: readonly Plant[] = [
  ['BR-01', standard, /<cbc:CustomizationID>.*/, ''],
  ['BR-02', standard, '<cbc:ID>100001-0007</cbc:ID>', ''],
  ['BR-03', standard, /<cbc:IssueDate>2026-11-03.*/, ''],
  ['BR-04', standard, '>380<', '>381<'],
  ['BR-05', standard, /<cbc:DocumentCurrencyCode>.*/, ''],
  ['BR-06', standard, /<cbc:RegistrationName>Northline.*/, ''],
  ['BR-07', standard, /<cbc:RegistrationName>Anna.*/, ''],
  ['BR-09', standard, /<cbc:IdentificationCode>FR<\/cbc:IdentificationCode>/, ''],
  ['BR-11', standard, /(12 rue[\s\S]*?)<cbc:IdentificationCode>FR<\/cbc:IdentificationCode>/, '$1'],
  ['BR-12', standard, /<cbc:LineExtensionAmount currencyID="EUR">130\.01<\/cbc:LineExtensionAmount>/, ''],
  ['BR-13', standard, /<cbc:TaxExclusiveAmount.*/, ''],
  ['BR-14', standard, /<cbc:TaxInclusiveAmount.*/, ''],
  ['BR-15', standard, /<cbc:PayableAmount.*/, ''],
  ['BR-16', standard, /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, ''],
  ['BR-21', standard, '<cbc:ID>2</cbc:ID>', ''],
  ['BR-22', standard, /<cbc:InvoicedQuantity.*/, ''],
  ['BR-23', standard, ' unitCode="C62"', ''],
  ['BR-24', standard, /<cbc:LineExtensionAmount currencyID="EUR">100.*/, ''],
  ['BR-25', standard, /(<cac:Item>\s*)<cbc:Name>Fee<\/cbc:Name>/, '$1'],
  ['BR-26', standard, /<cbc:PriceAmount.*/, ''],
  ['BR-27', standard, '>100.00</cbc:PriceAmount>', '>-100.00</cbc:PriceAmount>'],
  ['BR-29', standard, '>2026-11-02<', '>2026-10-02<'],
  ['BR-30', standard, /(<cac:InvoiceLine>[\s\S]*?)2026-11-02/, '$12026-10-02'],
  ['BR-49', standard, /<cbc:PaymentMeansCode>.*/, ''],
  ['BR-55', note, '<cbc:ID>100001-0006</cbc:ID>', ''],
  ['BR-61', standard, /<cac:PayeeFinancialAccount>[\s\S]*<\/cac:PayeeFinancialAccount>/, ''],
  ['BR-CO-04', standard, /<cac:ClassifiedTaxCategory>[\s\S]*?<\/cac:ClassifiedTaxCategory>/, ''],
  ['BR-CO-09', standard, '<cbc:CompanyID>FR44', '<cbc:CompanyID>44'],
  ['BR-CO-19', standard, /<cbc:StartDate>2026-10-03<\/cbc:StartDate>\s*<cbc:EndDate>2026-11-02<\/cbc:EndDate>/, ''],
  ['BR-CO-20', standard, /(<cac:InvoiceLine>[\s\S]*?)<cbc:StartDate>.*\s*<cbc:EndDate>.*/, '$1'],
  ['BR-CO-25', standard, /<cbc:DueDate>.*|<cac:PaymentTerms>[\s\S]*<\/cac:PaymentTerms>/g, ''],
  ['BR-CO-26', standard, /<cbc:CompanyID( schemeID="0002")?>(FR44732829320|732829320)<\/cbc:CompanyID>/g, ''],
  ['PEPPOL-EN16931-R001', standard, /<cbc:ProfileID>.*/, ''],
  ['PEPPOL-EN16931-R003', standard, /<cbc:BuyerReference>.*/, ''],
  ['PEPPOL-EN16931-R010', standard, /<cbc:EndpointID schemeID="9957">FR04.*/, ''],
  ['PEPPOL-EN16931-R020', standard, /<cbc:EndpointID schemeID="9957">FR44.*/, ''],
  ['PEPPOL-EN16931-R110', standard, /(<cac:InvoiceLine>[\s\S]*?)2026-10-03/, '$12026-10-02'],
  ['PEPPOL-EN16931-R111', standard, /(<cac:InvoiceLine>[\s\S]*?)2026-11-02/, '$12026-11-03'],
]

/** What breaks in every family without a rate. */
const untaxed = (prefix: string, code: 'Z' | 'E' | 'AE' | 'K' | 'G'): readonly Plant[] => [
  [`${prefix}-01`, of(code), subtotal, '$&$&'],
  [`${prefix}-02`, of(code), sellerVat, ''],
  [
    `${prefix}-05`,
    of(code),
    /0\.00(<\/cbc:Percent>\s*<cac:TaxScheme>\s*<cbc:ID>VAT<\/cbc:ID>\s*<\/cac:TaxScheme>\s*<\/cac:Classified)/,
    '1.00$1',
  ],
  [`${prefix}-08`, of(code), '>9.90</cbc:TaxableAmount>', '>9.91</cbc:TaxableAmount>'],
  [`${prefix}-09`, of(code), /0\.00(<\/cbc:TaxAmount>\s*<cac:TaxCategory>)/, '0.01$1'],
]

const categories: readonly Plant[] = [
  ['BR-S-01', standard, /<cac:TaxSubtotal>[\s\S]*<\/cac:TaxSubtotal>/, ''],
  ['BR-S-02', standard, sellerVat, ''],
  [
    'BR-S-05',
    standard,
    />20\.00(<\/cbc:Percent>\s*<cac:TaxScheme>\s*<cbc:ID>VAT<\/cbc:ID>\s*<\/cac:TaxScheme>\s*<\/cac:Classified)/,
    '>0.00$1',
  ],
  ['BR-S-08', standard, '>30.01</cbc:TaxableAmount>', '>30.00</cbc:TaxableAmount>'],
  ['BR-S-09', standard, '>1.65<', '>1.64<'],
  ['BR-S-10', standard, scheme, '$1<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason><cac:TaxScheme>'],
  ...untaxed('BR-Z', 'Z'),
  ['BR-Z-10', of('Z'), scheme, '$1<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason><cac:TaxScheme>'],
  ...untaxed('BR-E', 'E'),
  ['BR-E-10', of('E'), reason, ''],
  ...untaxed('BR-AE', 'AE'),
  ['BR-AE-02', of('AE').replace(buyerRegister, ''), buyerVat, ''],
  ['BR-AE-10', of('AE'), reason, ''],
  ...untaxed('BR-IC', 'K'),
  ['BR-IC-02', of('K'), buyerVat, ''],
  ['BR-IC-10', of('K'), reason, ''],
  ['BR-IC-11', of('K'), /<cbc:StartDate>2026-10-03<\/cbc:StartDate>\s*<cbc:EndDate>2026-11-02<\/cbc:EndDate>/, ''],
  ['BR-IC-12', of('K'), /<cac:DeliveryLocation>[\s\S]*<\/cac:DeliveryLocation>/, ''],
  ...untaxed('BR-G', 'G'),
  ['BR-G-10', of('G'), reason, ''],
  ['BR-O-01', of('O'), subtotal, '$&$&'],
  [
    'BR-O-02',
    of('O'),
    '<cac:PartyLegalEntity>',
    '<cac:PartyTaxScheme><cbc:CompanyID>FR1</cbc:CompanyID></cac:PartyTaxScheme>$&',
  ],
  ['BR-O-05', of('O'), /(<cac:ClassifiedTaxCategory>\s*<cbc:ID>O<\/cbc:ID>)/, '$1<cbc:Percent>0</cbc:Percent>'],
  ['BR-O-08', of('O'), '>9.90</cbc:TaxableAmount>', '>9.91</cbc:TaxableAmount>'],
  ['BR-O-09', of('O'), /0\.00(<\/cbc:TaxAmount>\s*<cac:TaxCategory>)/, '0.01$1'],
  ['BR-O-10', of('O'), reason, ''],
  ['BR-O-11', of('O'), '</Invoice>', `${lineOf(of('Z'))}</Invoice>`],
]

const plants: readonly Plant[] = [...totals, ...needs, ...categories]

test('the good documents break no rule', () => {
  const good = [standard, note, ...(['Z', 'E', 'AE', 'K', 'G', 'O'] as const).map(of)]
  expect(good.map(brokenRules)).toEqual(good.map(() => []))
})

describe('a planted violation makes its rule speak', () => {
  test.each(plants)('%s', (id, xml, from, to) => {
    const planted = xml.replace(from, to)
    expect(planted).not.toBe(xml)
    expect(brokenRules(planted)).toContain(id)
  })

  test('for every rule there is', () => {
    const planted = new Set(plants.map(([id]) => id))
    expect(en16931Rules.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([])
  })
})

test('what is no XML, and what is no invoice, is not judged good', () => {
  expect([brokenRules('<a'), brokenRules('<Order/>')]).toEqual([['XML_BROKEN'], ['NO_DOCUMENT']])
})

test('sums are exact: halves go away from zero on both sides, and no figure is lost', () => {
  expect([quotient(25n, 10n), quotient(-25n, 10n), quotient(24n, 10n), quotient(0n, 3n)]).toEqual([3n, -3n, 2n, 0n])
  expect(wholeOf('90071992547409.93', 2)).toBe(9_007_199_254_740_993n)
  expect([wholeOf('1.005', 2), wholeOf('1e3', 2), wholeOf('', 2), wholeOf('-1.50', 2)]).toEqual([
    ...[undefined, undefined, undefined, -150n],
  ])
})
