import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choices, type WayOn } from '#renderer/ui/choices.tsx'
import { Message } from '#renderer/ui/message.tsx'
import classes from './needs-you.module.css'

/** Ways on from what the core could not take in: another try after an update, a supervisor, or the case. */
export function KeptAsideWays({ item }: { readonly item: NeedsYouItem }) {
  const { t, refusal } = useText()
  const again = useDeskCommand('desk.sendAgain')
  const handOver = useDeskCommand('interaction.handOverDecision')
  const letStand = useDeskCommand('interaction.letStand')
  const openCase = useDeskStore((state) => state.openCase)
  const { commandId, caseId } = item
  const isHandedOver = item.whose === 'supervisor'
  const ways: readonly WayOn[] = [
    ...(isHandedOver
      ? [
          {
            id: 'settle',
            label: t('needs.settle'),
            keys: 'Enter',
            follows: [t('needs.settle.follows1'), t('needs.settle.follows2')],
            onChoose: () => void letStand.run({ commandId }),
          },
        ]
      : [
          {
            id: 'again',
            label: t('needs.sendAgain'),
            keys: 'Enter',
            follows: [t('needs.sendAgain.follows1'), t('needs.sendAgain.follows2')],
            onChoose: () => void again.run({ commandId }),
          },
          {
            id: 'handOver',
            label: t('needs.handOver'),
            keys: '2',
            follows: [t('needs.handOver.follows1'), t('needs.handOver.follows2')],
            onChoose: () => void handOver.run({ commandId }),
          },
        ]),
    ...(caseId === null
      ? []
      : [
          {
            id: 'openCase',
            label: t('needs.openCase'),
            keys: '3',
            follows: [t('needs.openCase.follows1')],
            onChoose: () => openCase(caseId),
          },
        ]),
  ]
  const refused = again.refusal ?? handOver.refusal ?? letStand.refusal
  return (
    <>
      {refused !== undefined && (
        <div className={classes.message}>
          <Message tone="stuck" cause={refusal(refused)} isUrgent />
        </div>
      )}
      <Choices label={t('needs.ways')} choices={ways} />
    </>
  )
}
