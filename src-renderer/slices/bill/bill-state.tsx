import { useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import type { BillView } from '#shared/domain/bill/contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Text } from '#renderer/app/text.tsx'
import type { Tone } from '#renderer/ui/tone.ts'

/** Where a bill stands, as a badge: to be paid, paid, overdue, taken back. */
export function BillState({ view: { bill, about }, today }: { readonly view: BillView; readonly today: IsoDate }) {
  const text = useText()
  if (about.creditedBy !== null) return <Badge word={text.t('bills.state.credited', { number: about.creditedBy })} />
  const { word, tone } = billStateOf(bill, today, text)
  return <Badge word={word} tone={tone} />
}

/** The words of a bill's state. Late only where a day of payment has passed and something is open. */
export function billStateOf(
  bill: BillRow,
  today: IsoDate,
  { t, key }: Text,
): { readonly word: string; readonly tone: Tone } {
  if (bill.kind === 'creditNote') return { word: t('bills.state.creditNote'), tone: 'neutral' }
  if (bill.credited_by !== null) return { word: t('bills.state.takenBack'), tone: 'neutral' }
  if (bill.state === 'new') return { word: t('bills.state.new'), tone: 'neutral' }
  if (bill.state === 'onHold') return { word: key('bills.state.onHold'), tone: 'neutral' }
  if (bill.open_minor > 0 && bill.due_date < today)
    return { word: t('bills.state.overdue', { on: bill.due_date }), tone: 'late' }
  return { word: key(`bills.state.${bill.state}`), tone: bill.state === 'settled' ? 'ok' : 'neutral' }
}
