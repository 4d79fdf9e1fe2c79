import { documentHash } from '#shared/domain/identity/document-hash.ts'
import { samePersonKey } from '#shared/domain/identity/judge-document.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import type { BureauRecord, WatchEntry } from '../db/schema.ts'
import type { BureauHistory, KnownPerson } from './known-people.ts'
import { knownPeopleList } from './known-people.ts'
import type { TableRows } from './seed-writer.ts'

/** What the bureau and the watch list know of the people whose documents tests and stories show. */
export function knownPeopleRows(hashKey: Uint8Array): readonly TableRows[] {
  const bureau = knownPeopleList.flatMap((person) =>
    person.bureau ? [bureauRow(personHashOf(person, hashKey), person.bureau)] : [],
  )
  return [
    { table: 'bureau_record', rows: bureau },
    { table: 'watch_entry', rows: knownPeopleList.flatMap((person) => watchRows(person, hashKey)) },
  ]
}

/** Hash of a known person's name and birth date. */
export function personHashOf({ facts }: KnownPerson, hashKey: Uint8Array): string {
  return keyedHash(hashKey, samePersonKey(facts.surname, facts.givenNames, facts.birthDate))
}

/** Hash of a known person's document. */
export function documentHashOf({ facts, kind }: KnownPerson, hashKey: Uint8Array): string {
  const { issuingState, documentNumber } = facts
  return documentHash({ issuingState, kind, documentNumber }, (text) => keyedHash(hashKey, text))
}

/** A row of the built-in bureau. */
export function bureauRow(personHash: string, history: BureauHistory): BureauRecord {
  return {
    person_hash: personHash,
    paid_on_time: history.paidOnTime,
    paid_late: history.paidLate,
    open_debt_minor: history.openDebtMinor,
    insolvencies: history.insolvencies,
  }
}

function watchRows(person: KnownPerson, hashKey: Uint8Array): readonly WatchEntry[] {
  if (person.watch === null) return []
  const hash = person.watch === 'person' ? personHashOf(person, hashKey) : documentHashOf(person, hashKey)
  return [{ hash, kind: person.watch, reason: 'FRAUD_REPORTED' }]
}
