import { Table } from '@mantine/core'
import { cx } from './cx.ts'
import text from './text.module.css'
import classes from './versus-table.module.css'

/** What differs: what was entered here and what is on record now, each with who and when in its head. */
export function VersusTable({ heads, rows }: VersusTableProps) {
  return (
    <Table layout="fixed" className={cx(classes.versus)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{heads.differs}</Table.Th>
          <Table.Th>
            {heads.entered} <span className={classes.by}>{heads.enteredBy}</span>
          </Table.Th>
          <Table.Th>
            {heads.record} <span className={classes.by}>{heads.recordBy}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.label}>
            <Table.Th scope="row" className={cx(classes.label)}>
              {row.label}
            </Table.Th>
            <Table.Td className={cx(text.large, text.medium)}>{row.entered}</Table.Td>
            <Table.Td className={cx(text.large, text.medium)}>{row.record}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export type VersusTableProps = {
  readonly heads: {
    readonly differs: string
    readonly entered: string
    readonly enteredBy: string
    readonly record: string
    readonly recordBy: string
  }
  readonly rows: readonly { readonly label: string; readonly entered: string; readonly record: string }[]
}
