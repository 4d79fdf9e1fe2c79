import { readXml } from '#shared/kernel/read-xml.ts'
import { categoryRules } from './en16931-categories.ts'
import { documentRules } from './en16931-document.ts'
import type { Rule } from './en16931-reading.ts'
import { readingOf } from './en16931-reading.ts'
import { totalRules } from './en16931-totals.ts'

/** Every rule of EN 16931-1 (and of Peppol BIS Billing 3.0, where a document says it is one) that we hold documents to. */
export const en16931Rules: readonly Rule[] = [...documentRules, ...totalRules, ...categoryRules]

/**
 * The rules that a document breaks, by their ids; XML_BROKEN or NO_DOCUMENT where it cannot be judged at all. Written from
 * the standard's text and read from the XML alone: nothing here knows how the document was made. All sums are exact.
 */
export function brokenRules(xml: string): readonly string[] {
  const root = readXml(xml)
  if (!root.ok) return [root.error.code]
  const reading = readingOf(root.value)
  if (!reading) return ['NO_DOCUMENT']
  return en16931Rules.filter(({ holds }) => !holds(reading)).map(({ id }) => id)
}
