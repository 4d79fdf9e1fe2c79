import type { XmlElement } from '#shared/kernel/xml.ts'
import { element } from '#shared/kernel/xml.ts'
import type { BillDocument, Buyer } from './document.ts'
import type { Seller } from '#shared/domain/catalogue/policies.ts'

/** The seller (BG-4). Its tax number stands aside where nothing is subject to tax (BR-O-02). */
export function sellerParty({ seller, lines }: BillDocument): XmlElement {
  const isTaxed = lines.some(({ tax_category }) => tax_category !== 'O')
  const contact = element('cac:Contact', [
    text('Name', seller.name),
    seller.phone === '' ? null : text('Telephone', seller.phone),
    seller.email === '' ? null : text('ElectronicMail', seller.email),
  ])
  return party(seller, isTaxed ? seller.vatNumber : null, contact)
}

/** The buyer (BG-7): a company with its numbers, a person with name and address. */
export function buyerParty({ buyer, lines }: BillDocument): XmlElement {
  const isTaxed = lines.some(({ tax_category }) => tax_category !== 'O')
  return party(buyer, isTaxed ? buyer.vatNumber : null, null)
}

/** Schemes of electronic addresses by tax number (EAS), else e-mail. */
const vatSchemes: Readonly<Record<string, string>> = { CZ: '9929', DE: '9930', GB: '9932', FR: '9957' }

/** Where a party gets documents electronically (BT-34, BT-49): its tax number in a scheme of its country, else its e-mail. */
export function endpointOf({
  vatNumber,
  email,
}: Pick<Buyer, 'vatNumber' | 'email'>): { readonly scheme: string; readonly id: string } | undefined {
  const scheme = vatSchemes[vatNumber?.slice(0, 2) ?? '']
  if (scheme !== undefined && vatNumber !== null) return { scheme, id: vatNumber }
  return email === '' ? undefined : { scheme: 'EM', id: email }
}

function party(of: Buyer | Seller, vatNumber: string | null, contact: XmlElement | null): XmlElement {
  const endpoint = endpointOf(of)
  const scheme = registerScheme(of.country, of.registerNumber ?? '')
  return element('cac:Party', [
    endpoint ? element('cbc:EndpointID', endpoint.id, { schemeID: endpoint.scheme }) : null,
    element('cac:PostalAddress', [
      of.street === '' ? null : text('StreetName', of.street),
      of.town === '' ? null : text('CityName', of.town),
      of.postalCode === '' ? null : text('PostalZone', of.postalCode),
      element('cac:Country', [text('IdentificationCode', of.country)]),
    ]),
    // a number without its country's letters is none of the standard's (BR-CO-09)
    vatNumber !== null && /^[A-Z]{2}/.test(vatNumber)
      ? element('cac:PartyTaxScheme', [
          text('CompanyID', vatNumber),
          element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
        ])
      : null,
    element('cac:PartyLegalEntity', [
      text('RegistrationName', of.name),
      of.registerNumber === null || of.registerNumber === ''
        ? null
        : element('cbc:CompanyID', of.registerNumber, scheme === undefined ? {} : { schemeID: scheme }),
    ]),
    contact,
  ])
}

/** Schemes of company registers (ISO 6523): SIREN and SIRET, IČO. */
function registerScheme(country: string, number: string): string | undefined {
  if (country === 'FR') return number.length === 9 ? '0002' : number.length === 14 ? '0009' : undefined
  return country === 'CZ' ? '0154' : undefined
}

function text(name: string, content: string): XmlElement {
  return element(`cbc:${name}`, content)
}
