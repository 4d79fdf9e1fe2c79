import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepReceipt } from '#renderer/app/mark-receipt.tsx'
import { StepText } from '#renderer/app/step-text.tsx'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { StepTitle, WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import { Tick } from '#renderer/ui/tick.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './credit.module.css'
import { CreditClassE } from './credit-class-e.tsx'
import { CreditOverride } from './credit-override.tsx'
import { DecisionRecord } from './decision-record.tsx'

/** The credit class with its reasons, asked with consent; income only where it may lift the class. */
export function CreditPanel(props: StepPanelProps<'credit'>) {
  const { view, all, isOnline } = props
  const { t, reader, refusal: sentenceOf } = useText()
  const spoken = useSpoken()
  const { decision } = view
  if (all.offer.billing === 'prePaid')
    return (
      <>
        <StepTitle title={t('credit.title')} />
        <p className={text.sentence}>{t('credit.notNeeded')}</p>
      </>
    )
  return (
    <>
      <StepTitle title={t('credit.title')} hint={t('credit.hint')} />
      <WorkColumns receipt={<StepReceipt view={view} step="credit" mark={view.marks.credit} typed={props.fields} />}>
        {decision ? (
          <DecisionRecord decision={decision} />
        ) : (
          <p className={text.sentence}>{t(isOnline ? 'credit.ask.sentence' : 'credit.ask.offline')}</p>
        )}
        <div className={classes.messages}>
          {decision?.state === 'provisional' && decision.class !== 'E' && (
            <Message
              tone="desk"
              cause={t('credit.provisional')}
              say={spoken.t('credit.provisional.say')}
              sayLang={spoken.reader.language}
            />
          )}
          {decision?.state === 'referred' && <Message tone="late" cause={t('credit.referred')} />}
          {decision?.class === 'E' && <CreditClassE {...props} />}
          <CreditOverride view={view} />
          {props.refusal?.code === 'OFFLINE_CAP_REACHED' && (
            <Message
              tone="late"
              cause={t('credit.offlineCap')}
              say={spoken.t('credit.offlineCap.say')}
              sayLang={spoken.reader.language}
            >
              <ActionButton small label={t('credit.e.choose')} onClick={() => props.openStep('offer')} />
            </Message>
          )}
          {props.refusal?.code === 'CONSENT_MISSING' && (
            <Message tone="stuck" isUrgent cause={sentenceOf(props.refusal)} />
          )}
        </div>
      </WorkColumns>
      {!decision && (
        <WorkColumns>
          <Tick
            label={t('reason.consent.bureau')}
            checked={all.reason.bureau}
            onChange={(bureau) => props.changeStep('reason', { bureau })}
          />
          <div className={classes.wording}>
            <Quote quiet text={spoken.t('reason.consent.bureau.wording')} lang={spoken.reader.language} />
          </div>
        </WorkColumns>
      )}
      {decision && view.agreement === null && /[CD]/.test(decision.class) && (
        <WorkColumns>
          <div className={classes.income}>
            <StepText
              step="credit"
              of={props}
              field="income"
              label={t('credit.income')}
              help={t('credit.income.help')}
              trailing={reader.currency}
              input={{ inputMode: 'decimal' }}
            />
            <ActionButton
              label={t('credit.income.ask')}
              onClick={props.finish}
              busy={props.isBusy ? t('case.busy') : undefined}
            />
          </div>
        </WorkColumns>
      )}
    </>
  )
}
