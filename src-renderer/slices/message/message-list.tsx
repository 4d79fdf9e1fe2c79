import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import type { MessageSeen } from '#shared/domain/message/contract.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import classes from './message-list.module.css'

/** What the customer was sent, newest first: what it was, where to, and what became of it. */
export function MessageList({ messages }: { readonly messages: readonly MessageSeen[] }) {
  const { t, key, time, date, isToday, refusal: sentenceOf } = useText()
  const again = useDeskCommand('message.sendAgain')
  const status = useDesk('desk.status', {}).data
  if (messages.length === 0) return null
  return (
    <section className={classes.list}>
      <SectionHead title={t('message.title')} count={messages.length} />
      <RowTable
        label={t('message.title')}
        columns={[
          { key: 'when', head: t('home.col.when'), width: 64, look: 'time' },
          { key: 'what', head: t('home.col.what'), width: 190 },
          { key: 'to', head: t('home.col.who'), width: 190, look: 'second' },
          { key: 'state', head: t('home.col.state'), look: 'second' },
          { key: 'act', head: t('home.col.act'), width: 100, isNumber: true, look: 'second' },
        ]}
        rows={messages.map(({ row, isPending, maySendAgain }) => {
          const at = row.sent_at ?? row.queued_at
          return {
            id: row.id,
            cells: {
              when: isToday(at) ? time(at) : date(at),
              what: key(`message.template.${row.template}`),
              to: row.channel === 'sms' ? formatMsisdn(row.recipient) : row.recipient,
              state: isPending
                ? t('state.desk')
                : key(`message.${row.channel}.${row.state}`, { cause: `message.cause.${row.cause}` }),
              act: maySendAgain && !isPending && (
                <LinkButton label={t('message.sendAgain')} onClick={() => void again.run({ messageId: row.id })} />
              ),
            },
          }
        })}
      />
      {again.refusal && <p role="alert">{sentenceOf(again.refusal)}</p>}
      {status?.isDemonstration === true && (
        <p className={classes.second}>
          {t('message.simulated', { address: `${status.coreAddress}/demonstration/messages` })}
        </p>
      )}
    </section>
  )
}
