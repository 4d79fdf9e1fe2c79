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
import { CashDrawer } from './cash-drawer.tsx'
import classes from './pay-now.module.css'
import { SaveReceipt } from './save-receipt.tsx'

/** What is due at the counter: cash with its change, the reference of the card terminal, or the next bill; then the receipt. */
export function PayNowPanel(props: StepPanelProps<'payNow'>) {
  const { view, fields } = props
  const { t } = useText()
  const due = view.quote?.dueNowMinor ?? 0
  if (view.payment) return <PaidReceipt {...props} payment={view.payment} />
  const sentence =
    view.agreement === null
      ? t('payNow.locked')
      : due === 0
        ? t('payNow.nothing')
        : t('payNow.sentence', { amountMinor: due })
  return (
    <>
      <StepTitle title={t('payNow.title')} />
      <WorkColumns receipt={<StepReceipt view={view} step="payNow" mark={view.marks.payment} typed={fields} />}>
        <p className={text.sentence}>{sentence}</p>
        {due > 0 && view.agreement !== null && <Paying {...props} due={due} />}
        {view.agreement !== null && <p className={classes.after}>{t('payNow.sends')}</p>}
      </WorkColumns>
      {view.agreement !== null && fields.method === 'cash' && (
        <WorkColumns>
          <CashDrawer />
        </WorkColumns>
      )}
    </>
  )
}

const ways = ['cash', 'terminal', 'nextBill'] as const

function Paying({ due, ...props }: StepPanelProps<'payNow'> & { readonly due: number }) {
  const { view, fields, change } = props
  const say = useText()
  const { t, key } = say
  const isPrePaid = view.plan?.billing === 'prePaid'
  const topUp = isPrePaid ? parseAmount(fields.topUp, say.reader.currency) : undefined
  const toTake = due + (topUp?.ok === true ? topUp.value : 0)
  return (
    <>
      <div className={classes.fields}>
        <Choice
          tall
          label={t('payNow.method')}
          value={fields.method}
          onChange={(method) => change({ method })}
          options={ways
            .filter((way) => way !== 'nextBill' || view.nextBillOff === null)
            .map((value) => ({ value, label: key(`payNow.method.${value}`) }))}
        />
        {isPrePaid && (
          <StepText
            step="payNow"
            of={props}
            field="topUp"
            label={t('payNow.topUp')}
            help={t('payNow.topUp.help')}
            trailing={say.reader.currency}
            input={{ inputMode: 'decimal' }}
          />
        )}
        {fields.method === 'terminal' && (
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
        {fields.method === 'cash' && (
          <StepText
            step="payNow"
            of={props}
            field="tendered"
            label={t('payNow.tendered')}
            trailing={say.reader.currency}
            input={{ inputMode: 'decimal', 'data-autofocus': true } as object}
          />
        )}
        {fields.method === 'cash' && (
          <div className={classes.change}>
            <span className={text.label}>{t('payNow.change')}</span>
            <output className={classes.sum}>{changeOf(fields.tendered, toTake, say)}</output>
          </div>
        )}
      </div>
      {toTake !== due && (
        <p className={classes.after}>
          {t('payNow.toTake')} <b>{say.money(toTake)}</b>
        </p>
      )}
      {view.nextBillOff !== null && !isPrePaid && <p className={classes.after}>{say.say(view.nextBillOff)}</p>}
    </>
  )
}

function PaidReceipt({
  view,
  payment,
  fields,
}: StepPanelProps<'payNow'> & { readonly payment: NonNullable<StepPanelProps<'payNow'>['view']['payment']> }) {
  const { t, key, money: said } = useText()
  const isOnBill = payment.method === 'nextBill'
  const change = payment.tendered_minor === null ? null : payment.tendered_minor - payment.amount_minor
  return (
    <>
      <StepTitle title={t('payNow.title')} />
      <WorkColumns receipt={<StepReceipt view={view} step="payNow" mark={view.marks.payment} typed={fields} />}>
        <p className={text.sentence}>
          {isOnBill
            ? t('payNow.onNextBill', { amountMinor: payment.amount_minor })
            : t('payNow.paid', { amountMinor: payment.amount_minor, at: payment.taken_at })}
        </p>
        <div className={classes.fields}>
          <RecordGrid>
            <Record label={t('payNow.paid.method')} value={key(`payNow.method.${payment.method}`)} />
            <Record label={t('payNow.paid.by')} value={payment.taken_by} />
            {change !== null && <Record label={t('payNow.change')} value={said(change)} />}
            {payment.terminal_reference && (
              <Record label={t('payNow.paid.reference')} value={payment.terminal_reference} />
            )}
          </RecordGrid>
        </div>
        <SaveReceipt caseId={view.caseId} />
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
