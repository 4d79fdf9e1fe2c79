import { useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { CaseFrame } from '#renderer/ui/case-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
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
  const undo = useUndo(queue)
  if (queue === undefined) return null
  const items = sorted(queue.items, order)
  const shown = chosen(items, wished)
  const at = items.findIndex((item) => item.id === shown?.id)
  const go = (item: QueueItem | undefined): void => item && setWished(item)
  const rail = (
    <DecisionRail
      {...{ items, order, held: queue.held }}
      current={shown?.id}
      onOrder={setOrder}
      onOpen={go}
      onUndo={undo}
    />
  )
  const refused = <RefusedDecisions refused={queue.refused} onSee={setWished} />
  if (shown === undefined) return <NothingToDecide rail={rail} refused={refused} />
  return (
    <OpenMatter
      key={`${shown.kind}:${shown.id}`}
      {...{ shown, session, rail, refused }}
      onMove={(by) => go(items[at + by])}
      onDecided={() => setWished(undefined)}
    />
  )
}

/** Which matter is looked at; one that is decided can be looked at too. */
export type QueueKey = Pick<QueueItem, 'kind' | 'id' | 'customerId'>

/** The wished one, else the first that whoever sits here may decide. */
function chosen(items: readonly QueueItem[], wished: QueueKey | undefined): QueueKey | undefined {
  return wished ?? items.find(({ off }) => off === null) ?? items[0]
}

function useUndo(queue: Queue | undefined): (heldId: string) => void {
  const { t } = useText()
  const command = useDeskCommand('decision.undo')
  const run = (heldId: string): void => void command.run({ heldId })
  const last = queue?.held.at(-1)
  useActions(
    last === undefined
      ? []
      : [{ id: 'undo', label: t('decision.undo'), icon: 'history', keys: 'Alt U', run: () => run(last.heldId) }],
  )
  return run
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
