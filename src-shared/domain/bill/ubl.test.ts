import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml } from '#shared/kernel/read-xml.ts'
import type { XmlElement } from '#shared/kernel/xml.ts'
import { billDocument, usageLine } from './bill-document.fixture.ts'
import type { BillDocument } from './document.ts'
import { brokenRules } from './en16931.ts'
import { all, textAt } from './en16931-reading.ts'
import { billToUbl } from './ubl.ts'

const words = {
  line: () => ({ name: 'Mobile M <40 GB> & more', detail: '12 of 31 days' }),
  exemption: (category: string) => `no tax: ${category}`,
  terms: 'To pay by 17 Nov 2026.',
}
const xmlOf = (document: BillDocument): string => billToUbl(document, words)
const rootOf = (document: BillDocument): XmlElement => {
  const root = readXml(xmlOf(document))
  if (!root.ok) throw new Error(root.error.code)
  return root.value
}
const totalsIn = (document: BillDocument) =>
  Object.fromEntries(
    all(rootOf(document), 'cac:LegalMonetaryTotal')[0]?.children.map(({ name, text }) => [name.slice(4), text]) ?? [],
  )
const company = { vatNumber: 'FR04904126877', registerNumber: '904126877', purchaseOrder: 'PO 7' }

describe('a bill as UBL', () => {
  test('says the rows’ own totals, with what rounding they have', () => {
    const document = billDocument([{ amount_minor: 3 }, usageLine(4)])
    const { bill } = document
    expect([bill.net_minor, bill.tax_minor, bill.rounding_minor, bill.payable_minor]).toEqual([6, 1, 0, 7])
    expect(totalsIn(billDocument([{ amount_minor: 3 }]))).toEqual({
      ...{ LineExtensionAmount: '0.03', TaxExclusiveAmount: '0.03', TaxInclusiveAmount: '0.04' },
      ...{ PayableRoundingAmount: '-0.01', PayableAmount: '0.03' },
    })
  })

  test('says what the customer’s credit paid beforehand (BT-113)', () => {
    const document = billDocument([{ amount_minor: 2490 }], {}, { creditMinor: 1000 })
    expect(totalsIn(document)).toMatchObject({ PrepaidAmount: '10.00', PayableAmount: '14.90' })
    expect(brokenRules(xmlOf(document))).toEqual([])
  })

  test('has its elements in the order of the schema (standards.md 3.2)', () => {
    const order = [
      ...['CustomizationID', 'ProfileID', 'ID', 'IssueDate', 'DueDate', 'InvoiceTypeCode', 'DocumentCurrencyCode'],
      ...['BuyerReference', 'InvoicePeriod', 'OrderReference', 'BillingReference', 'AccountingSupplierParty'],
      ...['AccountingCustomerParty', 'Delivery', 'PaymentMeans', 'PaymentTerms', 'TaxTotal', 'LegalMonetaryTotal'],
      ...['InvoiceLine', 'InvoiceLine'],
    ]
    const within = { category: 'K', basisPoints: 0 } as const
    const lines = [
      { amount_minor: 100, tax: within },
      { amount_minor: 200, tax: within },
    ]
    const about = { number: '100001-0006', date: '2026-10-03' }
    const buyer = { ...billDocument().buyer, ...company }
    const document = billDocument(lines, { tax_included: 0, about_id: 'x' }, { about, buyer })
    expect(rootOf(document).children.map(({ name }) => name.slice(4))).toEqual(order)
    expect(brokenRules(xmlOf(document))).toEqual([])
  })

  test('of what was used says how much, in the standard’s units, and its price for it', () => {
    const lines = [
      usageLine(2400),
      usageLine(100, { unit: 'octet', quantity: 10_000_000 }),
      usageLine(0, { quantity: 0 }),
    ]
    const read = all(rootOf(billDocument(lines, { tax_included: 0 })), 'cac:InvoiceLine').map((line) => [
      textAt(line, 'cbc:InvoicedQuantity'),
      all(line, 'cbc:InvoicedQuantity')[0]?.attributes['unitCode'],
      textAt(line, 'cac:Price/cbc:PriceAmount'),
      textAt(line, 'cac:Price/cbc:BaseQuantity'),
    ])
    expect(read).toEqual([
      ['720', 'SEC', '24.00', '720'],
      ['10000000', 'AD', '1.00', '10000000'],
      ['1', 'C62', '0.00', undefined],
    ])
  })

  test('gives back by a quantity below zero, never by a price below zero', () => {
    const document = billDocument([{ amount_minor: 2490 }, { amount_minor: -500, kind: 'discount' }])
    const [, discount] = all(rootOf(document), 'cac:InvoiceLine')
    expect(discount && textAt(discount, 'cbc:InvoicedQuantity')).toBe('-1')
    expect(discount && textAt(discount, 'cac:Price/cbc:PriceAmount')).toBe('4.17')
    expect(brokenRules(xmlOf(document))).toEqual([])
  })

  test('reaches back to the earlier period that a line puts right', () => {
    const document = billDocument([
      { amount_minor: 100 },
      { amount_minor: -50, from_date: '2026-09-20', to_date: '2026-10-03' },
    ])
    const [period] = all(rootOf(document), 'cac:InvoicePeriod')
    expect(period?.children.map(({ text }) => text)).toEqual(['2026-09-20', '2026-11-02'])
  })

  test('has no decimals in a currency without any, and a transfer that is not SEPA', () => {
    const document = billDocument([{ amount_minor: 2490 }], { currency: 'JPY' })
    expect(totalsIn(document)).toMatchObject({ PayableAmount: '2490' })
    expect(textAt(rootOf(document), 'cac:PaymentMeans/cbc:PaymentMeansCode')).toBe('30')
  })

  test('to a company is a Peppol document with its numbers and its order; to a person without e-mail the plain norm', () => {
    const buyer = { ...billDocument().buyer, ...company }
    const root = rootOf(billDocument([{ amount_minor: 100 }], { tax_included: 0 }, { buyer }))
    const party = 'cac:AccountingCustomerParty/cac:Party'
    expect(textAt(root, 'cbc:ProfileID')).toContain('peppol')
    expect(textAt(root, `${party}/cbc:EndpointID`)).toBe('FR04904126877')
    expect(textAt(root, `${party}/cac:PartyLegalEntity/cbc:CompanyID`)).toBe('904126877')
    expect(textAt(root, 'cac:OrderReference/cbc:ID')).toBe('PO 7')
    const person = rootOf(billDocument(undefined, {}, { buyer: { ...billDocument().buyer, email: '' } }))
    expect(textAt(person, 'cbc:CustomizationID')).toBe('urn:cen.eu:en16931:2017')
    expect(textAt(person, 'cbc:ProfileID')).toBeUndefined()
  })
})

describe('a credit note as UBL', () => {
  const note = billDocument(
    [{ amount_minor: 2490 }, usageLine(310)],
    { kind: 'creditNote', about_id: 'bill-0', number: '100001-0008', open_minor: 0, state: 'settled' },
    { about: { number: '100001-0007', date: '2026-11-03' } },
  )

  test('is a CreditNote with amounts above zero, and names the bill it takes back (BT-25)', () => {
    const root = rootOf(note)
    expect(root.name).toBe('CreditNote')
    expect(textAt(root, 'cbc:CreditNoteTypeCode')).toBe('381')
    expect(textAt(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID')).toBe('100001-0007')
    expect(totalsIn(note)).toMatchObject({ PayableAmount: '28.00' })
    expect(brokenRules(xmlOf(note))).toEqual([])
  })

  test('has its elements in the order of the schema, and no due date', () => {
    expect(rootOf(note).children.map(({ name }) => name.slice(4))).toEqual([
      ...['CustomizationID', 'ProfileID', 'ID', 'IssueDate', 'CreditNoteTypeCode', 'DocumentCurrencyCode'],
      ...['BuyerReference', 'InvoicePeriod', 'BillingReference', 'AccountingSupplierParty', 'AccountingCustomerParty'],
      ...['PaymentTerms', 'TaxTotal', 'LegalMonetaryTotal', 'CreditNoteLine', 'CreditNoteLine'],
    ])
  })
})

const taxes = fc.constantFrom(
  { category: 'S', basisPoints: 2000 } as const,
  { category: 'S', basisPoints: 550 } as const,
  { category: 'Z', basisPoints: 0 } as const,
  { category: 'E', basisPoints: 0 } as const,
  { category: 'AE', basisPoints: 0 } as const,
)
const facts = fc.array(fc.record({ amount_minor: fc.integer({ min: -500_000, max: 500_000 }), tax: taxes }), {
  minLength: 1,
  maxLength: 12,
})

test('whatever the lines, rates and categories, with tax or without, bill or credit note: no rule is broken', () => {
  const buyer = { ...billDocument().buyer, ...company }
  const about = { number: '1', date: '2026-10-03' }
  fc.assert(
    fc.property(facts, fc.boolean(), fc.boolean(), fc.boolean(), (lines, isIncluded, isNote, isUsage) => {
      const used = isUsage ? lines.map(({ amount_minor, tax }) => ({ ...usageLine(amount_minor), tax })) : lines
      const kind = isNote ? 'creditNote' : 'bill'
      expect(
        brokenRules(xmlOf(billDocument(used, { kind, tax_included: isIncluded ? 1 : 0 }, { buyer, about }))),
      ).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test.each(['K', 'G', 'O'] as const)('a document of category %s keeps the rules of its family', (category) => {
  const buyer = { ...billDocument().buyer, ...company }
  const tax = { category, basisPoints: 0 }
  expect(brokenRules(xmlOf(billDocument([{ amount_minor: 990, tax }], { tax_included: 0 }, { buyer })))).toEqual([])
})
