import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import { z } from 'zod'
import type { Row } from '../desk-files.ts'

/** Asks the core's database. */
export type QueryCore = (text: string) => Promise<readonly Record<string, unknown>[]>

const ledgerRow = z.object({
  id: z.string(),
  device_id: z.string(),
  device_seq: z.int(),
  type: z.string(),
  result: z.string(),
  code: z.string(),
  command: z.string(),
  resolved_by: z.string().nullable(),
})
export type LedgerLine = z.infer<typeof ledgerRow>

/** Everything the core holds at one moment that a desk may see, and its ledger. */
export interface CoreSnapshot {
  readonly counter: number
  readonly epoch: string
  readonly ledger: ReadonlyMap<string, LedgerLine>
  readonly tables: ReadonlyMap<MirrorTableName, ReadonlyMap<string, Row>>
  readonly audits: ReadonlyMap<string, number>
}

/** Reads it; nothing else may be under way meanwhile. */
export async function readCore(query: QueryCore): Promise<CoreSnapshot> {
  const [counter] = z
    .array(z.object({ value: z.int(), epoch: z.string() }))
    .parse(await query('select value, epoch from feed_counter'))
  const ledger = z
    .array(ledgerRow)
    .parse(await query('select id, device_id, device_seq, type, result, code, command, resolved_by from ledger'))
  const audits = z
    .array(z.object({ device_id: z.string(), many: z.coerce.number() }))
    .parse(await query('select device_id, count(*) as many from audit group by device_id'))
  const tables = new Map<MirrorTableName, ReadonlyMap<string, Row>>()
  for (const table of mirrorTableNames) {
    const columns = [...mirrorTables[table].columnNames, 'change_seq'].map((name) => `"${name}"`).join(', ')
    const rows = await query(`select ${columns} from ${table}`)
    tables.set(table, new Map(rows.map((row) => [String(row['id']), row])))
  }
  return {
    counter: counter?.value ?? 0,
    epoch: counter?.epoch ?? '',
    ledger: new Map(ledger.map((line) => [line.id, line])),
    audits: new Map(audits.map((one) => [one.device_id, one.many])),
    tables,
  }
}
