import type { MirrorRow } from '#shared/contract/mirror.ts'
import { documentHash } from '#shared/domain/identity/document-hash.ts'
import type { IdentityDocument } from '#shared/domain/identity/judge-document.ts'
import { samePersonKey } from '#shared/domain/identity/judge-document.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import type { Unit } from '#core/sync/handler.ts'

/** Keyed hashes of a person and a document: what is compared instead of names and numbers. */
export interface PersonHashes {
  readonly personHash: string
  readonly documentHash: string
}

/** The hashes of what a document states. */
export function hashesOf(document: IdentityDocument, hashKey: Uint8Array): PersonHashes {
  return {
    personHash: keyedHash(hashKey, samePersonKey(document.surname, document.givenNames, document.birthDate)),
    documentHash: documentHash(document, (text) => keyedHash(hashKey, text)),
  }
}

type Known = Pick<MirrorRow<'customer'>, 'id' | 'family_name' | 'given_names' | 'town'>

/** Another customer of the market with the same document, or the same name and birth date. */
export async function otherCustomer(
  unit: Unit,
  scope: string,
  customerId: string,
  hashes: PersonHashes,
): Promise<Known | undefined> {
  for (const [column, hash] of [
    ['document_hash', hashes.documentHash],
    ['person_hash', hashes.personHash],
  ] as const) {
    const found = await unit.tx
      .selectFrom('customer')
      .select(['id', 'family_name', 'given_names', 'town'])
      .where(column, '=', hash)
      .where('scope', '=', scope)
      .where('id', '<>', customerId)
      .orderBy('id')
      .executeTakeFirst()
    if (found) return found
  }
  return undefined
}

/** Whether the watch list names the person or the document. The reason stays in the core. */
export async function isWatched(unit: Unit, hashes: PersonHashes): Promise<boolean> {
  const entry = await unit.tx
    .selectFrom('watch_entry')
    .select('hash')
    .where((where) =>
      where.or([
        where.and([where('kind', '=', 'person'), where('hash', '=', hashes.personHash)]),
        where.and([where('kind', '=', 'document'), where('hash', '=', hashes.documentHash)]),
      ]),
    )
    .executeTakeFirst()
  return entry !== undefined
}
