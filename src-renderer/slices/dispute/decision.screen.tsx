import { useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { CaseFrame } from '#renderer/ui/case-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { Queue, QueueItem } from '#shared/domain/dispute/decision-contract.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { DecisionRail, type QueueOrder, sorted } from './decision-rail.tsx'
import { OpenMatter } from './open-matter.tsx'
import { RefusedDecisions } from './refused-decisions.tsx'

/** Deciding about money that others asked for: what waits at the left, one matter with all it is decided by. */
export function DecisionScreen({ session }: { readonly session: Session }) {
  const queue = useDesk('decision.queue', {}).data
  const [order, setOrder] = useState<QueueOrder>('age')
  const [wished, setWished] = useState<QueueKey>()
  const [decided, setDecided] = useState<readonly string[]>([])
  const undo = useUndo(queue, () => setDecided([]))
  if (queue === undefined) return null
  const items = sorted(queue.items, order)
  const shown = wished ?? firstToDecide(items, decided)
  // one that came in never pushes away the one that is looked at
  if (wished === undefined && shown !== undefined) setWished(shown)
  const at = items.findIndex((item) => item.id === shown?.id)
  const go = (item: QueueItem | undefined): void => item && setWished(item)
  const rail = (
    <DecisionRail
      {...{ items, order, held: queue.held }}
      current={shown?.id}
      onOrder={setOrder}
      onOpen={setWished}
      onUndo={undo.run}
    />
  )
  const refused = (
    <>
      {undo.said !== undefined && <Message tone="stuck" isUrgent cause={undo.said} />}
      <RefusedDecisions refused={queue.refused} onSee={setWished} />
    </>
  )
  if (shown === undefined) return <NothingToDecide rail={rail} refused={refused} />
  return (
    <OpenMatter
      {...{ shown, session, rail, refused }}
      onMove={(by) => go(items[at + by])}
      onDecided={(ids = [shown.id]) => {
        setDecided(ids)
        setWished(firstToDecide([...items.slice(at + 1), ...items.slice(0, Math.max(0, at))], ids))
      }}
    />
  )
}

/** Which matter is looked at; one that is decided can be looked at too. */
export type QueueKey = Pick<QueueItem, 'kind' | 'id' | 'customerId'>

/** The first that whoever sits here may decide, else the first; not those just decided, whose rows are on their way out. */
function firstToDecide(items: readonly QueueItem[], decided: readonly string[]): QueueItem | undefined {
  const others = items.filter(({ id }) => !decided.includes(id))
  return others.find(({ off }) => off === null) ?? others[0]
}

/** Takes a decision back; `said` when it was too late for that, until another one can be taken back. */
function useUndo(queue: Queue | undefined, onUndo: () => void): UndoDecision {
  const { t, refusal } = useText()
  const command = useDeskCommand('decision.undo')
  const [tried, setTried] = useState<string>()
  const run = (heldId: string): void => {
    onUndo()
    setTried(heldId)
    void command.run({ heldId })
  }
  const last = queue?.held.at(-1)
  useActions(
    last === undefined
      ? []
      : [{ id: 'undo', label: t('decision.undo'), icon: 'history', keys: 'Alt U', run: () => run(last.heldId) }],
  )
  const isOver = last !== undefined && last.heldId !== tried
  return { run, said: command.refusal === undefined || isOver ? undefined : refusal(command.refusal) }
}

interface UndoDecision {
  readonly run: (heldId: string) => void
  readonly said: string | undefined
}

function NothingToDecide({ rail, refused }: Pick<Parameters<typeof OpenMatter>[0], 'rail' | 'refused'>) {
  const { t } = useText()
  return (
    <CaseFrame
      title={t('decision.title')}
      rail={rail}
      workLabel={t('decision.work')}
      contextLabel={t('case.customer')}
      context={null}
      actions={null}
    >
      {refused}
      <Empty icon="check" title={t('decision.empty')} hint={t('decision.emptyHint')} />
    </CaseFrame>
  )
}
