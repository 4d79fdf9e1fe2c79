import { useMemo, useState } from 'react'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useMatterStore } from '#renderer/app/matter.store.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { FindField } from '#renderer/ui/find-field.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LifeList } from '#renderer/ui/life-list.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import text from '#renderer/ui/text.module.css'
import type { CustomerView, HistoryEntry } from '#shared/domain/interaction/customer-view.ts'
import type { HistoryFilter, HistoryPart } from './history-rows.ts'
import { firstYears, historyFilters, rowsOf } from './history-rows.ts'
import classes from './customer.module.css'

/** The history: found in as one types, narrowed by a word, years folded away until they are asked for. */
export function CustomerHistory({ view, part, mayDispute }: CustomerHistoryProps) {
  const said = useText()
  const { t, key } = said
  const [find, setFind] = useState('')
  const [filter, setFilter] = useState<HistoryFilter>('all')
  const [openYears, setOpenYears] = useState(() => firstYears(view.entries))
  const openCase = useDeskStore((state) => state.openCase)
  const rows = useMemo(() => {
    const onEntry = (entry: HistoryEntry, sum: string) => {
      const { caseId, kind, topUp } = entry
      if (topUp !== null) return <TopUpEnd {...{ entry, sum, mayDispute }} customerId={view.customer.id} />
      if (caseId === null || kind === 'evidence' || kind === 'credit') return undefined
      return <LinkButton label={t('customer.openCase')} onClick={() => openCase(caseId)} />
    }
    return rowsOf(view.entries, { part, filter, find, openYears }, said, onEntry)
  }, [view.entries, view.customer.id, part, filter, find, openYears, said, t, openCase, mayDispute])
  const turn = (year: number): void => {
    const next = new Set(openYears)
    if (!next.delete(year)) next.add(year)
    setOpenYears(next)
  }
  const count = view.entries.length
  return (
    <>
      <div className={classes.head}>
        <h2 className={text.title}>{key(part === 'everything' ? 'customer.history' : `customer.part.${part}`)}</h2>
        <div className={classes.find}>
          <FindField label={t('customer.findIn', { count })} value={find} onChange={setFind} maxLength={80} />
        </div>
        {part === 'everything' && (
          <Choice
            label={t('customer.filter')}
            value={filter}
            options={historyFilters.map((value) => ({ value, label: key(`customer.filter.${value}`) }))}
            onChange={setFilter}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <Empty icon="history" title={t(find === '' ? 'customer.nothing' : 'customer.notFound')} />
      ) : (
        <LifeList label={t('customer.history')} rows={rows} onYear={turn} />
      )}
    </>
  )
}

interface CustomerHistoryProps {
  readonly view: CustomerView
  readonly part: HistoryPart
  /** Whether whoever sits here takes disputes in. */
  readonly mayDispute: boolean
}

/** At the end of a top-up's row: its sum, before that the way to dispute it, or to the dispute there is. */
function TopUpEnd({ entry, sum, customerId, mayDispute }: TopUpEndProps) {
  const { t } = useText()
  const show = useMatterStore((state) => state.show)
  const disputeId = entry.topUp?.disputeId ?? null
  const of = { paymentId: entry.id, customerId, caseId: null, claimedMinor: null, about: null }
  return (
    <span className={text.row}>
      {disputeId !== null ? (
        <LinkButton label={t('dispute.topUp.open')} onClick={() => show({ kind: 'dispute', disputeId })} />
      ) : (
        mayDispute && <LinkButton label={t('dispute.row')} onClick={() => show({ kind: 'fileTopUp', ...of })} />
      )}
      {sum}
    </span>
  )
}

interface TopUpEndProps extends Pick<CustomerHistoryProps, 'mayDispute'> {
  readonly entry: HistoryEntry
  readonly sum: string
  readonly customerId: string
}
