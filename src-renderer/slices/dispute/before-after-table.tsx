import { Table } from '@mantine/core'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import look from '#renderer/ui/text.module.css'
import type { Stands } from '#shared/domain/dispute/before-after.ts'
import classes from './decision.module.css'

/** The bill, its tax, what is due and what stops: now, and once it is decided so. */
export function BeforeAfter({ stands: { now, after }, grantedMinor }: BeforeAfterProps) {
  const text = useText()
  const { t, money } = text
  const rows = [
    { id: 'bill', now: money(now.billMinor), after: money(after.billMinor) },
    { id: 'tax', now: money(now.taxMinor), after: money(after.taxMinor) },
    { id: 'due', now: dueText(now, text), after: dueText(after, text) },
    { id: 'services', now: servicesText(now, text), after: servicesAfter(now, after, text) },
  ] as const
  return (
    <StandsTable
      after={t('decision.after', { amountMinor: grantedMinor })}
      grantedMinor={grantedMinor}
      rows={rows.map((row) => ({ ...row, what: t(`decision.row.${row.id}`) }))}
    />
  )
}

/** Rows of what is so now and will be so after a decision. */
export function StandsTable({ rows, after, grantedMinor }: StandsTableProps) {
  const { t } = useText()
  return (
    <Table aria-label={after} layout="fixed" className={classes.table}>
      <colgroup>
        <col className={classes.colWhat} />
        <col />
        <col />
      </colgroup>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <span className={look.hidden}>{t('decision.what')}</span>
          </Table.Th>
          <Table.Th>{t('decision.now')}</Table.Th>
          <Table.Th>{grantedMinor === 0 ? t('decision.afterReject') : after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.what}>
            <Table.Td className={look.second}>{row.what}</Table.Td>
            <Table.Td className={look.second}>{row.now}</Table.Td>
            <Table.Td className={look.medium}>{row.after}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface StandsTableProps {
  readonly rows: readonly { readonly what: string; readonly now: string; readonly after: string }[]
  /** The head of what will be so, where something is granted. */
  readonly after: string
  readonly grantedMinor: number
}

interface BeforeAfterProps {
  readonly stands: { readonly now: Stands; readonly after: Stands }
  readonly grantedMinor: number
}

function dueText(stands: Stands, { t }: Text): string {
  const { dueMinor, isOverdue, dueOn, heldMinor, restMinor, restOn, creditMinor } = stands
  const parts = [
    ...(dueMinor > 0
      ? [
          isOverdue
            ? t('decision.due.overdue', { amountMinor: dueMinor })
            : t('decision.due.on', { amountMinor: dueMinor, on: dueOn }),
        ]
      : []),
    ...(heldMinor > 0 ? [t('decision.due.held', { amountMinor: heldMinor })] : []),
    ...(restMinor > 0 ? [t('decision.due.on', { amountMinor: restMinor, on: restOn })] : []),
    ...(creditMinor > 0 ? [t('decision.due.credit', { amountMinor: creditMinor })] : []),
  ]
  return parts.length === 0 ? t('decision.due.nothing') : parts.join(', ')
}

/** What is overdue and not held out goes on being collected; what is in dispute never stops a service. */
function servicesText({ dueMinor, isOverdue }: Stands, { t }: Text): string {
  return dueMinor > 0 && isOverdue
    ? t('decision.services.owed', { amountMinor: dueMinor })
    : t('decision.services.none')
}

function servicesAfter(now: Stands, after: Stands, text: Text): string {
  const [before, then] = [servicesText(now, text), servicesText(after, text)]
  return before === then && after.dueMinor > 0 && after.isOverdue
    ? text.t('decision.services.same', { amountMinor: after.dueMinor })
    : then
}
