import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { mirrorTables } from '#shared/contract/mirror.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { coreKey } from './sync-core.ts'

const peers = resolve(import.meta.dirname, 'peers')
const shares = { customer: 8_000, product: 10_000, phone_number: 8_000, sim_card: 8_000, contact: 16_000 } as const

/** Rows per second of PouchDB over 50,000 of the very rows; undefined where bench/peers was not installed. */
export function pouchdbLoad(coreFile: string, folder: string): { readonly perSecond: number } | undefined {
  if (!existsSync(join(peers, 'node_modules/pouchdb'))) return undefined
  const source = openDatabase(coreFile, { key: Buffer.from(coreKey, 'hex'), readonly: true })
  const lines = Object.entries(shares).flatMap(([name, count]) => {
    // as: the names above are names of mirror tables
    const { columnNames } = mirrorTables[name as keyof typeof shares]
    const rows = source.prepare<[number], object>(`select ${columnNames.join(', ')} from ${name} limit ?`).all(count)
    return rows.map((row) =>
      JSON.stringify({ ...row, _id: `${name}:${'id' in row ? String(row.id) : ''}`, id: undefined }),
    )
  })
  source.close()
  const file = join(folder, 'rows.ndjson')
  writeFileSync(file, lines.join('\n'))
  const told = execFileSync(process.execPath, [join(peers, 'pouchdb.js'), file, folder], { encoding: 'utf8' })
  const { rows, seconds } = z.object({ rows: z.number(), seconds: z.number() }).parse(JSON.parse(told))
  return { perSecond: rows / seconds }
}
