import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { useLookAtCase, type Way, WaysOn } from './ways-on.tsx'

/** Ways on from what the core could not take in: another try after an update, a supervisor, or the case. */
export function KeptAsideWays({ item }: { readonly item: NeedsYouItem }) {
  const { t } = useText()
  const again = useDeskCommand('desk.sendAgain')
  const handOver = useDeskCommand('interaction.handOverDecision')
  const letStand = useDeskCommand('interaction.letStand')
  const look = useLookAtCase(item)
  const { commandId } = item
  const ways: readonly Way[] =
    item.whose === 'supervisor'
      ? [
          {
            id: 'settle',
            label: t('needs.settle'),
            follows: [t('needs.settle.follows1'), t('needs.settle.follows2')],
            onChoose: () => void letStand.run({ commandId }),
          },
        ]
      : [
          {
            id: 'again',
            label: t('needs.sendAgain'),
            follows: [t('needs.sendAgain.follows1'), t('needs.sendAgain.follows2')],
            onChoose: () => void again.run({ commandId }),
          },
          {
            id: 'handOver',
            label: t('needs.handOver'),
            follows: [t('needs.handOver.follows1'), t('needs.handOver.follows2')],
            onChoose: () => void handOver.run({ commandId }),
          },
        ]
  return <WaysOn ways={[...ways, ...look]} refused={again.refusal ?? handOver.refusal ?? letStand.refusal} />
}
