import { useSeconds } from '#renderer/app/call.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { homeColumns, type Row, RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { TimedState } from '#renderer/ui/timed-state.tsx'
import { roughSpan } from '#renderer/app/span-text.ts'
import type { CallBackLine } from '#shared/domain/interaction/customer-view.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { useHomeHeads } from './home-heads.ts'

const linesShown = 6

/** Who was promised a call, the earliest first; late ones say by how much. There is no such list without promises. */
export function HomeCallBacks() {
  const text = useText()
  const heads = useHomeHeads()
  const lines = useDesk('interaction.callBacks', {}).data?.lines ?? []
  const now = useSeconds(lines.length > 0)
  const dial = useDeskCommand('phone.dial')
  const { openCustomer } = useDeskStore()
  if (lines.length === 0) return null
  const call = async ({ number, customerId, callBackId }: CallBackLine): Promise<void> => {
    const dialled = await dial.run({ number, customerId, callBackId })
    if (dialled.ok && customerId !== null) openCustomer(customerId)
  }
  return (
    <section>
      <SectionHead title={text.t('home.callBacks')} count={lines.length} />
      {dial.refusal !== undefined && <Message tone="stuck" cause={text.refusal(dial.refusal)} isUrgent />}
      <RowTable
        label={text.t('home.callBacks')}
        columns={homeColumns(heads)}
        rows={lines.slice(0, linesShown).map((line) => rowOf(line, now, text, () => void call(line)))}
      />
    </section>
  )
}

function rowOf(line: CallBackLine, now: number, text: Text, onCall: () => void): Row {
  const { t } = text
  const lateMs = now - line.dueAt
  const isLate = lateMs >= 60_000
  const when = text.isToday(line.dueAt) ? text.time(line.dueAt) : text.date(line.dueAt)
  return {
    id: line.callBackId,
    cells: {
      when: isLate ? <TimedState tone="late" word={when} /> : when,
      who: line.customerName === '' ? formatMsisdn(line.number) : line.customerName,
      what: line.note === '' ? t('home.callBackNoNote') : line.note,
      state: isLate ? (
        <TimedState tone="late" icon="late" word={t('home.lateBy', { span: roughSpan(lateMs, text) })} />
      ) : (
        t('home.dueIn', { span: roughSpan(-lateMs, text) })
      ),
      act: <LinkButton label={t('home.call')} icon="phone" onClick={onCall} />,
    },
  }
}
