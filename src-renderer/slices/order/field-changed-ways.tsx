import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { fieldName } from '#renderer/app/needs-sentence.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { useLookAtCase, WaysOn } from './ways-on.tsx'

/** Two desks set one field: what is on record stays, or what was entered here takes its place. */
export function FieldChangedWays({ item }: { readonly item: NeedsYouItem }) {
  const text = useText()
  const { t } = text
  const letStand = useDeskCommand('interaction.letStand')
  const useMine = useDeskCommand('customer.useMine')
  const look = useLookAtCase(item)
  const { commandId } = item
  return (
    <WaysOn
      ways={[
        {
          id: 'letStand',
          label: t('needs.keepRecord'),
          follows: [t('needs.keepRecord.follows1', { field: fieldName(item, text) }), t('needs.keepRecord.follows2')],
          onChoose: () => void letStand.run({ commandId }),
        },
        {
          id: 'useMine',
          label: t('needs.useMine'),
          follows: [t('needs.useMine.follows1'), t('needs.useMine.follows2')],
          onChoose: () => void useMine.run({ commandId }),
        },
        ...look,
      ]}
      refused={letStand.refusal ?? useMine.refusal}
    />
  )
}
