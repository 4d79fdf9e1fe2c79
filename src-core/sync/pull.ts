import type { RawBuilder, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { HeldAnchor } from '#shared/contract/anchor.ts'
import type { PullLine } from '#shared/contract/wire.ts'
import { pullPageRows } from '#shared/contract/wire.ts'
import { utcDateOf } from '#shared/kernel/date.ts'
import type { DialectName } from '../db/open-core-database.ts'
import type { CoreDatabase } from '../db/schema.ts'
import { refused } from '../http/refusal.ts'
import type { CoreRuntime } from '../runtime.ts'
import { anchorOf } from './anchor.ts'
import { customersOf } from './count-customers.ts'
import { leapOver } from './begin-run.ts'
import { digestOf } from './digest.ts'
import { businessDateOf, policiesOf } from './market.ts'
import type { SharedPage } from './page-cache.ts'
import { pageCacheOf } from './page-cache.ts'
import { goneAt, goneLines } from './pull-gone.ts'

export interface PullRequest {
  readonly scope: string
  readonly deviceId: string
  readonly cursor: number
  /** Asks for count and sum of every table, to compare a mirror with; told once a page reaches the feed's end. */
  readonly digest?: boolean
  /** The link of the audit's chain that the desk holds on to. */
  readonly anchor?: HeldAnchor | undefined
}

/** A page as its parts of NDJSON, one after the other, and what its end line says of the way on. */
export interface PulledPage {
  readonly parts: readonly (string | Buffer)[]
  readonly cursor: number
  readonly more: boolean
  /** Whether the desk's link stands in the chain; true where none was asked about. */
  readonly isAnchorKnown: boolean
}

/** At most this many rows stand in one line. */
const rowsPerLine = 1_000

/**
 * One page of the feed, read in one snapshot: what left the scope and every row changed after the cursor, once, in its
 * latest state, up to a change sequence that is never split, and the end line with the new cursor. Rows of a page come
 * table by table, so a page is whole only with its end line. `rowsPerTable` is where a page ends, give or take its last
 * change sequence. Refuses a cursor older than the tombstones with CURSOR_TOO_OLD.
 */
export async function pullPage(
  core: CoreRuntime,
  request: PullRequest,
  rowsPerTable = core.pageRows ?? pullPageRows,
): Promise<PulledPage> {
  const { reader, dialect } = core.store
  const now = core.clock.now()
  const transaction = reader.transaction()
  const snapshot = dialect === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
  return snapshot.execute(async (tx) => {
    const counter = await tx.selectFrom('feed_counter').selectAll().executeTakeFirstOrThrow()
    if (request.cursor > 0 && request.cursor < counter.tombstones_from) throw refused('CURSOR_TOO_OLD')
    const page = await sharedPage(core, tx, request, { counter: counter.value, epoch: counter.epoch, rowsPerTable })
    const own = await tableLines(tx, dialect, 'command_outcome', request, page.until)
    const policies = await policiesOf(tx, request.scope)
    const more = page.until < counter.value
    const isCompared = request.digest === true && !more
    const held = more ? undefined : await anchorOf(core.store, tx, counter, request.anchor)
    const end: PullLine = {
      end: true,
      epoch: counter.epoch,
      cursor: page.until,
      more,
      customers: await customersOf(core.store, tx, request.scope, now),
      asOf: now,
      businessDate: policies ? businessDateOf(policies, now) : utcDateOf(now),
      ...(held ? { anchor: held.anchor } : {}),
      ...(isCompared ? { digest: [...(await digestOf(tx, (table) => scopeOf(table, request)))] } : {}),
    }
    const rest = [...own, JSON.stringify(end)].map((line) => `${line}\n`).join('')
    return {
      parts: page.bytes.length > 0 ? [page.bytes, rest] : [rest],
      cursor: page.until,
      more,
      isAnchorKnown: held?.isKnown ?? true,
    }
  })
}

interface Place {
  readonly counter: number
  readonly epoch: string
  readonly rowsPerTable: number
}

/** What every desk of the scope gets from a cursor on: read now, or by another desk before. */
async function sharedPage(
  core: CoreRuntime,
  tx: Transaction<CoreDatabase>,
  request: PullRequest,
  place: Place,
): Promise<SharedPage> {
  const cache = pageCacheOf(core.store)
  const key = [place.epoch, request.scope, request.cursor, place.rowsPerTable].join()
  const known = cache.get(key, place.counter)
  if (known) return known
  const { until, tables } = await pageOf(tx, request, place.counter, place.rowsPerTable)
  const lines = (await goneLines(tx, request, until)).map((line) => JSON.stringify(line))
  for (const table of tables) lines.push(...(await tableLines(tx, core.store.dialect, table, request, until)))
  const page = { until, counter: place.counter, bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')) }
  cache.put(key, page)
  return page
}

interface Page {
  /** The page's last change sequence: where the first table has enough rows, or the counter. */
  readonly until: number
  /** Tables that have rows in the page. */
  readonly tables: readonly MirrorTableName[]
}

/** Outcomes are a device's own and few; all other tables are the scope's. */
const sharedTables = mirrorTableNames.filter((table) => table !== 'command_outcome')

/** Where a page ends, and which tables it has rows of: those with a first change after the cursor and before the end. */
async function pageOf(
  tx: Transaction<CoreDatabase>,
  request: PullRequest,
  counter: number,
  rowsPerTable: number,
): Promise<Page> {
  const first = await firstChanges(tx, request)
  const full = [...first.keys()].map((table) =>
    changeAt(table, scopeOf(table, request), request.cursor, rowsPerTable - 1),
  )
  full.push(goneAt(request, rowsPerTable - 1))
  let most = Math.max(counter, request.cursor)
  for (const look of full) most = Math.min(most, (await look.execute(tx)).rows[0]?.change_seq ?? most)
  const round = most < counter ? roundPlace(request.cursor, most) : most
  // nobody may stand in a leap: it would be taken for a cursor of another copy of the core, and all be loaded anew
  const until = (await leapOver(tx, round)) ?? round
  return { until, tables: sharedTables.filter((table) => (first.get(table) ?? Infinity) <= until) }
}

/**
 * Looks into every table's index in one statement, which is asked at each pull: scope and cursor stand in it once, so that
 * it is few parameters and stays prepared.
 */
async function firstChanges(
  tx: Transaction<CoreDatabase>,
  { scope, cursor }: PullRequest,
): Promise<ReadonlyMap<MirrorTableName, number>> {
  const looks = sharedTables.map(
    (table) => sql`(${changeAt(table, sql.ref('asked.scope'), sql.ref('asked.cursor'), 0)}) as ${sql.ref(table)}`,
  )
  const found = await sql<Readonly<Record<string, number | null>>>`select ${sql.join(looks)}
    from (select cast(${scope} as text) as scope, cast(${cursor} as bigint) as cursor) as asked`.execute(tx)
  const seen = found.rows[0] ?? {}
  return new Map(sharedTables.flatMap((table) => (typeof seen[table] === 'number' ? [[table, seen[table]]] : [])))
}

/**
 * The roundest number in the last eighth of a page: desks that were cut off at different places come to the same pages
 * after their first one.
 */
function roundPlace(after: number, until: number): number {
  const least = until - Math.floor((until - after) / 8)
  let step = 1
  while (Math.floor(until / (step * 2)) * step * 2 >= least) step *= 2
  return Math.floor(until / step) * step
}

function changeAt(
  table: MirrorTableName,
  scope: string | RawBuilder<unknown>,
  cursor: number | RawBuilder<unknown>,
  offset: number,
): RawBuilder<{ readonly change_seq: number }> {
  return sql`select change_seq from ${sql.table(table)}
    where scope = ${scope} and change_seq > ${cursor}
    order by change_seq limit 1 offset ${sql.lit(offset)}`
}

/**
 * Rows of a table as lines of text. The database itself writes each row as a JSON array: a row that is never an object
 * here costs half as much.
 */
async function tableLines(
  tx: Transaction<CoreDatabase>,
  dialect: DialectName,
  table: MirrorTableName,
  request: PullRequest,
  until: number,
): Promise<readonly string[]> {
  const names = mirrorTables[table].columnNames
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const row = dialect === 'sqlite' ? sql`json_array(${columns})` : sql`json_build_array(${columns})::text`
  const found = await sql<{ readonly row: string }>`select ${row} as row from ${sql.table(table)}
    where scope = ${scopeOf(table, request)} and change_seq > ${request.cursor} and change_seq <= ${until}
    order by change_seq`.execute(tx)
  const start = `{"table":${JSON.stringify(table)},"columns":${JSON.stringify(names)},"rows":[`
  const lines: string[] = []
  for (let from = 0; from < found.rows.length; from += rowsPerLine) {
    const some = found.rows.slice(from, from + rowsPerLine).map((each) => each.row)
    lines.push(`${start}${some.join(',')}]}`)
  }
  return lines
}

/** Outcomes are rows of a device; everything else belongs to the market. */
function scopeOf(table: MirrorTableName, request: PullRequest): string {
  return table === 'command_outcome' ? `device:${request.deviceId}` : request.scope
}
