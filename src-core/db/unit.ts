import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import type { Unit } from '../sync/handler.ts'
import { auditFacts } from './audit-row.ts'
import { isCollision } from './failure.ts'
import type { CoreStore, DialectName } from './open-core-database.ts'
import type { CoreDatabase } from './schema.ts'
import { stamp } from './stamp.ts'
import type { Touched } from './touched.ts'
import { isTouched, nothingTouched, remember, rememberAll, rememberGone } from './touched.ts'

/** A unit that can try something and take it back. */
export interface WritingUnit extends Unit {
  /** Runs work in a savepoint; unless `isKept` of its value holds, everything it wrote is taken back. */
  readonly attempt: <T>(work: (unit: Unit) => Promise<T>, isKept: (value: T) => boolean) => Promise<T>
}

const tries = 4

/**
 * Runs work in one transaction: READ COMMITTED on PostgreSQL, IMMEDIATE on SQLite. At its end the feed's counter is
 * raised, last of all locks, with what was put on record, and every touched row is stamped with it; then the listeners of the feed are told. When
 * two transactions collide (deadlock, same key at once) nothing was written and the work is done again.
 */
export async function inUnit<T>(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed'>,
  work: (unit: WritingUnit) => Promise<T>,
  reached?: Reached,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const touched = nothingTouched()
      const value = await store.db.transaction().execute(async (tx) => {
        const done = await work(writingUnit(tx, store.dialect, touched))
        await stamp(tx, store.dialect, touched)
        reached?.('core.counted')
        return done
      })
      reached?.('core.committed')
      if (isTouched(touched)) store.feed.announce()
      return value
    } catch (error) {
      if (attempt >= tries || !isCollision(error)) throw error
    }
  }
}

function writingUnit(tx: Transaction<CoreDatabase>, dialect: DialectName, touched: Touched): WritingUnit {
  return {
    ...unitOf(tx, dialect, touched),
    attempt: async (work, isKept) => {
      const inner = nothingTouched()
      await sql`savepoint attempt`.execute(tx)
      const value = await work(unitOf(tx, dialect, inner))
      if (isKept(value)) rememberAll(touched, inner)
      else await sql`rollback to savepoint attempt`.execute(tx)
      await sql`release savepoint attempt`.execute(tx)
      return value
    },
  }
}

function unitOf(tx: Transaction<CoreDatabase>, dialect: DialectName, touched: Touched): Unit {
  const lock = dialect === 'postgres' ? sql`for update` : sql``
  return {
    tx,
    get: async <T extends MirrorTableName>(table: T, id: string) => {
      const columns = sql.join(mirrorTables[table].columnNames.map((name) => sql.ref(name)))
      const found = await sql<
        MirrorRow<T>
      >`select ${columns} from ${sql.table(table)} where id = ${id} ${lock}`.execute(tx)
      return found.rows[0]
    },
    insert: async (table, row) => {
      const cells: Readonly<Record<string, unknown>> = { ...row, version: 1, change_seq: 0 }
      const names = Object.keys(cells)
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
        values (${sql.join(names.map((name) => cells[name]))})`.execute(tx)
      const id: unknown = cells['id']
      if (typeof id === 'string') remember(touched, table, id)
    },
    patch: async (table, id, set) => {
      const cells: Readonly<Record<string, unknown>> = set
      const left = cells['scope'] === undefined ? undefined : await scopeOf(table, id)
      const changes = Object.keys(cells).map((name) => sql`${sql.ref(name)} = ${cells[name]}`)
      const done = await sql`update ${sql.table(table)} set ${sql.join([...changes, sql`version = version + 1`])}
        where id = ${id}`.execute(tx)
      if (done.numAffectedRows !== 1n) throw new Error(`no row to patch in ${table}`)
      remember(touched, table, id)
      if (left !== undefined && left !== cells['scope']) rememberGone(touched, { scope: left, table, id, isExit: true })
    },
    remove: async (table, id) => {
      const scope = await scopeOf(table, id)
      if (scope === undefined) throw new Error(`no row to remove in ${table}`)
      await sql`delete from ${sql.table(table)} where id = ${id}`.execute(tx)
      rememberGone(touched, { scope, table, id, isExit: false })
    },
    record: (entry) => void touched.audit.push(auditFacts(entry)),
  }

  async function scopeOf(table: MirrorTableName, id: string): Promise<string | undefined> {
    const found = await sql<{ scope: string }>`select scope from ${sql.table(table)} where id = ${id} ${lock}`.execute(
      tx,
    )
    return found.rows[0]?.scope
  }
}
