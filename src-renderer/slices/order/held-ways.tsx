import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { useLookAtCase, WaysOn } from './ways-on.tsx'

/** Ways on from what is held for a supervisor: it takes effect now, or never; whoever may not approve it reads why. */
export function HeldWays({ item }: { readonly item: NeedsYouItem }) {
  const { t } = useText()
  const approve = useDeskCommand('interaction.approveHeld')
  const reject = useDeskCommand('interaction.rejectHeld')
  const look = useLookAtCase(item)
  const { commandId, held, capturedBy: name } = item
  const off = held?.off ?? null
  return (
    <WaysOn
      ways={[
        {
          id: 'approve',
          label: t('needs.approve'),
          follows: [t('needs.approve.follows1', { name }), t('needs.approve.follows2')],
          reasonOff: off === null ? undefined : t(`needs.approve.off.${off}`),
          onChoose: () => void approve.run({ commandId }),
        },
        {
          id: 'reject',
          label: t('needs.reject'),
          follows: [t('needs.reject.follows1'), t('needs.reject.follows2')],
          reasonOff: off === 'role' ? t('needs.approve.off.role') : undefined,
          onChoose: () => void reject.run({ commandId }),
        },
        ...look,
      ]}
      refused={approve.refusal ?? reject.refusal}
    />
  )
}
