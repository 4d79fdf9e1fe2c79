import { useMemo, useState } from 'react'
import { useDeskStore } from '#renderer/app/desk.store.ts'
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
export function CustomerHistory({ view, part }: { readonly view: CustomerView; readonly part: HistoryPart }) {
  const said = useText()
  const { t, key } = said
  const [find, setFind] = useState('')
  const [filter, setFilter] = useState<HistoryFilter>('all')
  const [openYears, setOpenYears] = useState(() => firstYears(view.entries))
  const openCase = useDeskStore((state) => state.openCase)
  const rows = useMemo(() => {
    const onCase = ({ caseId, kind }: HistoryEntry) => {
      if (caseId === null || kind === 'evidence' || kind === 'credit') return undefined
      return <LinkButton label={t('customer.openCase')} onClick={() => openCase(caseId)} />
    }
    return rowsOf(view.entries, { part, filter, find, openYears }, said, onCase)
  }, [view.entries, part, filter, find, openYears, said, t, openCase])
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
