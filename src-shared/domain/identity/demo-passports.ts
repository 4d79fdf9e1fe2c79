import type { DocumentFacts } from './specimen.ts'
import { icaoSpecimen } from './specimen.ts'

/** Passports of the demonstration that can lie under its scanner. Both people are invented; Anna Maria is ICAO's specimen. */
export const demoPassports = {
  /** Its expiry moved, so that it is valid. */
  eriksson: { ...icaoSpecimen, expiryDate: '2032-04-15' },
  delmas: {
    surname: 'Delmas',
    givenNames: 'Rosa',
    documentNumber: '22CV33018',
    birthDate: '1999-06-11',
    expiryDate: '2034-02-18',
    sex: 'F',
    issuingState: 'FRA',
    nationality: 'FRA',
  },
} as const satisfies Readonly<Record<string, DocumentFacts>>

/** The passport of whoever stands at the counter, by the family name noted; the specimen where it is of nobody known. */
export function demoPassportOf(familyName: string): DocumentFacts {
  const name = familyName.trim().toLocaleLowerCase()
  return (
    Object.values(demoPassports).find(({ surname }) => surname.toLocaleLowerCase() === name) ?? demoPassports.eriksson
  )
}
