import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'

/** Class E: never a silent no. The basket stays, its pre-paid twin is proposed, and a person may choose otherwise. */
export function CreditClassE({ view, openStep }: StepPanelProps<'credit'>) {
  const { t, refusal: sentenceOf } = useText()
  const spoken = useSpoken()
  const twin = useDeskCommand('credit.usePrepaidTwin')
  const take = async (): Promise<void> => {
    const result = await twin.run({ caseId: view.caseId })
    if (result.ok) openStep('sign')
  }
  return (
    <Message
      tone="stuck"
      isUrgent
      cause={twin.refusal ? sentenceOf(twin.refusal) : t('credit.e')}
      say={spoken.t('credit.e.say')}
      sayLang={spoken.reader.language}
    >
      <ActionButton
        label={t('credit.e.take')}
        onClick={() => void take()}
        busy={twin.isBusy ? t('case.busy') : undefined}
      />
      <ActionButton label={t('credit.e.choose')} onClick={() => openStep('offer')} />
    </Message>
  )
}
