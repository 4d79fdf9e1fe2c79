import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { runPlace } from '../place.ts'
import { join } from 'node:path'
import { migrate } from '#core/db/migrate.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import type { TestPostgres } from '#core/db/test-postgres.ts'
import { testPostgres } from '#core/db/test-postgres.ts'
import { inUnit } from '#core/db/unit.ts'
import { runSeed } from '#core/seed/run-seed.ts'

/** The password of every person of the simulated market. */
export const password = 'password of a simulation'
export const coreKey = new Uint8Array(32).fill(17)
/** Every run begins at this moment. */
export const simulationStart = Date.UTC(2026, 10, 22, 8, 0)
/** A market that no desk of the simulation may ever see a row of. */
export const strangeScope = 'elsewhere'

export type DatabaseKind = 'sqlite' | 'postgres'

/** Markets made once and copied for each run. */
export interface Markets {
  /** Address of a new copy: of the seeded market, or of another copy (nobody may be connected to that). */
  readonly copy: (kind: DatabaseKind, from?: string) => Promise<string>
  /** Why there is no PostgreSQL here; undefined when there is. */
  readonly missing: string | undefined
  readonly remove: () => void
}

/** Opens a place for markets; the first copy of a kind seeds it. */
export function openMarkets(): Markets {
  const folder = mkdtempSync(join(runPlace, 'linedesk-markets-'))
  const server: TestPostgres | string = testPostgres()
  const seeded = new Map<DatabaseKind, Promise<string>>()
  let made = 0

  async function create(kind: DatabaseKind): Promise<string> {
    const address = kind === 'sqlite' ? `sqlite:${join(folder, 'seeded.db')}` : await postgres().createDatabase()
    const store = await openCoreDatabase(address, { key: keyOf(address) })
    try {
      await migrate(store)
      await fill(store)
    } finally {
      await store.close()
    }
    return address
  }

  function postgres(): TestPostgres {
    if (typeof server === 'string') throw new Error(server)
    return server
  }

  return {
    missing: typeof server === 'string' ? server : undefined,
    copy: async (kind, from) => {
      const source = from ?? (await seedOnce(kind))
      if (kind === 'postgres') return postgres().createDatabase(source)
      made += 1
      const file = join(folder, `market-${made}.db`)
      copySqlite(fileOf(source), file)
      return `sqlite:${file}`
    },
    remove: () => {
      if (typeof server !== 'string') server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  function seedOnce(kind: DatabaseKind): Promise<string> {
    const known = seeded.get(kind) ?? create(kind)
    seeded.set(kind, known)
    return known
  }
}

/** The file of an SQLite address. */
export function fileOf(address: string): string {
  return address.slice('sqlite:'.length)
}

/** The key that opens an address. */
export function keyOf(address: string): Uint8Array | null {
  return address.startsWith('sqlite:') ? coreKey : null
}

/** Copies a database and what its log holds, as a process's death leaves them; the shared memory is made anew. */
export function copySqlite(from: string, to: string): void {
  for (const end of ['', '-wal']) {
    try {
      copyFileSync(from + end, to + end)
    } catch (error) {
      if (end === '') throw error // no log beside it: everything is in the file
    }
  }
}

const customers = 24

async function fill(store: CoreStore): Promise<void> {
  const seeded = await runSeed({
    db: store.db,
    dialect: store.dialect,
    sqlite: store.sqlite,
    customers,
    seed: 5,
    now: simulationStart,
    demoPassword: password,
  })
  if (!seeded.ok) throw new Error(seeded.error.code)
  await inUnit(store, async (unit) => {
    const some = await unit.tx
      .selectFrom('phone_number')
      .select('id')
      .where('state', '=', 'free')
      .executeTakeFirstOrThrow()
    const row = await unit.get('phone_number', some.id)
    if (!row) throw new Error('the market has no free number')
    for (let index = 0; index < 5; index += 1)
      await unit.insert('phone_number', { ...row, scope: strangeScope, id: `+3363998999${index}` })
  })
}
