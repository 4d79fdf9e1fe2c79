import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Message } from '#renderer/ui/message.tsx'
import text from '#renderer/ui/text.module.css'
import { toneText } from '#renderer/ui/tone.ts'
import type { TicketView } from '#shared/domain/ticket/contract.ts'
import type { TicketEvent } from '#shared/domain/ticket/states.ts'
import { slaOf } from './sla-text.ts'
import classes from './ticket.module.css'

/** One ticket: what, whose, its clock, the last word on it, and what may be done now. A pause or a solution asks for a word. */
export function TicketBlock({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const said = useText()
  const { t, key, date, time, isToday, refusal } = said
  const { row, isPending, may } = ticket
  const [asking, setAsking] = useState<TicketEvent>()
  const move = useDeskCommand('ticket.moveTicket')
  const take = useDeskCommand('ticket.takeTicket')
  const sla = slaOf(ticket, now, said)
  const run = async (event: TicketEvent, note: string): Promise<void> => {
    const moved = await move.run({ ticketId: row.id, event, note })
    if (moved.ok) setAsking(undefined)
  }
  const refused = move.refusal ?? take.refusal
  return (
    <li className={classes.ticket}>
      <Icon name={sla.icon} className={toneText(sla.tone)} />
      <div className={classes.body}>
        <div className={classes.first}>
          <span className={text.medium}>{row.summary}</span>
          <span className={`${text.push} ${text.nowrap} ${toneText(sla.tone) ?? ''} ${text.medium}`}>{sla.text}</span>
        </div>
        <div className={`${text.second} ${text.small}`}>
          {[
            row.reference,
            key(`ticket.kind.${row.kind}`),
            key(`ticket.state.${row.state}`),
            t('ticket.openedBy', {
              name: row.opened_by,
              when: isToday(row.started_at) ? time(row.started_at) : date(row.started_at),
            }),
            t('ticket.ownedBy', { name: row.owner_name }),
            ...(isPending ? [t('state.desk')] : []),
          ].join(', ')}
        </div>
        {row.note !== '' && <p>{row.note}</p>}
        {refused !== undefined && <Message tone="stuck" cause={refusal(refused)} isUrgent />}
        {asking === undefined ? (
          <div className={classes.ways}>
            {may.map((event) => (
              <ActionButton
                key={event}
                label={key(`ticket.do.${event}`)}
                small
                onClick={() => (asksForWord.has(event) ? setAsking(event) : void run(event, ''))}
              />
            ))}
            {!ticket.isMine && ticket.isLiving && (
              <ActionButton label={t('ticket.take')} small onClick={() => void take.run({ ticketId: row.id })} />
            )}
          </div>
        ) : (
          <Word event={asking} onWord={(note) => void run(asking, note)} onLeave={() => setAsking(undefined)} />
        )}
      </div>
    </li>
  )
}

/** Events that need a word: whom we wait for, how it was solved, why it is not for us. */
const asksForWord: ReadonlySet<TicketEvent> = new Set(['askCustomer', 'waitForOthers', 'resolve', 'cancel', 'reject'])

function Word({ event, onWord, onLeave }: WordProps) {
  const { t, key } = useText()
  const [note, setNote] = useState('')
  const isEmpty = note.trim() === ''
  return (
    <form
      className={classes.word}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (!isEmpty) onWord(note)
      }}
    >
      <TextField
        label={key(`ticket.word.${event}`)}
        value={note}
        onChange={setNote}
        input={{ autoFocus: true, maxLength: 500, autoComplete: 'off' }}
      />
      <ActionButton label={t('ticket.leave')} onClick={onLeave} />
      <ActionButton
        kind="primary"
        label={key(`ticket.do.${event}`)}
        submits
        sayAt="hidden"
        reasonOff={isEmpty ? t('ticket.wordMissing') : undefined}
      />
    </form>
  )
}

interface WordProps {
  readonly event: TicketEvent
  readonly onWord: (note: string) => void
  readonly onLeave: () => void
}
