import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { Tick } from '#renderer/ui/tick.tsx'
import classes from './reason.module.css'

/** What the customer agrees to, purpose by purpose, off until they say yes; the words to ask with stand below each. */
export function Consents({ fields, change }: StepPanelProps<'reason'>) {
  const { t } = useText()
  const spoken = textIn(useText(), fields.language)
  return (
    <section>
      <SectionHead title={t('reason.consents')}>
        <span className={classes.quiet}>{t('reason.consents.hint')}</span>
      </SectionHead>
      <ul className={classes.consents}>
        {purposes.map(({ field, label, wording }) => (
          <li key={field}>
            <Tick label={t(label)} checked={fields[field]} onChange={(isGiven) => change({ [field]: isGiven })} />
            <span className={classes.wording}>
              <Quote quiet text={spoken.t(wording)} lang={fields.language} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const purposes = [
  { field: 'bureau', label: 'reason.consent.bureau', wording: 'reason.consent.bureau.wording' },
  { field: 'recording', label: 'reason.consent.recording', wording: 'reason.consent.recording.wording' },
  { field: 'sms', label: 'reason.consent.sms', wording: 'reason.consent.sms.wording' },
  { field: 'emailConsent', label: 'reason.consent.email', wording: 'reason.consent.email.wording' },
  { field: 'profiling', label: 'reason.consent.profiling', wording: 'reason.consent.profiling.wording' },
] as const
