import type { Letter } from '#shared/domain/dispute/letter.ts'
import type { Reader } from './translate.ts'
import { translate } from './translate.ts'

/** A letter in the reader's language: its subject, its paragraphs with an empty line between them, and what an SMS says. */
export function letterText(
  reader: Reader,
  { subject, paragraphs }: Letter,
): { readonly subject: string; readonly letter: string; readonly short: string } {
  const { currency } = reader
  const said = paragraphs.map(({ key, params }) => translate(reader, key, { ...params, currency }))
  return {
    subject: translate(reader, subject.key, subject.params),
    letter: said.join('\n\n'),
    short: said.slice(0, 2).join(' '),
  }
}
