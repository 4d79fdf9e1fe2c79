import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { useLookAtCase, WaysOn } from './ways-on.tsx'

/** Ways on where another desk went on with the case: leave what it has, take the case back, or look. */
export function TakenOverWays({ item }: { readonly item: NeedsYouItem }) {
  const { t } = useText()
  const openCase = useDeskStore((state) => state.openCase)
  const letStand = useDeskCommand('interaction.letStand')
  const takeBack = useDeskCommand('interaction.takeCaseBack')
  const look = useLookAtCase(item)
  const { commandId } = item
  const takeItBack = async () => {
    const answer = await takeBack.run({ commandId })
    if (answer.ok) openCase(answer.value.caseId)
  }
  return (
    <WaysOn
      ways={[
        {
          id: 'letStand',
          label: t('needs.letStand'),
          follows: [t('needs.letStand.follows1'), t('needs.letStand.follows2')],
          onChoose: () => void letStand.run({ commandId }),
        },
        {
          id: 'takeBack',
          label: t('needs.takeBack'),
          follows: [t('needs.takeBack.follows1'), t('needs.takeBack.follows2')],
          onChoose: () => void takeItBack(),
        },
        ...look,
      ]}
      refused={takeBack.refusal ?? letStand.refusal}
    />
  )
}
