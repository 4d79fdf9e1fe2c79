import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { ColumnKind } from '#shared/kernel/table.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import { searchTablesSql } from './search-tables.ts'

/** Shape of a cache file. A file of another shape is not changed: its rows are loaded anew into the next one. */
export const cacheShape = sha256Hex(
  JSON.stringify([
    3,
    mirrorTableNames.map((name) => [name, mirrorTables[name].columns, mirrorTables[name].indexes]),
    searchTablesSql,
  ]),
).slice(0, 16)

const kinds: Readonly<Record<ColumnKind, string>> = {
  text: 'text not null',
  'text?': 'text',
  int: 'integer not null',
  'int?': 'integer',
}

/** The mirror's tables from their columns, the sync state, and what of the feed this version does not know. */
export function cacheTablesSql(): string {
  const tables = mirrorTableNames.map((name) => {
    const columns = Object.entries(mirrorTables[name].columns).map(
      ([column, kind]) => `${column} ${kinds[kind]}${column === 'id' ? ' primary key' : ''}`,
    )
    return `create table ${name} (${columns.join(', ')}) strict;`
  })
  return `${tables.join('\n')}
    create table sync_state (
      id integer primary key check (id = 1),
      shape text not null,
      scope text not null,
      epoch text not null,
      cursor integer not null,
      is_complete integer not null,
      as_of integer not null,
      business_date text not null,
      customers integer not null
    ) strict;`
}

/** Indexes, made after the first load: that is a third faster than keeping them during it. */
export function cacheIndexesSql(): readonly string[] {
  return mirrorTableNames.flatMap((name) =>
    mirrorTables[name].indexes.map(
      (columns) => `create index if not exists ${name}_${columns.join('_')} on ${name} (${columns.join(', ')})`,
    ),
  )
}

/** Inserts a row or puts the newer one in its place; parameters in the order of the table's columns. */
export function upsertSql(table: MirrorTableName): string {
  const columns = mirrorTables[table].columnNames
  const marks = columns.map(() => '?').join(', ')
  const sets = columns.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`)
  return `insert into ${table} (${columns.join(', ')}) values (${marks})
    on conflict (id) do update set ${sets.join(', ')}`
}
