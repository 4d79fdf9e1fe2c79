import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '#shared/contract/procedures.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { PricePanel } from '#renderer/ui/price-panel.tsx'
import type { BillsView, BillView } from '#shared/domain/bill/contract.ts'
import { collectableAmount } from '#shared/domain/dispute/collectable.ts'
import classes from './bill.module.css'

/** What is owed: this bill, what is open, of it and in all. F8 opens how the bill adds up. */
export function BillOwed({ view, bills, running }: BillOwedProps) {
  const { t, money, reader } = useText()
  const [isOpen, setOpen] = useState(false)
  useActions([{ id: 'price', label: t('bills.working'), icon: 'coin', keys: 'F8', run: () => setOpen(true) }])
  const { bill } = view
  const isCredit = bill.kind === 'creditNote'
  const isRunning = bill.state === 'new' && running !== undefined && running.view.bill.id === bill.id
  const held = bills.held[bill.id] ?? 0
  const heldRows = [
    {
      label: t('bills.owed.held'),
      amount: money(held),
      ...(bill.open_minor < bill.payable_minor && { second: t('bills.owed.ofOpen', { amountMinor: bill.open_minor }) }),
    },
    {
      label: t('bills.owed.collectable'),
      amount: money(collectableAmount(bill.open_minor, [held])),
      ...(bills.openMinor > bill.open_minor && {
        second: t('bills.owed.inAll', { amountMinor: bills.collectableMinor }),
      }),
    },
  ]
  return (
    <>
      <PricePanel
        label={t('bills.owed')}
        rows={[
          {
            label: isCredit
              ? t('bills.owed.creditNote')
              : isRunning
                ? t('bills.owed.soFar')
                : t('bills.owed.due', { on: bill.due_date }),
            amount: money(isCredit ? -bill.payable_minor : bill.payable_minor),
            isMain: true,
          },
          ...(held > 0 && !isRunning
            ? heldRows
            : [
                { label: t('bills.owed.open'), amount: isRunning ? t('price.empty') : money(bill.open_minor) },
                {
                  label: t('bills.owed.all'),
                  amount: money(bills.openMinor),
                  ...(bills.overdueMinor > 0
                    ? { second: overdueOf(bills, t) }
                    : bills.creditMinor > 0 && { second: t('bills.owed.credit', { amountMinor: bills.creditMinor }) }),
                },
              ]),
          {
            label: t('bills.running'),
            amount: running ? money(running.view.bill.payable_minor) : t('price.empty'),
            second: running
              ? t('price.firstBill.days', { days: running.days, of: running.ofDays })
              : t('bills.running.online'),
          },
        ]}
        foot={{
          left: t(bill.tax_included === 1 ? 'price.taxIncluded' : 'price.taxExcluded', { currency: reader.currency }),
          right: t('price.working'),
          keys: 'F8',
        }}
        onWorking={() => setOpen(true)}
      />
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('bills.working')}
        closeButtonProps={{ 'aria-label': t('price.working.close') }}
      >
        <Working view={view} />
      </Modal>
    </>
  )
}

/** Mostly all that is open is late: said in words, a sum beside it has no room in every language. */
function overdueOf({ overdueMinor, openMinor }: BillsView, t: Text['t']): string {
  return overdueMinor === openMinor
    ? t('bills.owed.allOverdue')
    : t('bills.owed.overdue', { amountMinor: overdueMinor })
}

interface BillOwedProps {
  readonly view: BillView
  readonly bills: BillsView
  /** Undefined while the core cannot say. */
  readonly running: OutputOf<'bill.today'> | undefined
}

function Working({ view: { bill, taxes, paidMinor } }: { readonly view: BillView }) {
  const { t, money, number } = useText()
  const creditedMinor = bill.payable_minor - bill.open_minor - paidMinor
  const rows: readonly (readonly [string, number])[] = [
    [t('bills.working.net'), bill.net_minor],
    ...taxes.map((tax): readonly [string, number] => [
      t('bills.working.tax', { percent: number(tax.basis_points / 100), netMinor: tax.taxable_minor }),
      tax.tax_minor,
    ]),
    ...(bill.rounding_minor === 0 ? [] : [[t('bills.working.rounding'), bill.rounding_minor] as const]),
    [t('bills.working.payable'), bill.payable_minor],
    ...(bill.open_minor === bill.payable_minor || bill.kind === 'creditNote'
      ? []
      : [
          ...(paidMinor === 0 ? [] : [[t('bills.owed.paid'), paidMinor] as const]),
          ...(creditedMinor <= 0 ? [] : [[t('bills.owed.credited'), creditedMinor] as const]),
          [t('bills.owed.open'), bill.open_minor] as const,
        ]),
  ]
  return (
    <div className={classes.working}>
      {rows.map(([name, amount]) => (
        <p key={name} className={cx(classes.workingRow, name === t('bills.working.payable') && classes.workingSum)}>
          <span>{name}</span>
          <span>{money(amount)}</span>
        </p>
      ))}
    </div>
  )
}
