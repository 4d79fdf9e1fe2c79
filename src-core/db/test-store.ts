import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from './migrate.ts'
import type { CoreStore } from './open-core-database.ts'
import { openCoreDatabase } from './open-core-database.ts'
import type { TestPostgres } from './test-postgres.ts'
import { startPostgres } from './test-postgres.ts'

/** One of the two databases that every test of the core runs on. */
export interface TestStores {
  readonly name: string
  /** Why it cannot be had here; the tests are then shown as skipped with this sentence. */
  readonly missing: string | undefined
  /** A new, empty, migrated database. */
  readonly open: () => Promise<CoreStore>
  readonly stop: () => void
}

/** An encrypted SQLite file each time. */
export function sqliteStores(): TestStores {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-core-'))
  let count = 0
  return {
    name: 'SQLite',
    missing: undefined,
    open: async () => {
      count += 1
      const store = await openCoreDatabase(`sqlite:${join(folder, `core-${count}.db`)}`, {
        key: new Uint8Array(32).fill(7),
      })
      await migrate(store)
      return store
    },
    stop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A database on a private PostgreSQL server each time. */
export function postgresStores(): TestStores {
  const server: TestPostgres | string = startPostgres()
  if (typeof server === 'string')
    return {
      name: `PostgreSQL (${server})`,
      missing: server,
      open: () => Promise.reject(new Error(server)),
      stop: () => undefined,
    }
  return {
    name: 'PostgreSQL',
    missing: undefined,
    open: async () => {
      const store = await openCoreDatabase(await server.createDatabase(), { key: null })
      await migrate(store)
      return store
    },
    stop: server.stop,
  }
}
