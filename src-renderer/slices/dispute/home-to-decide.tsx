import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { homeColumns, type Row, RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import type { QueueItem } from '#shared/domain/dispute/decision-contract.ts'
import { waitText } from './wait-text.ts'

const rowsShown = 3

/** For those who decide about money: how many wait for them, and the ones that have waited longest. */
export function HomeToDecide() {
  const text = useText()
  const { t } = text
  const open = useDeskStore((state) => state.open)
  const items = useDesk('decision.queue', {}).data?.items.filter(({ off }) => off === null) ?? []
  if (items.length === 0) return null
  const show = (): void => open({ kind: 'toDecide' })
  const heads = {
    ...{ when: t('home.col.when'), who: t('home.col.who'), what: t('home.col.what') },
    ...{ state: t('home.col.state'), act: t('home.col.act') },
  }
  return (
    <section>
      <SectionHead title={t('decision.homeTitle')} count={items.length} calls>
        <LinkButton label={t('decision.open')} keys="Alt Q" onClick={show} />
      </SectionHead>
      <RowTable
        label={t('decision.homeTitle')}
        columns={homeColumns(heads)}
        rows={items
          .toSorted((a, b) => a.askedAt - b.askedAt)
          .slice(0, rowsShown)
          .map((item) => rowOf(item, text, show))}
      />
    </section>
  )
}

function rowOf(item: QueueItem, text: Text, onOpen: () => void): Row {
  const { t, date, time, isToday } = text
  const { kind, amountMinor, askedAt } = item
  return {
    id: item.id,
    cells: {
      when: isToday(askedAt) ? time(askedAt) : date(askedAt),
      who: item.customerName,
      what: t(`decision.home.${kind}`, { amountMinor }),
      state: waitText(item, text),
      act: <LinkButton label={t('home.open')} onClick={onOpen} />,
    },
  }
}
