import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { PricePanel, type PriceRow } from '#renderer/ui/price-panel.tsx'
import { isTaxExcluded } from '#shared/domain/customer/kinds.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { TextKey } from '#shared/text/translate.ts'
import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import classes from './case.module.css'

/** Due now, monthly, first bill, total; F8 opens how each sum comes about. */
export function CasePrice({ quote, priceListAt, isOnline, customer, payment }: CasePriceProps) {
  const text = useText()
  const { t } = text
  const [isOpen, setOpen] = useState(false)
  useActions([{ id: 'price', label: t('price.working.title'), icon: 'coin', keys: 'F8', run: () => setOpen(true) }])
  const isOld = !isOnline && priceListAt !== null
  const currency = text.reader.currency
  return (
    <>
      <PricePanel
        label={t('price.label')}
        rows={quote ? rowsOf(quote, text, payment) : emptyRows(text)}
        foot={{
          left: isOld
            ? t('price.asOf', { at: priceListAt })
            : t((quote?.taxIncluded ?? !isTaxExcluded(customer)) ? 'price.taxIncluded' : 'price.taxExcluded', {
                currency,
              }),
          isProvisional: isOld,
          right: t('price.working'),
          keys: 'F8',
        }}
        onWorking={() => setOpen(true)}
      />
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('price.working.title')}
        closeButtonProps={{ 'aria-label': t('price.working.close') }}
      >
        {quote ? <Working quote={quote} payment={payment} /> : t('price.noPlan')}
      </Modal>
    </>
  )
}

export interface CasePriceProps {
  readonly quote: Quote | null
  readonly priceListAt: number | null
  readonly isOnline: boolean
  readonly customer: CaseView['customer']
  readonly payment: CaseView['payment']
}

type Part = Quote['dueNowParts'][number]

function Working({ quote, payment }: { readonly quote: Quote; readonly payment: CaseView['payment'] }) {
  const text = useText()
  const rows = rowsOf(quote, text, payment)
  const parts: readonly (readonly Part[])[] = [
    quote.dueNowParts,
    quote.monthlyParts,
    quote.firstBillParts,
    quote.totalParts,
  ]
  return (
    <div className={classes.working}>
      {rows.map((row, index) => (
        <section key={row.label}>
          <h3 className={classes.workingHead}>
            {row.label}
            <span className={classes.sum}>{row.amount}</span>
          </h3>
          <ul>
            {(parts[index] ?? []).map((part, at) => (
              <li key={`${part.key} ${at}`} className={classes.workingRow}>
                {partName(part, text)}
                <span className={classes.sum}>{text.money(part.amountMinor)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function rowsOf(quote: Quote, text: Text, payment: CaseView['payment']): readonly PriceRow[] {
  const { t, money } = text
  const firstBill: PriceRow =
    quote.firstBillOn === null
      ? { label: t('price.firstBill'), second: t('price.firstBill.none'), amount: money(0) }
      : {
          label: t('price.firstBillOn', { on: quote.firstBillOn }),
          second: t('price.firstBill.days', { days: quote.firstBillDays, of: quote.firstBillOfDays }),
          amount: money(quote.firstBillMinor),
        }
  const second = dueNowSecond(quote, text)
  return [
    { label: t(dueNowKey(payment)), amount: money(quote.dueNowMinor), isMain: true, ...(second !== '' && { second }) },
    {
      label: t('price.monthly'),
      amount: money(quote.monthlyMinor),
      ...(quote.firstMonths && {
        second: t('price.firstMonths', {
          count: quote.firstMonths.count,
          amountMinor: quote.firstMonths.monthlyMinor,
        }),
      }),
    },
    firstBill,
    { label: t('price.totalOver', { count: quote.totalMonths }), amount: money(quote.totalMinor) },
  ]
}

/** What was due is not due any more once it is paid, or put on a bill. */
function dueNowKey(payment: CaseView['payment']): TextKey {
  if (payment === null) return 'price.dueNow'
  return payment.method === 'nextBill' ? 'price.onNextBill' : 'price.paid'
}

/** "SIM; deposit after Credit", "SIM 10.00, deposit 29.90". */
function dueNowSecond({ dueNowParts, depositState }: Quote, text: Text): string {
  if (depositState === 'afterCredit')
    return [dueNowParts.map((part) => partName(part, text)).join(', '), text.t('price.afterCredit')]
      .filter((part) => part !== '')
      .join('; ')
  // of a pre-paid line the fees are due at once: together they are the first month
  const fees = dueNowParts.filter(({ key }) => key === 'plan' || key === 'addOn' || key === 'promotion')
  const others = dueNowParts.filter((part) => !fees.includes(part))
  const feesMinor = fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return [
    ...others.map((part) => `${partName(part, text)} ${text.money(part.amountMinor)}`),
    ...(fees.length > 0 ? [`${text.t('price.part.firstMonth')} ${text.money(feesMinor)}`] : []),
  ].join(', ')
}

function emptyRows({ t }: Text): readonly PriceRow[] {
  const amount = t('price.empty')
  return [
    { label: t('price.dueNow'), second: t('price.noPlan'), amount, isMain: true },
    { label: t('price.monthly'), amount },
    { label: t('price.firstBill'), amount },
    { label: t('price.total'), amount },
  ]
}

function partName({ key: kind, label }: Part, { key, reader }: Text): string {
  return key(`price.part.${kind}`, { name: label ? nameIn(label, reader.language) : '' })
}
