import { z } from 'zod'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import type { CreditDecisionRow } from '#shared/domain/credit/rows.ts'
import classes from './credit.module.css'

/** The class as a sentence, what it allows, and why it is this class. */
export function DecisionRecord({ decision }: { readonly decision: CreditDecisionRow }) {
  const say = useText()
  const { t, key, money, number } = say
  return (
    <>
      <p className={text.sentence}>{key(`credit.class.${decision.state}`, { class: decision.class })}</p>
      <div className={classes.record}>
        <RecordGrid>
          <Record
            label={t('credit.deposit')}
            value={
              decision.deposit_months === 0
                ? t('credit.deposit.none')
                : t('credit.deposit.months', { count: decision.deposit_months })
            }
          />
          <Record label={t('credit.limit')} value={money(decision.spending_limit_minor)} />
          <Record label={t('credit.lines')} value={number(decision.lines)} />
        </RecordGrid>
      </div>
      <h3 className={text.label}>{t('credit.reasons')}</h3>
      <ul className={classes.reasons}>
        {reasonsOf(decision, say).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {decision.overridden_by !== '' && (
        <p>{t('override.given', { name: decision.overridden_by, reason: decision.override_reason })}</p>
      )}
      <p className={text.label}>{t('credit.decided', { at: decision.decided_at, until: decision.valid_until })}</p>
    </>
  )
}

function reasonsOf(decision: CreditDecisionRow, { key }: Text): readonly string[] {
  try {
    return z
      .array(z.string())
      .parse(JSON.parse(decision.reasons))
      .map((code) => key(`credit.reason.${code}`))
  } catch {
    return [decision.reasons]
  }
}
