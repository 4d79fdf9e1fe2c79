import type { Desk } from '#main/workstation/desk.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { documentHash } from '#shared/domain/identity/document-hash.ts'
import { samePersonKey } from '#shared/domain/identity/judge-document.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** What is known of the person in front of the desk; the document only when its number was read. */
export interface PersonFacts {
  readonly surname: string
  readonly givenNames: string
  readonly birthDate: IsoDate | null
  readonly document: {
    readonly issuingState: string
    readonly kind: 'passport' | 'idCard'
    readonly documentNumber: string
  } | null
}

/**
 * Another customer of this desk with the same document, or the same name and birth date. The mirror has keyed hashes
 * only; customers whose evidence is still to be confirmed have none yet and are compared by name and birth date.
 */
export function findSamePerson(desk: Desk, person: PersonFacts, exceptId: Id | null): CustomerRow | undefined {
  const personKey =
    person.birthDate === null ? null : samePersonKey(person.surname, person.givenNames, person.birthDate)
  const canHash = desk.hashOf('') !== undefined // this scope's key is known
  const hash = (text: string): string => desk.hashOf(text) ?? ''
  const byHash = (column: 'person_hash' | 'document_hash', value: string | null): readonly CustomerRow[] =>
    value === null || !canHash ? [] : desk.view.where('customer', column, value).map(({ row }) => row)
  const pending = desk.view
    .pendingRows('customer')
    .map(({ row }) => row)
    .filter(
      (row) => row.birth_date !== null && samePersonKey(row.family_name, row.given_names, row.birth_date) === personKey,
    )
  return [
    ...byHash('document_hash', person.document && documentHash(person.document, hash)),
    ...byHash('person_hash', personKey && hash(personKey)),
    ...pending,
  ].find((row) => row.id !== exceptId)
}
