import { maskDocumentNumber } from '#shared/domain/identity/mask.ts'
import { writeIccid } from '#shared/domain/number/iccid.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { Stored } from '../db/schema.ts'
import { companyHash } from '../slices/customer/create-company.ts'
import { histories } from './known-people.ts'
import { bureauRow } from './people-rows.ts'
import type { SeedCompany, SeedData, SeedHousehold } from './seed-data.ts'
import { seedId } from './seed-ids.ts'
import type { TableRows } from './seed-writer.ts'
import { secretOfCustomer } from './sim-secret.ts'

export interface CompanyFacts {
  readonly data: SeedData
  readonly seed: number
  readonly now: Instant
  readonly hashKey: Uint8Array
  readonly changeSeq: number
}

const dayMs = 86_400_000
/** Beyond every seeded person. */
export const firstCompany = 900_000_000
const linesAtMost = 10

/** Companies with their branches and lines, and households with their members: those of the stories. */
export function companyRows(facts: CompanyFacts): readonly TableRows[] {
  const { companies, households } = facts.data
  const lines = companies.flatMap((company, index) => linesOf(facts, company, index))
  return [
    {
      table: 'customer',
      rows: [
        ...companies.map((company, index) => companyCustomer(facts, company, index)),
        ...households.map((household, index) => householdCustomer(facts, household, companies.length + index)),
      ],
    },
    { table: 'company', rows: companies.map((company, index) => companyRow(facts, company, index)) },
    {
      table: 'household_member',
      rows: households.flatMap((household, index) => memberRows(facts, household, companies.length + index)),
    },
    { table: 'product', rows: lines.map(({ product }) => product) },
    { table: 'phone_number', rows: lines.map(({ number }) => number) },
    { table: 'sim_card', rows: lines.map(({ sim }) => sim) },
    { table: 'sim_secret', rows: lines.map(({ sim }) => secretOfCustomer(sim.id)) },
    { table: 'identity_evidence', rows: companies.flatMap((company, index) => evidenceOf(facts, company, index)) },
    {
      table: 'bureau_record',
      rows: companies
        .filter((company) => company.parent === null)
        .map((company) => bureauRow(companyHash(facts.hashKey, company.country, company.registerNumber), histories.A)),
    },
  ]
}

/** The id of a seeded company by its place among them. */
function idOf({ seed }: CompanyFacts, index: number): string {
  return seedId(seed, 'customer', firstCompany + index)
}

function parentOf(facts: CompanyFacts, company: SeedCompany): string | null {
  const index = facts.data.companies.findIndex(({ key }) => key === company.parent)
  return index < 0 ? null : idOf(facts, index)
}

function party(facts: CompanyFacts, of: SeedCompany | SeedHousehold, index: number): Stored<'customer'> {
  const { data, now, changeSeq } = facts
  const inquiryAt = now - (700 - index) * dayMs
  return {
    id: idOf(facts, index),
    scope: data.market.scope,
    version: 1,
    state: 'active',
    kind: 'individual',
    family_name: '',
    given_names: '',
    contact_number: of.contact,
    email: `${of.key}@example.net`,
    street: of.street,
    postal_code: of.postalCode,
    town: of.town,
    language: of.language,
    birth_date: null,
    person_hash: null,
    document_hash: null,
    account_number: `9${String(index + 1).padStart(5, '0')}`,
    balance_minor: 0,
    currency: data.market.market.currency,
    first_inquiry_at: inquiryAt,
    contract_signed_at: inquiryAt + 2 * dayMs,
    active_since: inquiryAt + 3 * dayMs,
    change_seq: changeSeq,
  }
}

function companyCustomer(facts: CompanyFacts, company: SeedCompany, index: number): Stored<'customer'> {
  return {
    ...party(facts, company, index),
    kind: 'company',
    family_name: company.name,
    person_hash: companyHash(facts.hashKey, company.country, company.registerNumber),
  }
}

function householdCustomer(facts: CompanyFacts, household: SeedHousehold, index: number): Stored<'customer'> {
  const { givenNames, familyName, birthDate } = household
  const names = { family_name: familyName, given_names: givenNames, birth_date: birthDate }
  return { ...party(facts, household, index), kind: 'household', ...names }
}

function companyRow(facts: CompanyFacts, company: SeedCompany, index: number): Stored<'company'> {
  const { signatory } = company
  return {
    id: idOf(facts, index),
    scope: facts.data.market.scope,
    version: 1,
    parent_id: parentOf(facts, company),
    country: company.country,
    register_number: company.registerNumber,
    vat_number: company.vatNumber,
    signatory_given_names: signatory.givenNames,
    signatory_family_name: signatory.familyName,
    signatory_role: signatory.role,
    mandate: signatory.mandate,
    mandate_reference: signatory.mandateReference,
    bills: company.bills,
    purchase_order: company.purchaseOrder,
    place_number: '',
    limit_minor: company.limitMinor,
    change_seq: facts.changeSeq,
  }
}

function memberRows(
  facts: CompanyFacts,
  household: SeedHousehold,
  index: number,
): readonly Stored<'household_member'>[] {
  return household.members.map((name, position) => ({
    id: seedId(facts.seed, 'contact', firstCompany + index * linesAtMost + position),
    scope: facts.data.market.scope,
    version: 1,
    household_id: idOf(facts, index),
    name,
    position,
    change_seq: facts.changeSeq,
  }))
}

interface Line {
  readonly product: Stored<'product'>
  readonly number: Stored<'phone_number'>
  readonly sim: Stored<'sim_card'>
}

function linesOf(facts: CompanyFacts, company: SeedCompany, index: number): readonly Line[] {
  const { data, seed, now, changeSeq } = facts
  const { country, issuer, stock } = data.market.simStock
  const scope = data.market.scope
  const plan = data.offers.find(({ id }) => id === company.plan)
  if (!plan) throw new Error(`the seed has no plan ${company.plan}`)
  return Array.from({ length: company.lines }, (_, line) => {
    const place = index * linesAtMost + line
    const id = seedId(seed, 'product', firstCompany + place)
    const msisdn = `+33${702_910_000 + place}`
    const iccid = writeIccid({ country, issuer, account: firstCompany + place })
    // columns in the order of the table's other seeded rows: one statement writes them all
    const free = { leased_to: null, leased_until: null, change_seq: changeSeq }
    return {
      product: {
        id,
        scope,
        version: 1,
        customer_id: idOf(facts, index),
        order_id: null,
        offer_id: plan.id,
        state: 'active',
        msisdn,
        iccid,
        monthly_minor: plan.monthlyMinor,
        currency: data.market.market.currency,
        since: now - (690 - index) * dayMs,
        user_name: '',
        payer_id: company.bills === 'parent' ? parentOf(facts, company) : null,
        purchase_order: company.purchaseOrder,
        change_seq: changeSeq,
      },
      number: {
        id: msisdn,
        scope,
        version: 1,
        state: 'assigned',
        case_id: null,
        held_until: null,
        held_by: null,
        ...free,
      },
      sim: {
        id: iccid,
        scope,
        version: 1,
        kind: 'card',
        state: 'active',
        stock,
        product_id: id,
        activation_code: '',
        ...free,
      },
    }
  })
}

/** Who signs for the company was seen once; its branches need no other document. */
function evidenceOf(facts: CompanyFacts, company: SeedCompany, index: number): readonly Stored<'identity_evidence'>[] {
  if (company.parent !== null) return []
  const { data, seed, now, changeSeq } = facts
  const { signatory } = company
  return [
    {
      id: seedId(seed, 'evidence', firstCompany + index),
      scope: data.market.scope,
      version: 1,
      customer_id: idOf(facts, index),
      case_id: null,
      kind: 'idCard',
      issuing_state: 'FRA',
      document_masked: maskDocumentNumber('880692310285'),
      surname: signatory.familyName,
      given_names: signatory.givenNames,
      birth_date: signatory.birthDate,
      expiry_date: '2033-03-31',
      assurance: 'substantial',
      state: 'valid',
      address_kind: 'utilityBill',
      address_issued_on: dateInZone(now - 690 * dayMs, data.market.market.zone),
      recorded_at: now - 690 * dayMs,
      recorded_by: 'Luc',
      change_seq: changeSeq,
    },
  ]
}
