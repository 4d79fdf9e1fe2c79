import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepReceipt } from '#renderer/app/mark-receipt.tsx'
import { StepText } from '#renderer/app/step-text.tsx'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { StepTitle, WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import { money, subtract } from '#shared/kernel/money.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import classes from './pay-now.module.css'

/** What is due at the counter: cash with its change, or the reference of the card terminal; then the receipt. */
export function PayNowPanel(props: StepPanelProps<'payNow'>) {
  const { view, fields, change } = props
  const say = useText()
  const { t, key } = say
  const due = view.quote?.dueNowMinor ?? 0
  if (view.payment) return <Receipt {...props} payment={view.payment} />
  return (
    <>
      <StepTitle title={t('payNow.title')} />
      <WorkColumns receipt={<StepReceipt view={view} step="payNow" mark={view.marks.payment} typed={fields} />}>
        <p className={text.sentence}>
          {view.agreement === null
            ? t('payNow.locked')
            : due === 0
              ? t('payNow.nothing')
              : t('payNow.sentence', { amountMinor: due })}
        </p>
        {due > 0 && view.agreement !== null && (
          <div className={classes.fields}>
            <Choice
              tall
              label={t('payNow.method')}
              value={fields.method}
              onChange={(method) => change({ method })}
              options={(['cash', 'terminal'] as const).map((value) => ({
                value,
                label: key(`payNow.method.${value}`),
              }))}
            />
            {fields.method === 'cash' ? (
              <>
                <StepText
                  step="payNow"
                  of={props}
                  field="tendered"
                  label={t('payNow.tendered')}
                  trailing={say.reader.currency}
                  input={{ inputMode: 'decimal', 'data-autofocus': true } as object}
                />
                <div className={classes.change}>
                  <span className={text.label}>{t('payNow.change')}</span>
                  <output className={classes.sum}>{changeOf(fields.tendered, due, say)}</output>
                </div>
              </>
            ) : (
              <div className={classes.reference}>
                <StepText
                  step="payNow"
                  of={props}
                  field="terminalReference"
                  label={t('payNow.reference')}
                  help={t('payNow.reference.help')}
                />
              </div>
            )}
          </div>
        )}
        {view.agreement !== null && <p className={classes.after}>{t('payNow.sends')}</p>}
      </WorkColumns>
    </>
  )
}

function Receipt({
  view,
  payment,
  fields,
}: StepPanelProps<'payNow'> & { readonly payment: NonNullable<StepPanelProps<'payNow'>['view']['payment']> }) {
  const { t, key } = useText()
  return (
    <>
      <StepTitle title={t('payNow.title')} />
      <WorkColumns receipt={<StepReceipt view={view} step="payNow" mark={view.marks.payment} typed={fields} />}>
        <p className={text.sentence}>{t('payNow.paid', { amountMinor: payment.amount_minor, at: payment.taken_at })}</p>
        <div className={classes.fields}>
          <RecordGrid>
            <Record label={t('payNow.paid.method')} value={key(`payNow.method.${payment.method}`)} />
            <Record label={t('payNow.paid.by')} value={payment.taken_by} />
            {payment.terminal_reference && (
              <Record label={t('payNow.paid.reference')} value={payment.terminal_reference} />
            )}
          </RecordGrid>
        </div>
      </WorkColumns>
    </>
  )
}

/** What goes back to the customer; a dash until the sum typed is enough. */
function changeOf(typed: string, dueMinor: number, { reader, money: said, t }: Text): string {
  const tendered = parseAmount(typed, reader.currency)
  if (!tendered.ok || tendered.value < dueMinor) return t('price.empty')
  return said(subtract(money(tendered.value, reader.currency), money(dueMinor, reader.currency)))
}
