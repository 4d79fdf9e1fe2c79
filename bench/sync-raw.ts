import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { coreKey } from './sync-core.ts'

const rowsPerCommit = 2_000
const kinds = { text: 'text not null', 'text?': 'text', int: 'integer not null', 'int?': 'integer' } as const

/**
 * The yardstick of a first load: the same rows into the same tables, cipher and commit size by one prepared statement a
 * table, then the same indexes; nothing is sent, parsed or made searchable. Reading the rows is not timed.
 */
export function rawLoad(coreFile: string, file: string): { readonly rows: number; readonly seconds: number } {
  const source = openDatabase(coreFile, { key: Buffer.from(coreKey, 'hex'), readonly: true })
  const target = openDatabase(file, { key: new Uint8Array(32).fill(7) })
  for (const pragma of ['journal_mode = memory', 'synchronous = off', 'cache_size = -65536']) target.pragma(pragma)
  let [rows, ms] = [0, 0]
  const timed = (work: () => void): void => {
    const began = performance.now()
    work()
    ms += performance.now() - began
  }
  for (const name of mirrorTableNames) {
    const { columns, columnNames, indexes } = mirrorTables[name]
    const made = Object.entries(columns).map(
      ([column, kind]) => `${column} ${kinds[kind]}${column === 'id' ? ' primary key' : ''}`,
    )
    target.exec(`create table ${name} (${made.join(', ')}) strict`)
    const insert = target.prepare(`insert into ${name} values (${columnNames.map(() => '?').join(', ')})`)
    const all = source
      .prepare(`select ${columnNames.join(', ')} from ${name} order by change_seq`)
      .raw()
      .all()
    const commit = target.transaction((from: number) => {
      for (const row of all.slice(from, from + rowsPerCommit)) insert.run(row)
    })
    timed(() => {
      for (let from = 0; from < all.length; from += rowsPerCommit) commit(from)
      for (const index of indexes)
        target.exec(`create index ${name}_${index.join('_')} on ${name} (${index.join(', ')})`)
    })
    rows += all.length
  }
  target.close()
  source.close()
  return { rows, seconds: ms / 1000 }
}
