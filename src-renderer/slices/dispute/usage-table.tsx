import { Table } from '@mantine/core'
import { Fragment } from 'react'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import look from '#renderer/ui/text.module.css'
import type { ClaimedLine, Matter } from '#shared/domain/dispute/decision-contract.ts'
import { addDays } from '#shared/kernel/date.ts'
import { billLineName, billLineWhy } from '#shared/text/bill-line-words.ts'
import { usedText } from '#shared/text/bill-usage-words.ts'
import classes from './decision.module.css'

/** Each claimed line by its usage: what was billed, what it should be, and the difference; the line itself as the sum. */
export function UsageTable({ matter }: { readonly matter: Matter }) {
  const { t } = useText()
  const columns = ['billed', 'should', 'difference'] as const
  return (
    <Table aria-label={t('decision.table')} layout="fixed" className={classes.table}>
      <colgroup>
        <col className={classes.colWhen} />
        <col />
        <col className={classes.colUsed} />
        {columns.map((each) => (
          <col key={each} className={classes.colSum} />
        ))}
      </colgroup>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('decision.col.when')}</Table.Th>
          <Table.Th>{t('decision.table')}</Table.Th>
          <Table.Th className={look.number}>{t('decision.col.used')}</Table.Th>
          {columns.map((each) => (
            <Table.Th key={each} className={look.number}>
              {t(`decision.col.${each}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {matter.lines.map((line) => (
          <LineRows key={line.line.id} claimed={line} isTaxIncluded={matter.bill?.tax_included === 1} />
        ))}
        {matter.lines.length === 0 && <WholeBill matter={matter} />}
      </Table.Tbody>
    </Table>
  )
}

/** The groups of a line's records with the first of each where the window is high enough, then the line. */
function LineRows({ claimed, isTaxIncluded }: { readonly claimed: ClaimedLine; readonly isTaxIncluded: boolean }) {
  const text = useText()
  const { t, date } = text
  const { line, groups, missing, shouldMinor } = claimed
  const used = (units: number): string => (units === 0 ? '' : usedText(units, line.unit, text.reader))
  const name = billLineName(line, text.reader)
  return (
    <>
      {groups.map((group) => (
        <Fragment key={`${group.kind} ${group.from}`}>
          <Table.Tr>
            <Table.Td>{spanOf(group.from, group.to, text)}</Table.Td>
            <Table.Td className={look.cut}>{t(`decision.group.${group.kind}`, { count: group.count })}</Table.Td>
            <Table.Td className={look.number}>{used(group.units)}</Table.Td>
            <Sums {...group} />
          </Table.Tr>
          {groups.length > 1 &&
            group.count > 1 &&
            group.uses.map((use) => (
              <Table.Tr key={use.id} className={cx(classes.session, classes.tall)}>
                <Table.Td>{`${date(use.at)}, ${text.time(use.at)}`}</Table.Td>
                <Table.Td />
                <Table.Td className={look.number}>{used(use.units)}</Table.Td>
                <Sums {...use} />
              </Table.Tr>
            ))}
          {groups.length > 1 && group.count > group.uses.length && (
            <Table.Tr className={cx(classes.session, classes.tall)}>
              <Table.Td />
              <Table.Td colSpan={5}>{t('decision.more', { count: group.count - group.uses.length })}</Table.Td>
            </Table.Tr>
          )}
        </Fragment>
      ))}
      {missing > 0 && (
        <Table.Tr className={classes.session}>
          <Table.Td />
          <Table.Td colSpan={5}>{t('decision.missing', { count: missing })}</Table.Td>
        </Table.Tr>
      )}
      {groups.length === 0 && (
        <Table.Tr>
          <Table.Td>{`${date(line.from_date)} – ${date(addDays(line.to_date, -1))}`}</Table.Td>
          <Table.Td className={look.cut}>{billLineWhy(line, text.reader, { isTaxIncluded, isShort: true })}</Table.Td>
          <Table.Td />
          <Sums billedMinor={line.amount_minor} shouldMinor={shouldMinor} />
        </Table.Tr>
      )}
      <Table.Tr className={classes.lineSum}>
        <Table.Td colSpan={2} className={look.cut}>
          {t('decision.asDisputed', { line: name })}
        </Table.Td>
        <Table.Td className={look.number}>{line.kind === 'usage' ? used(line.quantity) : ''}</Table.Td>
        <Sums billedMinor={line.amount_minor} shouldMinor={shouldMinor} />
      </Table.Tr>
    </>
  )
}

/** A credit that was asked for on the bill as a whole. */
function WholeBill({ matter }: { readonly matter: Matter }) {
  const { t, date } = useText()
  const { bill, askedMinor } = matter
  if (bill === null) return null
  return (
    <Table.Tr className={classes.lineSum}>
      <Table.Td>{date(bill.bill_date)}</Table.Td>
      <Table.Td className={look.cut}>{t('decision.asAsked', { number: bill.number })}</Table.Td>
      <Table.Td />
      <Sums billedMinor={bill.payable_minor} shouldMinor={bill.payable_minor - askedMinor} />
    </Table.Tr>
  )
}

function Sums({ billedMinor, shouldMinor }: { readonly billedMinor: number; readonly shouldMinor: number }) {
  const { money } = useText()
  const difference = billedMinor - shouldMinor
  return (
    <>
      <Table.Td className={look.number}>{money(billedMinor)}</Table.Td>
      <Table.Td className={look.number}>{money(shouldMinor)}</Table.Td>
      <Table.Td className={cx(look.number, difference === 0 ? look.third : look.medium)}>{money(difference)}</Table.Td>
    </>
  )
}

function spanOf(from: number, to: number, { t, date, time }: Text): string {
  const [first, last] = [date(from), date(to)]
  if (from === to) return `${first}, ${time(from)}`
  return first === last ? first : t('decision.between', { from: first, to: last })
}
