import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { fieldName } from '#renderer/app/needs-sentence.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choices, type WayOn } from '#renderer/ui/choices.tsx'
import { Message } from '#renderer/ui/message.tsx'
import classes from './needs-you.module.css'

/** Two desks set one field: what is on record stays, or what was entered here takes its place. */
export function FieldChangedWays({ item }: { readonly item: NeedsYouItem }) {
  const text = useText()
  const { t, refusal } = text
  const openCase = useDeskStore((state) => state.openCase)
  const letStand = useDeskCommand('interaction.letStand')
  const useMine = useDeskCommand('customer.useMine')
  const { commandId, caseId } = item
  const field = fieldName(item, text)
  const ways: readonly WayOn[] = [
    {
      id: 'letStand',
      label: t('needs.keepRecord'),
      keys: 'Enter',
      follows: [t('needs.keepRecord.follows1', { field }), t('needs.keepRecord.follows2')],
      onChoose: () => void letStand.run({ commandId }),
    },
    {
      id: 'useMine',
      label: t('needs.useMine'),
      keys: '2',
      follows: [t('needs.useMine.follows1'), t('needs.useMine.follows2')],
      onChoose: () => void useMine.run({ commandId }),
    },
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
  const refused = letStand.refusal ?? useMine.refusal
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
