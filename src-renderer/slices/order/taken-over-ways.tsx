import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choices, type WayOn } from '#renderer/ui/choices.tsx'
import { Message } from '#renderer/ui/message.tsx'
import classes from './needs-you.module.css'

/** Ways on where another desk went on with the case: leave what it has, take the case back, or look. */
export function TakenOverWays({ item }: { readonly item: NeedsYouItem }) {
  const { t, refusal } = useText()
  const openCase = useDeskStore((state) => state.openCase)
  const letStand = useDeskCommand('interaction.letStand')
  const takeBack = useDeskCommand('interaction.takeCaseBack')
  const { commandId, caseId } = item
  const takeItBack = async () => {
    const answer = await takeBack.run({ commandId })
    if (answer.ok) openCase(answer.value.caseId)
  }
  const ways: readonly WayOn[] = [
    {
      id: 'letStand',
      label: t('needs.letStand'),
      keys: 'Enter',
      follows: [t('needs.letStand.follows1'), t('needs.letStand.follows2')],
      onChoose: () => void letStand.run({ commandId }),
    },
    {
      id: 'takeBack',
      label: t('needs.takeBack'),
      keys: '2',
      follows: [t('needs.takeBack.follows1'), t('needs.takeBack.follows2')],
      onChoose: () => void takeItBack(),
    },
    {
      id: 'openCase',
      label: t('needs.openCase'),
      keys: '3',
      follows: [t('needs.openCase.follows1')],
      onChoose: () => caseId !== null && openCase(caseId),
    },
  ]
  const refused = takeBack.refusal ?? letStand.refusal
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
