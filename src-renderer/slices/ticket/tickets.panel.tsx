import { useState } from 'react'
import { useSeconds } from '#renderer/app/call.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import text from '#renderer/ui/text.module.css'
import type { TicketKind } from '#shared/domain/ticket/commands.ts'
import { ticketKinds } from '#shared/domain/ticket/commands.ts'
import type { TicketView } from '#shared/domain/ticket/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { TicketBlock } from './ticket-block.tsx'
import classes from './ticket.module.css'

/** A customer's trouble tickets, living ones first with their clock, and how to open one. */
export function TicketsPanel({
  customerId,
  tickets,
}: {
  readonly customerId: Id
  readonly tickets: readonly TicketView[]
}) {
  const { t } = useText()
  const [isOpening, setOpening] = useState(false)
  const now = useSeconds(tickets.some(({ isLiving }) => isLiving))
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2 className={text.title}>{t('customer.part.tickets')}</h2>
        <div className={text.push}>
          <ActionButton label={t('ticket.open')} icon="plus" onClick={() => setOpening(true)} />
        </div>
      </div>
      {isOpening && <NewTicket customerId={customerId} onClose={() => setOpening(false)} />}
      {tickets.length === 0 && !isOpening ? (
        <Empty icon="tool" title={t('ticket.none')} hint={t('ticket.noneHint')} />
      ) : (
        <ul className={classes.list} aria-label={t('customer.part.tickets')}>
          {tickets.map((ticket) => (
            <TicketBlock key={ticket.row.id} ticket={ticket} now={now} />
          ))}
        </ul>
      )}
    </div>
  )
}

function NewTicket({ customerId, onClose }: { readonly customerId: Id; readonly onClose: () => void }) {
  const { t, key, refusal } = useText()
  const [kind, setKind] = useState<TicketKind>('network')
  const [summary, setSummary] = useState('')
  const open = useDeskCommand('ticket.openTicket')
  const isEmpty = summary.trim() === ''
  const save = async (): Promise<void> => {
    if (isEmpty) return
    const opened = await open.run({ customerId, caseId: null, kind, summary, note: '' })
    if (opened.ok) onClose()
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {open.refusal !== undefined && <Message tone="stuck" cause={refusal(open.refusal)} isUrgent />}
      <div className={classes.fields}>
        <Choice
          tall
          label={t('ticket.kind')}
          value={kind}
          options={ticketKinds.map((value) => ({ value, label: key(`ticket.kind.${value}`) }))}
          onChange={setKind}
        />
        <TextField
          label={t('ticket.summary')}
          value={summary}
          onChange={setSummary}
          input={{ maxLength: 200, autoFocus: true, autoComplete: 'off' }}
        />
      </div>
      <div className={classes.ways}>
        <ActionButton label={t('ticket.leave')} onClick={onClose} />
        <ActionButton
          kind="primary"
          label={t('ticket.save')}
          keys="Enter"
          submits
          sayAt="hidden"
          reasonOff={isEmpty ? t('ticket.summaryMissing') : undefined}
        />
      </div>
    </form>
  )
}
