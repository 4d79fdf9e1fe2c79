import type { CreditClass } from '#shared/domain/catalogue/policies.ts'
import type { DocumentFacts } from '#shared/domain/identity/specimen.ts'
import { demoPassports } from '#shared/domain/identity/demo-passports.ts'
import { icaoSpecimen, writeTd1, writeTd3 } from '#shared/domain/identity/specimen.ts'

/** What the built-in bureau knows of someone; amounts in minor units. */
export interface BureauHistory {
  readonly paidOnTime: number
  readonly paidLate: number
  readonly openDebtMinor: number
  readonly insolvencies: number
}

/** A person with a document that tests and stories can show at the counter. */
export interface KnownPerson {
  readonly kind: 'passport' | 'idCard'
  readonly facts: DocumentFacts
  /** The lines of the document's machine readable zone, check digits and all. */
  readonly lines: readonly string[]
  /** Class without an income; null where the document is refused before any class. */
  readonly creditClass: CreditClass | null
  readonly bureau: BureauHistory | null
  readonly watch: 'person' | 'document' | null
  /** Key of the seeded customer (resources/seed/customers.json) who is this person. */
  readonly customer: string | null
}

/** Payment histories that give each class under the default credit policy. */
export const histories: Readonly<Record<CreditClass, BureauHistory>> = {
  A: { paidOnTime: 48, paidLate: 0, openDebtMinor: 0, insolvencies: 0 },
  B: { paidOnTime: 30, paidLate: 3, openDebtMinor: 0, insolvencies: 0 },
  C: { paidOnTime: 10, paidLate: 6, openDebtMinor: 0, insolvencies: 0 },
  D: { paidOnTime: 20, paidLate: 2, openDebtMinor: 8_400, insolvencies: 0 },
  E: { paidOnTime: 4, paidLate: 9, openDebtMinor: 64_000, insolvencies: 1 },
}

const classA: DocumentFacts = {
  surname: 'Thévenot',
  givenNames: 'Camille Rose',
  documentNumber: '24AB10017',
  birthDate: '1988-02-19',
  expiryDate: '2034-02-18',
  sex: 'F',
  issuingState: 'FRA',
  nationality: 'FRA',
}

const cardHolder: DocumentFacts = {
  surname: 'Weber-Böhm',
  givenNames: 'Ingrid',
  documentNumber: 'L01X00T47',
  birthDate: '1981-10-05',
  expiryDate: '2033-08-31',
  sex: 'F',
  issuingState: 'D',
  nationality: 'D',
}

/** The people of the demonstration whose documents are known. Everyone is invented; Anna Maria is ICAO's specimen. */
export const knownPeople = {
  /** ICAO's specimen with its expiry moved and check digits computed anew. */
  eriksson: passport(demoPassports.eriksson, { creditClass: 'B', bureau: histories.B }),
  /** The same as printed: expired in 2012. */
  erikssonAsPrinted: passport(icaoSpecimen, {}),
  classA: passport(classA, { creditClass: 'A', bureau: histories.A }),
  classC: passport(demoPassports.delmas, { creditClass: 'C', bureau: histories.C }),
  classD: passport(
    {
      ...classA,
      surname: 'Horváček',
      givenNames: 'Milan',
      documentNumber: '41200388',
      birthDate: '1975-12-24',
      sex: 'M',
      issuingState: 'CZE',
      nationality: 'CZE',
    },
    { creditClass: 'D', bureau: histories.D },
  ),
  classE: passport(
    {
      ...classA,
      surname: 'Šrámek',
      givenNames: 'Viktor',
      documentNumber: '41200519',
      birthDate: '1983-04-03',
      sex: 'M',
      issuingState: 'CZE',
      nationality: 'CZE',
    },
    { creditClass: 'E', bureau: histories.E },
  ),
  /** Unknown to the bureau: no history. */
  newcomer: passport(
    {
      ...classA,
      surname: 'Okonkwo',
      givenNames: 'Adaeze',
      documentNumber: 'B01234567',
      birthDate: '2001-01-08',
      issuingState: 'NGA',
      nationality: 'NGA',
    },
    { creditClass: 'C' },
  ),
  cardHolder: {
    ...person(cardHolder, { creditClass: 'B', bureau: histories.B }),
    kind: 'idCard',
    lines: writeTd1(cardHolder),
  },
  watchedPerson: passport(
    {
      ...classA,
      surname: 'Lasko',
      givenNames: 'Adrian',
      documentNumber: '23LX90411',
      birthDate: '1977-08-30',
      sex: 'M',
    },
    { creditClass: 'C', bureau: histories.C, watch: 'person' },
  ),
  watchedDocument: passport(
    { ...classA, surname: 'Berthier', givenNames: 'Nadia', documentNumber: '21KP55702', birthDate: '1992-05-16' },
    { creditClass: 'B', bureau: histories.B, watch: 'document' },
  ),
  /** Jana Nováková, a customer already. */
  customer: passport(
    {
      ...classA,
      surname: 'Nováková',
      givenNames: 'Jana',
      documentNumber: '39480126',
      birthDate: '1986-03-14',
      issuingState: 'CZE',
      nationality: 'CZE',
    },
    { creditClass: 'A', bureau: histories.A, customer: 'jana' },
  ),
  underAge: passport(
    {
      ...classA,
      surname: 'Marchal',
      givenNames: 'Léo',
      documentNumber: '25TY00932',
      birthDate: '2013-09-21',
      sex: 'M',
    },
    {},
  ),
} as const satisfies Readonly<Record<string, KnownPerson>>

/** All of them, for the seed. */
export const knownPeopleList: readonly KnownPerson[] = Object.values(knownPeople)

function passport(facts: DocumentFacts, known: Partial<KnownPerson>): KnownPerson {
  return { ...person(facts, known), kind: 'passport', lines: writeTd3(facts) }
}

function person(facts: DocumentFacts, known: Partial<KnownPerson>): Omit<KnownPerson, 'kind' | 'lines'> {
  return { facts, creditClass: null, bureau: null, watch: null, customer: null, ...known }
}
