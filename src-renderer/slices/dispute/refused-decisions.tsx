import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { Queue } from '#shared/domain/dispute/decision-contract.ts'
import type { QueueKey } from './decision.screen.tsx'

/** Decisions the core refused, where they were taken: withdrawn, changed, or decided by somebody else meanwhile. */
export function RefusedDecisions({ refused, onSee }: RefusedProps) {
  const { t, refusal } = useText()
  const letStand = useDeskCommand('interaction.letStand')
  const said = letStand.refusal && <Message tone="stuck" isUrgent cause={refusal(letStand.refusal)} />
  const list = refused.map(({ commandId, kind, id, customerId, customerName, code, details }) => (
    <Message
      key={commandId}
      tone="stuck"
      isUrgent
      cause={`${t('decision.refused', { name: customerName })} ${refusal({ code, details })}`}
    >
      <ActionButton small label={t('decision.seeState')} onClick={() => onSee({ kind, id, customerId })} />
      <ActionButton small label={t('decision.setAside')} onClick={() => void letStand.run({ commandId })} />
    </Message>
  ))
  return (
    <>
      {said}
      {list}
    </>
  )
}

interface RefusedProps {
  readonly refused: Queue['refused']
  readonly onSee: (matter: QueueKey) => void
}
