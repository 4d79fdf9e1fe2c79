import type { IdentityDocument } from './judge-document.ts'
import { sameDocumentKey } from './judge-document.ts'

/** A keyed hash of a text in 64 hexadecimal figures: nobody without the key can try numbers one after the other. */
type Hash = (text: string) => string

/** Hexadecimal figures that speak of the number alone: 64 bits, enough that two numbers in millions do not meet. */
const numberFigures = 16

/**
 * What stands in a row instead of a document's number. It begins with a hash of the number alone, so that a number is
 * found in one step by whoever does not know state and kind; the rest says state and kind too.
 */
export function documentHash(
  document: Pick<IdentityDocument, 'issuingState' | 'kind' | 'documentNumber'>,
  hash: Hash,
): string {
  return documentNumberHash(document.documentNumber, hash) + hash(sameDocumentKey(document)).slice(numberFigures)
}

/** How the hash of every document with this number begins. */
export function documentNumberHash(documentNumber: string, hash: Hash): string {
  return hash(`number|${documentNumber}`).slice(0, numberFigures)
}
