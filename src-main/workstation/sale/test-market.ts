import { creditPolicy, offer, priceList } from '#shared/domain/catalogue/builders.ts'
import { authorityPolicySchema, disputePolicySchema } from '#shared/domain/catalogue/authority-policy.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { verificationPolicySchema, workPolicySchema } from '#shared/domain/catalogue/policies.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { SaleWorld } from './test-world.ts'

/** A small market: one price list, offers of each kind that a rule asks about, three numbers. */
export function fillMarket(put: SaleWorld['put']): void {
  const scope = 'fr'
  const named = (en: string): string => JSON.stringify({ en })
  put('price_list', { ...priceList({}), scope })
  put(
    'offer',
    { ...offer({ id: 'mobile-m', name: named('Mobile M 40 GB'), twin_id: 'prepaid-m' }), scope },
    { ...offer({ id: 'mobile-l-phone', name: named('Mobile L with a phone'), needs_class: 'B', position: 5 }), scope },
    { ...offer({ id: 'company', name: named('Flex for companies'), audience: 'company', position: 6 }), scope },
    { ...offer({ id: 'summer', name: named('Summer 20 GB'), valid_until: '2026-09-30', position: 7 }), scope },
    { ...offer({ id: 'second', name: named('Second line'), needs_line: 1, position: 8 }), scope },
    {
      ...offer({
        id: 'europe',
        kind: 'addOn',
        name: named('Europe+ calls'),
        monthly_minor: 500,
        twin_id: 'prepaid-europe',
        position: 20,
      }),
      scope,
    },
    {
      ...offer({
        id: 'prepaid-m',
        billing: 'prePaid',
        name: named('Pre-paid M'),
        monthly_minor: 1990,
        commitment_months: 0,
        leave_percent: 0,
      }),
      scope,
    },
    {
      ...offer({
        id: 'prepaid-europe',
        kind: 'addOn',
        billing: 'prePaid',
        name: named('Europe+'),
        monthly_minor: 500,
        position: 20,
      }),
      scope,
    },
  )
  const number = {
    scope,
    version: 1,
    case_id: null,
    held_until: null,
    held_by: null,
    leased_to: null,
    leased_until: null,
  }
  put(
    'phone_number',
    { ...number, id: numbers.wanted, state: 'free' },
    { ...number, id: numbers.other, state: 'free' },
    { ...number, id: numbers.sold, state: 'assigned' },
  )
}

export const numbers = { wanted: '+33639987777', other: '+33639985777', sold: '+33639980001' } as const

export const policies: Policies = {
  market: {
    operator: 'Northline Mobile',
    seller: {
      ...{ name: 'Northline Mobile SAS', street: '4 rue du Port', postalCode: '54000', town: 'Nancy', country: 'FR' },
      ...{ registerNumber: '732829320', vatNumber: 'FR44732829320', iban: 'FR1420041010050500013M02606', bic: null },
      ...{ email: 'bills@northline.example', phone: '+33353010000' },
    },
    country: 'FR',
    currency: 'EUR',
    zone: 'Europe/Paris',
    place: 'Nancy',
    isDemonstration: true,
    specimenDocuments: true,
  },
  credit: creditPolicy,
  identity: { minimumAge: 18, addressProofMaxAgeDays: 90 },
  work: workPolicySchema.parse({}),
  verification: verificationPolicySchema.parse({}),
  authority: authorityPolicySchema.parse({}),
  disputes: disputePolicySchema.parse({}),
}

/** A customer on record; overrides as wanted. */
export function aCustomer(overrides: Partial<CustomerRow> & { readonly id: string }): CustomerRow {
  return {
    scope: 'fr',
    version: 1,
    state: 'active',
    kind: 'individual',
    family_name: 'Nováková',
    given_names: 'Jana',
    contact_number: '+33639984112',
    email: null,
    street: '3 rue Saint-Dizier',
    postal_code: '54000',
    town: 'Nancy',
    language: 'cs',
    birth_date: null,
    person_hash: null,
    document_hash: null,
    account_number: 'A-104112',
    balance_minor: 0,
    currency: 'EUR',
    first_inquiry_at: 1,
    contract_signed_at: 1,
    active_since: 1,
    ...overrides,
  }
}
