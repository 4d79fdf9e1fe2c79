import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import type { CaseDate } from '#renderer/ui/case-frame.tsx'
import { StepList } from '#renderer/ui/step-list.tsx'
import text from '#renderer/ui/text.module.css'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { saleStepSchema } from '#shared/domain/interaction/steps.ts'

/** The seven steps with what each holds; below them who opened the case, and how much of it the core has confirmed. */
export function CaseRail({ view, current, onOpen }: CaseRailProps) {
  const { t, say, key } = useText()
  const { done, of } = view.confirmed
  return (
    <StepList
      label={t('case.steps')}
      current={current}
      onOpen={(id) => onOpen(saleStepSchema.parse(id))}
      steps={view.steps.map(({ step, state, summary }, index) => ({
        id: step,
        name: key(`step.${step}`),
        summary: say(summary),
        state: step === current ? 'open' : state,
        stateWord: key(`case.stepState.${state}`),
        keys: `Alt ${index + 1}`,
      }))}
      foot={
        <>
          {done < of && <div>{t('case.confirmedOf', { done, of })}</div>}
          <div>{t('case.openedBy', { at: view.openedAt, name: view.openedBy })}</div>
          {done === of && (
            <div>
              {t('case.anyOrder')} <span className={text.nowrap}>{t('case.anyOrder.keys')}</span>
            </div>
          )}
        </>
      }
    />
  )
}

/** First inquiry, contract signed, active since: seen at once in the head of every case. */
export function caseDates(view: CaseView, t: Text['t'], date: Text['date']): readonly CaseDate[] {
  const { customer } = view
  const moment = (label: string, at: number | null | undefined): CaseDate =>
    typeof at === 'number' ? { label, value: date(at) } : { label, value: t('case.notYet'), isOpen: true }
  return [
    moment(t('case.firstInquiry'), customer?.first_inquiry_at ?? view.openedAt),
    moment(t('case.contractSigned'), customer?.contract_signed_at),
    moment(t('case.activeSince'), customer?.active_since),
  ]
}

export interface CaseRailProps {
  readonly view: CaseView
  readonly current: SaleStep
  readonly onOpen: (step: SaleStep) => void
}
