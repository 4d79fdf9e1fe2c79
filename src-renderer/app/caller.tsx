import { useState } from 'react'
import { CallerBadge } from '#renderer/slices/verification/caller-badge.tsx'
import { CallerDialog } from '#renderer/slices/verification/caller-dialog.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { useActions } from './hot-keys.ts'
import { useText } from './text.tsx'

/** Whose caller it is, for screens of other slices: the badge of the level, and the way to verify. */
export function CallerMark({ customer, caseId }: CallerProps) {
  return <CallerBadge customerId={customer.id} caseId={caseId} />
}

/** Opens the questions: a button beside the number, and Alt V. `isOpen` and `onOpen` where another part opens it too. */
export function CallerVerify({ customer, caseId, isOpen, onOpen }: CallerProps & Opening) {
  const { t } = useText()
  const open = () => onOpen(true)
  useActions([{ id: 'verify', label: t('caller.verify'), icon: 'shield-check', keys: 'Alt V', run: open }])
  return (
    <>
      <IconButton label={t('caller.verify')} icon="shield-check" keys="Alt V" onClick={open} />
      <CallerDialog
        of={{ customerId: customer.id, caseId }}
        language={customer.language}
        isOpen={isOpen}
        onClose={() => onOpen(false)}
      />
    </>
  )
}

/** The state of the dialog, for the part that holds both. */
export function useVerifying(): Opening {
  const [isOpen, setOpen] = useState(false)
  return { isOpen, onOpen: setOpen }
}

interface CallerProps {
  readonly customer: CustomerRow
  readonly caseId: Id | null
}

interface Opening {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}
