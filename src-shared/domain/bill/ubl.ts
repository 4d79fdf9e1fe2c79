import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { XmlElement } from '#shared/kernel/xml.ts'
import { element, writeXml } from '#shared/kernel/xml.ts'
import { creditorReference } from './creditor-reference.ts'
import type { BillDocument } from './document.ts'
import { dueOf } from './document.ts'
import type { BillLineRow } from './rows.ts'
import { amountOf, taxCategory } from './ubl-amounts.ts'
import { buyerParty, endpointOf, sellerParty } from './ubl-parties.ts'

/** What a document says in words, in the buyer's language: its lines, why no tax is due, and how to pay. */
export interface UblWords {
  readonly line: (line: BillLineRow) => { readonly name: string; readonly detail: string }
  /** Of a tax category without tax (BT-120); '' where a code says it all. */
  readonly exemption: (category: string) => string
  readonly terms: string
}

/**
 * A bill as a UBL 2.1 Invoice (380), a credit note as a CreditNote (381), as EN 16931 has them; where seller and buyer both
 * have an electronic address, as Peppol BIS Billing 3.0. All amounts are the rows'. A line's quantity is what was used where
 * it has a unit, else one, below zero where the line gives back: a price is never negative (BR-27). The price is the line's
 * net for that quantity, so that quantity times price is its net to the cent.
 */
export function billToUbl(document: BillDocument, words: UblWords): string {
  const { bill, lines } = document
  const isNote = bill.kind === 'creditNote'
  const root = isNote ? 'CreditNote' : 'Invoice'
  const head = [
    ...profile(document),
    text('ID', bill.number),
    text('IssueDate', bill.bill_date),
    isNote ? null : text('DueDate', bill.due_date),
    text(isNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode', isNote ? '381' : '380'),
    text('DocumentCurrencyCode', bill.currency),
    text('BuyerReference', document.buyer.accountNumber),
    periodElement(widestPeriod(document)),
    ...references(document),
    element('cac:AccountingSupplierParty', [sellerParty(document)]),
    element('cac:AccountingCustomerParty', [buyerParty(document)]),
    delivery(document),
    isNote ? null : paymentMeans(document),
    element('cac:PaymentTerms', [text('Note', words.terms)]),
    taxTotal(document, words),
    monetaryTotal(document),
  ]
  return writeXml(
    element(root, [...head, ...lines.map((line) => lineElement(line, document, words))], {
      xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
      'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
      'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
    }),
  )
}

const norm = 'urn:cen.eu:en16931:2017'
const peppol = 'urn:fdc:peppol.eu:2017:poacc:billing'

function profile(document: BillDocument): readonly XmlElement[] {
  const { seller, buyer } = document
  if (!endpointOf(seller) || !endpointOf(buyer)) return [text('CustomizationID', norm)]
  return [text('CustomizationID', `${norm}#compliant#${peppol}:3.0`), text('ProfileID', `${peppol}:01:1.0`)]
}

/** BG-14. A line that puts an earlier period right lies outside the bill's own, and Peppol wants each within it (R110, R111). */
function widestPeriod({ bill, lines }: BillDocument): { readonly start: IsoDate; readonly end: IsoDate } {
  const starts = [bill.period_start, ...lines.map(({ from_date }) => from_date)]
  const ends = [bill.period_end, ...lines.map(({ to_date }) => to_date)]
  return { start: starts.reduce((a, b) => (b < a ? b : a)), end: ends.reduce((a, b) => (b > a ? b : a)) }
}

/** Half-open with us, last days included in the standard; a period without a day has only its start. */
function periodElement({ start, end }: { readonly start: IsoDate; readonly end: IsoDate }): XmlElement {
  return element('cac:InvoicePeriod', [
    text('StartDate', start),
    end > start ? text('EndDate', addDays(end, -1)) : null,
  ])
}

/** The buyer's order (BT-13) and the bill this one takes back or replaces (BG-3). */
function references({ buyer, about }: BillDocument): readonly (XmlElement | null)[] {
  const order = buyer.purchaseOrder === '' ? null : element('cac:OrderReference', [text('ID', buyer.purchaseOrder)])
  const reference = about && [text('ID', about.number), text('IssueDate', about.date)]
  const preceding = reference && element('cac:BillingReference', [element('cac:InvoiceDocumentReference', reference)])
  return [order, preceding]
}

/** A supply within the Union says to which country (BR-IC-12). */
function delivery({ lines, buyer }: BillDocument): XmlElement | null {
  if (!lines.some(({ tax_category }) => tax_category === 'K')) return null
  const country = element('cac:Country', [text('IdentificationCode', buyer.country)])
  return element('cac:Delivery', [element('cac:DeliveryLocation', [element('cac:Address', [country])])])
}

/** A transfer to the seller's account, by SEPA (58) in euro; 1, not said, where the seller names no account. */
function paymentMeans({ bill, seller }: BillDocument): XmlElement {
  const code = seller.iban === null ? '1' : bill.currency === 'EUR' ? '58' : '30'
  const branch = seller.bic === null ? null : element('cac:FinancialInstitutionBranch', [text('ID', seller.bic)])
  const account =
    seller.iban === null
      ? null
      : element('cac:PayeeFinancialAccount', [text('ID', seller.iban), text('Name', seller.name), branch])
  return element('cac:PaymentMeans', [
    text('PaymentMeansCode', code),
    text('PaymentID', creditorReference(bill.number) ?? bill.number),
    account,
  ])
}

function taxTotal({ bill, taxes }: BillDocument, words: UblWords): XmlElement {
  return element('cac:TaxTotal', [
    amountOf('TaxAmount', bill.tax_minor, bill.currency),
    ...taxes.map(({ taxable_minor, tax_minor, category, basis_points }) =>
      element('cac:TaxSubtotal', [
        amountOf('TaxableAmount', taxable_minor, bill.currency),
        amountOf('TaxAmount', tax_minor, bill.currency),
        taxCategory('cac:TaxCategory', category, basis_points, words.exemption),
      ]),
    ),
  ])
}

function monetaryTotal(document: BillDocument): XmlElement {
  const { bill, creditMinor } = document
  const amount = (name: string, minor: number) => amountOf(name, minor, bill.currency)
  return element('cac:LegalMonetaryTotal', [
    amount('LineExtensionAmount', bill.net_minor),
    amount('TaxExclusiveAmount', bill.net_minor),
    amount('TaxInclusiveAmount', bill.net_minor + bill.tax_minor),
    creditMinor === 0 ? null : amount('PrepaidAmount', creditMinor),
    bill.rounding_minor === 0 ? null : amount('PayableRoundingAmount', bill.rounding_minor),
    amount('PayableAmount', dueOf(document)),
  ])
}

/** UN/ECE Recommendation 20: seconds, octets, pieces; what has no unit of its own is one. */
const unitCodes: Readonly<Record<string, string>> = { second: 'SEC', octet: 'AD', piece: 'H87' }

function lineElement(line: BillLineRow, { bill, phones }: BillDocument, words: UblWords): XmlElement {
  const isNote = bill.kind === 'creditNote'
  const { name, detail } = words.line(line)
  const measured = line.kind === 'usage' && line.quantity > 0 ? unitCodes[line.unit] : undefined
  const [count, unitCode] = measured === undefined ? [1, 'C62'] : [line.quantity, measured]
  const sign = line.net_minor < 0 ? '-' : ''
  const phone = phones[line.product_id ?? '']
  return element(isNote ? 'cac:CreditNoteLine' : 'cac:InvoiceLine', [
    text('ID', String(line.position)),
    element(isNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', `${sign}${count}`, { unitCode }),
    amountOf('LineExtensionAmount', line.net_minor, bill.currency),
    periodElement({ start: line.from_date, end: line.to_date }),
    element('cac:Item', [
      detail === '' ? null : text('Description', detail),
      text('Name', name),
      phone === undefined ? null : element('cac:SellersItemIdentification', [text('ID', phone)]),
      taxCategory('cac:ClassifiedTaxCategory', line.tax_category, line.tax_basis_points),
    ]),
    element('cac:Price', [
      amountOf('PriceAmount', Math.abs(line.net_minor), bill.currency),
      count === 1 ? null : element('cbc:BaseQuantity', String(count), { unitCode }),
    ]),
  ])
}

function text(name: string, content: string): XmlElement {
  return element(`cbc:${name}`, content)
}
