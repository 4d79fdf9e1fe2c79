import type { ReactNode } from 'react'
import type { CaseView, Mark } from '#shared/domain/interaction/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { emptyFields } from '#shared/domain/interaction/steps.ts'
import { Receipt } from '#renderer/ui/receipt.tsx'
import { sameFields } from './case-step.ts'
import { useText } from './text.tsx'

/** How true a block is: confirmed by the core, saved on this desk, or waiting for a person. Nothing where nothing is. */
export function MarkReceipt({ mark, second }: { readonly mark: Mark; readonly second?: ReactNode }) {
  const { t } = useText()
  const said = second === undefined ? {} : { second }
  switch (mark.state) {
    case 'confirmed':
      return <Receipt state="confirmed" word={t('mark.confirmed')} {...said} />
    case 'desk':
      return <Receipt state="desk" word={t('mark.desk')} {...said} />
    case 'needsYou':
      return <Receipt state="needsYou" word={t('mark.needsYou')} {...said} />
    case 'none':
      return null
  }
}

/** The receipt of a step: its mark once it is finished, before that when its draft was saved. */
export function StepReceipt({ view, step, mark, typed, second }: StepReceiptProps) {
  const { t, time } = useText()
  if (mark.state !== 'none') return <MarkReceipt mark={mark} {...(second !== undefined && { second })} />
  if (view.fieldsSavedAt === null || sameFields(typed, emptyFields[step])) return null
  return (
    <Receipt
      state="desk"
      word={t('mark.desk')}
      second={t('mark.sentWithStep', { at: time(view.fieldsSavedAt, true) })}
    />
  )
}

export interface StepReceiptProps {
  readonly view: CaseView
  readonly step: SaleStep
  readonly mark: Mark
  readonly typed: object
  readonly second?: ReactNode
}
