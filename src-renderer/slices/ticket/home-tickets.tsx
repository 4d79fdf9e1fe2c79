import { useSeconds } from '#renderer/app/call.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { homeColumns, RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { TimedState } from '#renderer/ui/timed-state.tsx'
import { slaOf } from './sla-text.ts'

const ticketsShown = 6

/** Living tickets of the person at this desk, the most urgent first. There is no such list without tickets. */
export function HomeTickets() {
  const text = useText()
  const { t } = text
  const tickets = useDesk('ticket.myTickets', {}).data?.tickets ?? []
  const now = useSeconds(tickets.length > 0)
  const openCustomer = useDeskStore((state) => state.openCustomer)
  if (tickets.length === 0) return null
  const heads = {
    when: t('home.col.when'),
    who: t('home.col.who'),
    what: t('home.col.what'),
    state: t('home.col.state'),
    act: t('home.col.act'),
  }
  return (
    <section>
      <SectionHead title={t('home.tickets')} count={tickets.length} />
      <RowTable
        label={t('home.tickets')}
        columns={homeColumns(heads)}
        rows={tickets.slice(0, ticketsShown).map((ticket) => {
          const { row, customerName } = ticket
          const sla = slaOf(ticket, now, text)
          return {
            id: row.id,
            cells: {
              when: text.isToday(row.started_at) ? text.time(row.started_at) : text.date(row.started_at),
              who: customerName === '' ? t('home.noName') : customerName,
              what: row.summary,
              state: <TimedState tone={sla.tone} icon={sla.icon} word={sla.text} />,
              act: <LinkButton label={t('home.open')} onClick={() => openCustomer(row.customer_id)} />,
            },
          }
        })}
      />
    </section>
  )
}
