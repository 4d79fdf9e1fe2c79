import { Table } from '@mantine/core'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import look from '#renderer/ui/text.module.css'
import type { TopUp } from '#shared/domain/dispute/contract.ts'
import type { TopUpOfMatter } from '#shared/domain/dispute/decision-contract.ts'
import classes from './decision.module.css'

/** What a disputed top-up is decided by: when, how and by whom it was taken; above it what looks like the same one again. */
export function TopUpTable({ topUp, claimedMinor }: TopUpTableProps) {
  const { t, money } = useText()
  const columns = ['reference', 'paid', 'topUp'] as const
  return (
    <Table aria-label={t('decision.topUp')} layout="fixed" className={classes.table}>
      <colgroup>
        <col className={classes.colWhen} />
        <col />
        <col className={classes.colUsed} />
        <col className={classes.colSum} />
        <col className={classes.colSum} />
        <col className={classes.colSum} />
      </colgroup>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('decision.col.when')}</Table.Th>
          <Table.Th>{t('decision.topUp')}</Table.Th>
          {columns.map((each) => (
            <Table.Th key={each} className={look.number}>
              {t(`decision.topUp.col.${each}`)}
            </Table.Th>
          ))}
          <Table.Th className={look.number}>{t('decision.claimed')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {topUp.like.map((other) => (
          <Table.Tr key={other.paymentId}>
            <Booked one={other} like={other.like} />
            <Table.Td />
          </Table.Tr>
        ))}
        <Table.Tr className={classes.lineSum}>
          <Booked one={topUp} />
          <Table.Td className={look.number}>{money(claimedMinor)}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  )
}

interface TopUpTableProps {
  readonly topUp: TopUpOfMatter
  readonly claimedMinor: number
}

function Booked({ one, like }: { readonly one: TopUp; readonly like?: 'reference' | 'sum' }) {
  const { t, money, date, time } = useText()
  const way = t(one.method === 'cash' ? 'dispute.topUp.cash' : 'decision.topUp.card')
  return (
    <>
      <Table.Td>{`${date(one.at)}, ${time(one.at)}`}</Table.Td>
      <Table.Td className={look.cut}>
        {like === undefined ? t('decision.topUp.by', { way, name: one.by }) : t(`decision.topUp.like.${like}`, { way })}
      </Table.Td>
      <Table.Td className={cx(look.number, look.cut)}>{one.reference}</Table.Td>
      <Table.Td className={look.number}>{money(one.paidMinor)}</Table.Td>
      <Table.Td className={look.number}>{money(one.topUpMinor)}</Table.Td>
    </>
  )
}
