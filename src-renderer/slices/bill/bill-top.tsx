import type { ReactNode } from 'react'
import type { Text } from '#renderer/app/text.tsx'
import { textIn, useText } from '#renderer/app/text.tsx'
import text from '#renderer/ui/text.module.css'
import { Swatch, YearBars } from '#renderer/ui/year-bars.tsx'
import { spokenParts } from '#shared/domain/bill/explain-difference.ts'
import type { BillView } from '#shared/domain/bill/contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { dayNumber } from '#shared/kernel/date.ts'
import { locales, translate } from '#shared/text/translate.ts'
import type { BillSentence } from '#shared/text/bill-sentence.ts'
import { billSentence } from '#shared/text/bill-sentence.ts'
import classes from './bill.module.css'
import { dateFormat } from '#shared/kernel/formats.ts'

/** The sentence to read aloud, in the agent's language and the customer's, and the year it stands in. */
export function BillTop({ view, bills, language, children }: BillTopProps) {
  const own = useText()
  const spoken = textIn(own, language)
  const said = sentenceOf(view, own)
  const hasMarks = risingParts(view).length > 0
  const isOther = spoken.reader.language !== own.reader.language
  return (
    <div className={classes.top}>
      <div>
        <p className={text.sentence}>
          {said.head}
          {said.parts.length > 0 && <br />}
          {said.parts.map((part, at) => (
            <span key={part} className={text.nowrap}>
              {hasMarks && <Swatch place={at} />}
              {part}
              {at < said.parts.length - 1 ? ', ' : '.'}
            </span>
          ))}
        </p>
        {isOther && (
          <p className={text.second} lang={spoken.reader.language}>
            {translate(spoken.reader, 'bill.quote', { sentence: sentenceOf(view, spoken).whole })}
          </p>
        )}
        {children}
      </div>
      <YearBars {...yearOf(view, bills, own)} />
    </div>
  )
}

interface BillTopProps {
  readonly view: BillView
  /** Newest first. */
  readonly bills: readonly BillRow[]
  /** What the customer speaks. */
  readonly language: string
  /** Under the sentence. */
  readonly children: ReactNode
}

function sentenceOf({ bill, other, isLast, isFirst, explanation, about }: BillView, { reader }: Text): BillSentence {
  return billSentence(reader, {
    explanation,
    payableMinor: bill.payable_minor,
    billDate: bill.bill_date,
    other: other && { billDate: other.bill_date, isLast },
    isFirst,
    isRunning: bill.state === 'new',
    takesBack: about.takesBack,
    isPart: bill.reason !== 'correction',
  })
}

/** The last twelve bills, or the twelve up to the one in front where that is older. */
function yearOf(view: BillView, bills: readonly BillRow[], text: Text) {
  const { bill } = view
  const { reader, money, t } = text
  const oldestFirst = bills.filter(({ kind, id }) => kind === 'bill' || id === bill.id).toReversed()
  const at = oldestFirst.findIndex(({ id }) => id === bill.id)
  const last = Math.max(0, oldestFirst.length - shown)
  const from = at >= last ? last : Math.max(0, at + 1 - shown)
  const year = oldestFirst.slice(from, from + shown)
  const amounts = year.map(({ payable_minor: payable }) => payable)
  const letter = dateFormat(locales[reader.language], { month: 'narrow', timeZone: 'UTC' })
  const parts = risingParts(view)
  const highest = year.findIndex(({ payable_minor: payable }) => payable === Math.max(...amounts))
  const front = year.findIndex(({ id }) => id === bill.id)
  // figures need room: they stand two bars apart
  const hasFigure = (index: number): boolean =>
    index === front || ((index === 0 || (index === highest && highest > 1)) && Math.abs(index - front) > 1)
  return {
    label: t('bills.year', {
      count: year.length,
      low: Math.min(...amounts, bill.payable_minor),
      high: Math.max(...amounts, bill.payable_minor),
    }),
    bars: year.map((each, index) => ({
      id: each.id,
      letter: letter.format(dayNumber(each.bill_date) * 86_400_000),
      amount: each.payable_minor,
      isFront: each.id === bill.id,
      ...(each.id === bill.id && { parts }),
      ...(hasFigure(index) && { figure: money(each.payable_minor) }),
    })),
  }
}

const shown = 12

/** What makes the bill dearer, as the sentence says it, where everything does; else the bar is of one piece. */
function risingParts({ explanation, other }: BillView): readonly number[] {
  const parts = spokenParts(explanation.parts).map(({ amountMinor }) => amountMinor)
  return other !== null && parts.every((part) => part > 0) ? parts : []
}
