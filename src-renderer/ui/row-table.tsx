import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import classes from './row-table.module.css'
import text from './text.module.css'

/**
 * A list as rows on one ground. Columns say width and side; a row gives one cell per column key. Without `head` texts the
 * table has no visible head (`label` names it). What one can do in a row is a LinkButton in its last cell.
 */
export function RowTable({ label, columns, rows, showHead = false }: RowTableProps) {
  return (
    <Table aria-label={label} layout="fixed" className={cx(classes.table)}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <Table.Thead className={cx(!showHead && text.hidden)}>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.key} className={cx(column.isNumber === true && text.number)}>
              {column.head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr
            key={row.id}
            className={cx(classes.row, row.isOff === true && classes.off, row.isChosen === true && classes.chosen)}
            {...(row.isChosen === true && { 'data-chosen': true })}
          >
            {columns.map((column) => (
              <Table.Td
                key={column.key}
                className={cx(classes.cell, column.isNumber === true && text.number, classes[column.look ?? 'plain'])}
              >
                {row.cells[column.key]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export type RowColumn = {
  readonly key: string
  /** Always given, shown or spoken. */
  readonly head: string
  readonly width?: number
  readonly isNumber?: boolean
  readonly look?: 'plain' | 'second' | 'name' | 'time'
}

export type Row = {
  readonly id: string
  readonly cells: Readonly<Record<string, ReactNode>>
  readonly isOff?: boolean
  readonly isChosen?: boolean
}

export type RowTableProps = {
  readonly label: string
  readonly columns: readonly RowColumn[]
  readonly rows: readonly Row[]
  readonly showHead?: boolean
}

/** The five columns of Home's lists; their heads come from the text. Cell keys: when, who, what, state, act. */
export function homeColumns(
  heads: Readonly<Record<'when' | 'who' | 'what' | 'state' | 'act', string>>,
): readonly RowColumn[] {
  return [
    { key: 'when', head: heads.when, width: 64, look: 'time' },
    { key: 'who', head: heads.who, width: 180, look: 'name' },
    { key: 'what', head: heads.what },
    { key: 'state', head: heads.state, width: 170, look: 'second' },
    { key: 'act', head: heads.act, width: 116, isNumber: true, look: 'second' },
  ]
}
