import type { ToSendLine } from '#shared/contract/desk.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { commandName } from '#renderer/app/needs-sentence.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { HomeFrame } from '#renderer/ui/page-frames.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import text from '#renderer/ui/text.module.css'
import type { State } from '#renderer/ui/tone.ts'
import classes from './to-send.module.css'

/** What waits for the core: one line a case, its receipts behind; a line that has something wrong is open by itself. */
export function ToSendScreen() {
  const { t, refusal } = useText()
  const asked = useDesk('desk.toSend', {})
  const lines = asked.data?.lines ?? []
  return (
    <HomeFrame title={t('toSend.title')}>
      {asked.refusal !== undefined && <Message tone="stuck" cause={refusal(asked.refusal)} />}
      <section>
        <SectionHead
          title={t('toSend.title')}
          {...(asked.data !== undefined && { count: lines.filter((line) => line.done < line.of).length })}
        />
        {lines.length === 0 && asked.data !== undefined && (
          <Empty icon="checks" title={t('toSend.empty')} hint={t('toSend.emptyHint')} />
        )}
        {lines.map((line) => (
          <Line key={line.caseId ?? line.items[0]?.commandId ?? ''} line={line} />
        ))}
      </section>
    </HomeFrame>
  )
}

function Line({ line }: { readonly line: ToSendLine }) {
  const { t, say } = useText()
  const openCase = useDeskStore((state) => state.openCase)
  const { caseId } = line
  const name = line.customerName === '' ? t(caseId === null ? 'toSend.noCase' : 'home.noName') : line.customerName
  const state = stateOf(line)
  return (
    <div className={classes.line}>
      <details className={classes.details} open={state === 'needsYou' || undefined}>
        <summary className={classes.head}>
          <Icon name="chevron-right" size={14} className={classes.chevron} />
          <span className={`${text.medium} ${text.cut}`}>{name}</span>
          <span className={text.cut}>{say(line.title)}</span>
          <StateBadge state={state} word={t('toSend.progress', { done: line.done, of: line.of })} />
        </summary>
        <Receipts line={line} label={t('toSend.receipts', { name })} />
      </details>
      <span className={classes.act}>
        {caseId !== null && <LinkButton label={t('home.open')} onClick={() => openCase(caseId)} />}
      </span>
    </div>
  )
}

function Receipts({ line, label }: { readonly line: ToSendLine; readonly label: string }) {
  const said = useText()
  const { t, time } = said
  return (
    <ul aria-label={label} className={classes.receipts}>
      {line.items.map((item) => (
        <li key={item.commandId} className={classes.receipt}>
          <time>{time(item.capturedAt, true)}</time>
          <span className={text.cut}>{commandName(item.type, said)}</span>
          <span className={text.second}>{item.by}</span>
          <StateBadge state={states[item.state]} word={t(`toSend.${item.state}`)} small />
          <span className={classes.decided}>
            {item.decidedAt === null
              ? ''
              : item.receipt === ''
                ? t('toSend.decided', { at: time(item.decidedAt, true) })
                : t('toSend.receipt', { at: time(item.decidedAt, true), number: item.receipt })}
          </span>
        </li>
      ))}
    </ul>
  )
}

const states: Readonly<Record<ToSendLine['items'][number]['state'], State>> = {
  captured: 'desk',
  sending: 'desk',
  blocked: 'desk',
  applied: 'confirmed',
  conflict: 'needsYou',
  rejected: 'needsYou',
  needsApproval: 'waits',
  quarantined: 'stuck',
}

// The gravest of its receipts speaks for the line.
function stateOf(line: ToSendLine): State {
  const all = line.items.map((item) => states[item.state])
  return (['stuck', 'needsYou', 'desk', 'waits'] as const).find((state) => all.includes(state)) ?? 'confirmed'
}
