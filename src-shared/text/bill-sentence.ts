import type { Explanation } from '#shared/domain/bill/explain-difference.ts'
import { spokenParts } from '#shared/domain/bill/explain-difference.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import type { Reader } from './translate.ts'
import { locales, translate } from './translate.ts'
import { formatMoney, money } from '#shared/kernel/money.ts'

/** What the sentence on top of a bill says it about. `other`: what it is compared with, null for a first bill. */
export interface SentenceFacts {
  readonly explanation: Explanation
  readonly payableMinor: number
  readonly billDate: IsoDate
  readonly other: { readonly billDate: IsoDate; readonly isLast: boolean } | null
  /** Not made yet: the running month. */
  readonly isRunning?: boolean
  /** Nothing was billed before; else the bill before is only not at hand. */
  readonly isFirst: boolean
  /** Number of the bill that a credit note takes back; null for a bill. */
  readonly takesBack: string | null
  /** A credit note that gives back money of it only, the bill stands. */
  readonly isPart?: boolean
}

/** The sentence in two lines, as the page has it, and whole, as it is read aloud. */
export interface BillSentence {
  readonly head: string
  readonly parts: readonly string[]
  readonly whole: string
}

/**
 * "38.20 more than last month: roaming 31.00, part month 7.20." in the reader's language. Parts have a sign where some make
 * the bill dearer and others cheaper; they always add up to what the head says.
 */
export function billSentence(reader: Reader, facts: SentenceFacts): BillSentence {
  const head = headOf(reader, facts)
  const said = facts.takesBack === null ? spokenParts(facts.explanation.parts) : []
  const { differenceMinor } = facts.explanation
  const isMixed =
    facts.other !== null &&
    said.some(({ amountMinor }) => differenceMinor === 0 || amountMinor > 0 !== differenceMinor > 0)
  const parts = said.map(({ kind, amountMinor }) => {
    const amount = isMixed
      ? signed(reader, amountMinor)
      : plain(reader, facts.other ? Math.abs(amountMinor) : amountMinor)
    return `${translate(reader, `bill.part.${kind}`)} ${amount}`
  })
  // a colon has a space before it in French only
  const colon = reader.language === 'fr' ? '\u202f:' : ':'
  const begun = parts.length === 0 ? (head.endsWith('.') ? head : `${head}.`) : `${head}${colon}`
  return { head: begun, parts, whole: parts.length === 0 ? begun : `${begun} ${parts.join(', ')}.` }
}

/** An amount with its sign, as a column of changes has it. */
export function signed(reader: Reader, amountMinor: number): string {
  return amountMinor > 0 ? `+${plain(reader, amountMinor)}` : plain(reader, amountMinor)
}

function headOf(reader: Reader, facts: SentenceFacts): string {
  const { explanation, payableMinor, billDate, other, isFirst, takesBack } = facts
  if (takesBack !== null)
    return translate(reader, facts.isPart === true ? 'bill.givesBack' : 'bill.takesBack', {
      number: takesBack,
      amountMinor: payableMinor,
    })
  if (facts.isRunning === true) return translate(reader, 'bill.soFar', { amountMinor: payableMinor })
  if (other === null) return translate(reader, isFirst ? 'bill.first' : 'bill.alone', { amountMinor: payableMinor })
  const { differenceMinor } = explanation
  const days = daysBetween(other.billDate, billDate)
  const isMonth = other.isLast && days >= shortestMonth && days <= longestMonth
  const than = isMonth
    ? translate(reader, 'bill.than.month')
    : other.isLast
      ? translate(reader, 'bill.than.last')
      : translate(reader, 'bill.than.date', { on: other.billDate })
  if (differenceMinor === 0) return translate(reader, 'bill.same', { than, amountMinor: payableMinor })
  const key = differenceMinor > 0 ? 'bill.more' : 'bill.less'
  return translate(reader, key, { than, amountMinor: Math.abs(differenceMinor) })
}

const shortestMonth = 28
const longestMonth = 31

function plain(reader: Reader, amountMinor: number): string {
  return formatMoney(money(amountMinor, reader.currency), locales[reader.language])
}
