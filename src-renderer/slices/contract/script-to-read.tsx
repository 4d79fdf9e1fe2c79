import { textIn, useText } from '#renderer/app/text.tsx'
import { Paper } from '#renderer/ui/paper.tsx'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import classes from './sign.module.css'

/** What is read to a customer who accepts by word of mouth, in the language of the contract. */
export function ScriptToRead({ view }: { readonly view: CaseView }) {
  const own = useText()
  const { t, reader } = textIn(own, view.fields.sign.language)
  const { quote, plan, planName, signing } = view
  const months = plan?.commitment_months ?? 0
  const until = signing.withdrawUntil
  return (
    <>
      <h3 className={classes.slip}>{own.t('sign.script')}</h3>
      <Paper kind="page" label={own.t('sign.script')} lang={reader.language}>
        <div className={classes.script}>
          <p>{t('sign.script.recorded')}</p>
          {quote && planName && (
            <p>
              {t('sign.script.price', {
                plan: nameIn(planName, reader.language),
                monthlyMinor: quote.monthlyMinor,
                dueNowMinor: quote.dueNowMinor,
              })}{' '}
              {months > 0 ? t('sign.script.term', { count: months }) : t('sign.script.free')}
            </p>
          )}
          <p>{until === null ? t('sign.script.summary') : t('sign.script.withdraw', { until })}</p>
          <p>{t('sign.script.accept')}</p>
        </div>
      </Paper>
    </>
  )
}
