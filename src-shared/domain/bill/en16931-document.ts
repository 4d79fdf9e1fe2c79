import type { XmlElement } from '#shared/kernel/xml.ts'
import type { Reading, Rule } from './en16931-reading.ts'
import { all, textAt, wholeOf } from './en16931-reading.ts'

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'

/** What must be there at all: an element under a path (BR-01 to BR-15, BR-52, BR-CO-26 apart). */
const needed = {
  'BR-01': 'cbc:CustomizationID',
  'BR-02': 'cbc:ID',
  'BR-03': 'cbc:IssueDate',
  'BR-05': 'cbc:DocumentCurrencyCode',
  'BR-06': `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`,
  'BR-07': `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`,
  'BR-09': `${seller}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
  'BR-11': `${buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
  'BR-12': 'cac:LegalMonetaryTotal/cbc:LineExtensionAmount',
  'BR-13': 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount',
  'BR-14': 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount',
  'BR-15': 'cac:LegalMonetaryTotal/cbc:PayableAmount',
} as const

/** What every line must have (BR-21 to BR-26). */
const neededInLine = {
  'BR-21': 'cbc:ID',
  'BR-24': 'cbc:LineExtensionAmount',
  'BR-25': 'cac:Item/cbc:Name',
  'BR-26': 'cac:Price/cbc:PriceAmount',
} as const

/** The document, its parties, lines, periods and payment, beside its totals. */
export const documentRules: readonly Rule[] = [
  ...Object.entries(needed).map(([id, path]) => ({ id, holds: ({ has }: Reading) => has(path) })),
  ...Object.entries(neededInLine).map(([id, path]) => ({
    id,
    holds: ({ lines }: Reading) => lines.every(({ element }) => isSaid(element, path)),
  })),
  // the type code belongs to the document it stands in
  {
    id: 'BR-04',
    holds: ({ root, isNote }) =>
      textAt(root, isNote ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode') === (isNote ? '381' : '380'),
  },
  { id: 'BR-16', holds: ({ lines }) => lines.length > 0 },
  { id: 'BR-22', holds: (one) => one.lines.every(({ element }) => isSaid(element, quantityOf(one))) },
  {
    id: 'BR-23',
    holds: (one) =>
      one.lines.every(({ element }) => (all(element, quantityOf(one))[0]?.attributes['unitCode'] ?? '') !== ''),
  },
  {
    id: 'BR-27',
    holds: ({ lines }) =>
      lines.every(({ element }) => (wholeOf(textAt(element, 'cac:Price/cbc:PriceAmount'), 6) ?? -1n) >= 0n),
  },
  { id: 'BR-29', holds: ({ root }) => all(root, 'cac:InvoicePeriod').every(isInOrder) },
  {
    id: 'BR-30',
    holds: ({ lines }) => lines.every(({ element }) => all(element, 'cac:InvoicePeriod').every(isInOrder)),
  },
  { id: 'BR-CO-19', holds: ({ root }) => all(root, 'cac:InvoicePeriod').every(hasEdge) },
  {
    id: 'BR-CO-20',
    holds: ({ lines }) => lines.every(({ element }) => all(element, 'cac:InvoicePeriod').every(hasEdge)),
  },
  // a line has exactly one category of VAT
  { id: 'BR-CO-04', holds: ({ lines }) => lines.every(({ categories }) => categories.length === 1) },
  {
    id: 'BR-CO-09',
    holds: ({ root }) =>
      [seller, buyer].every((party) =>
        all(root, `${party}/cac:PartyTaxScheme/cbc:CompanyID`).every(({ text }) => /^[A-Z]{2}|^1A/.test(text)),
      ),
  },
  // a positive amount due says by when or how (gone from the newest release, still asked by older ones)
  {
    id: 'BR-CO-25',
    holds: (one) =>
      (one.total('PayableAmount') ?? 0n) <= 0n || one.has('cbc:DueDate') || one.has('cac:PaymentTerms/cbc:Note'),
  },
  {
    id: 'BR-CO-26',
    holds: ({ has }) =>
      ['cac:PartyIdentification/cbc:ID', 'cac:PartyLegalEntity/cbc:CompanyID', 'cac:PartyTaxScheme/cbc:CompanyID'].some(
        (path) => has(`${seller}/${path}`),
      ),
  },
  {
    id: 'BR-49',
    holds: ({ root }) => all(root, 'cac:PaymentMeans').every((one) => isSaid(one, 'cbc:PaymentMeansCode')),
  },
  // a transfer (30, and 58 by SEPA) says to which account (BR-50, BR-61)
  {
    id: 'BR-61',
    holds: ({ root }) =>
      all(root, 'cac:PaymentMeans').every(
        (one) =>
          !['30', '58'].includes(textAt(one, 'cbc:PaymentMeansCode') ?? '') ||
          isSaid(one, 'cac:PayeeFinancialAccount/cbc:ID'),
      ),
  },
  // a preceding invoice has its number, and a credit note of ours always names one (BT-25)
  {
    id: 'BR-55',
    holds: ({ root, isNote }) => {
      const named = all(root, 'cac:BillingReference/cac:InvoiceDocumentReference')
      return named.every((one) => isSaid(one, 'cbc:ID')) && (!isNote || named.length > 0)
    },
  },
  // Peppol: the process, a reference of the buyer's, an electronic address on both sides, lines within the document's period
  { id: 'PEPPOL-EN16931-R001', holds: (one) => !isPeppol(one) || one.has('cbc:ProfileID') },
  {
    id: 'PEPPOL-EN16931-R003',
    holds: (one) => !isPeppol(one) || one.has('cbc:BuyerReference') || one.has('cac:OrderReference/cbc:ID'),
  },
  { id: 'PEPPOL-EN16931-R010', holds: (one) => !isPeppol(one) || hasEndpoint(one, buyer) },
  { id: 'PEPPOL-EN16931-R020', holds: (one) => !isPeppol(one) || hasEndpoint(one, seller) },
  { id: 'PEPPOL-EN16931-R110', holds: (one) => linesWithin(one, 'cbc:StartDate') },
  { id: 'PEPPOL-EN16931-R111', holds: (one) => linesWithin(one, 'cbc:EndDate') },
]

function isSaid(from: XmlElement, path: string): boolean {
  return (textAt(from, path) ?? '').trim() !== ''
}

function quantityOf({ isNote }: Reading): string {
  return isNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity'
}

function isInOrder(period: XmlElement): boolean {
  const [start, end] = [textAt(period, 'cbc:StartDate'), textAt(period, 'cbc:EndDate')]
  return start === undefined || end === undefined || start <= end
}

function hasEdge(period: XmlElement): boolean {
  return isSaid(period, 'cbc:StartDate') || isSaid(period, 'cbc:EndDate')
}

function isPeppol({ root }: Reading): boolean {
  return (textAt(root, 'cbc:CustomizationID') ?? '').includes('peppol')
}

function hasEndpoint({ root }: Reading, party: string): boolean {
  return all(root, `${party}/cbc:EndpointID`).some(
    ({ text, attributes }) => text !== '' && (attributes['schemeID'] ?? '') !== '',
  )
}

function linesWithin({ root, lines }: Reading, edge: string): boolean {
  const [start, end] = [textAt(root, 'cac:InvoicePeriod/cbc:StartDate'), textAt(root, 'cac:InvoicePeriod/cbc:EndDate')]
  return lines.every(({ element }) => {
    const day = textAt(element, `cac:InvoicePeriod/${edge}`)
    return day === undefined || ((start === undefined || start <= day) && (end === undefined || day <= end))
  })
}
