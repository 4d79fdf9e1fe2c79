import type { ReactNode } from 'react'
import { useState } from 'react'
import { CallerBadge } from '#renderer/slices/verification/caller-badge.tsx'
import { CallerDialog } from '#renderer/slices/verification/caller-dialog.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { levelAsked } from '#shared/domain/verification/levels.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { useActions } from './hot-keys.ts'
import { useDesk } from './queries.ts'
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

/**
 * An act that asks for a verified caller: the questions first where the level is missing in this contact, then what it
 * is for, in their place. `children` is drawn once they have passed, and stays when the level ends by time.
 */
export function CallerFirst({ customerId, caseId, act, onClose, children }: CallerFirstProps) {
  const { t } = useText()
  const of = { customerId, caseId }
  const caller = useDesk('verification.caller', of).data
  const language = useDesk('interaction.customerView', { customerId }).data?.customer.language
  const [hasPassed, setPassed] = useState(false)
  const level = caller && levelAsked(act, caller.hasContact)
  const isKnown = caller !== undefined && level !== undefined && caller.level >= level
  if (isKnown && !hasPassed) setPassed(true)
  if (isKnown || hasPassed) return children
  if (caller === undefined || language === undefined || level === undefined || level === 0) return null
  const asked = { level, why: t(`caller.asked.${act}`, { level }) }
  return <CallerDialog of={of} language={language} isOpen onClose={onClose} asked={asked} />
}

interface CallerFirstProps {
  readonly customerId: Id
  readonly caseId: Id | null
  readonly act: 'giveCredit' | 'fileDispute'
  readonly onClose: () => void
  readonly children: ReactNode
}

interface CallerProps {
  readonly customer: CustomerRow
  readonly caseId: Id | null
}

interface Opening {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}
