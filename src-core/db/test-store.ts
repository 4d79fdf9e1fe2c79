import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from './migrate.ts'
import type { CoreStore } from './open-core-database.ts'
import { openCoreDatabase } from './open-core-database.ts'
import type { TestPostgres } from './test-postgres.ts'
import { testPostgres } from './test-postgres.ts'

/** One of the two databases that every test of the core runs on. */
export interface TestStores {
  readonly name: string
  /** Why it cannot be had here; the tests are then shown as skipped with this sentence. */
  readonly missing: string | undefined
  /** A new, empty, migrated database. */
  readonly open: () => Promise<CoreStore>
  /** Closes what was opened since. */
  readonly closeOpened: () => Promise<void>
  readonly stop: () => void
}

/** An encrypted SQLite file each time, copied from one that was migrated once. */
export function sqliteStores(): TestStores {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-core-'))
  const key = new Uint8Array(32).fill(7)
  const template = join(folder, 'template.db')
  const opened = keeper()
  let made: Promise<void> | undefined
  let count = 0
  return {
    name: 'SQLite',
    missing: undefined,
    open: async () => {
      made ??= migrateAndClose(`sqlite:${template}`, key)
      await made
      count += 1
      const file = join(folder, `core-${count}.db`)
      copyFileSync(template, file)
      return opened.keep(openCoreDatabase(`sqlite:${file}`, { key }))
    },
    closeOpened: opened.close,
    stop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A database on a private PostgreSQL server each time, copied from one that was migrated once. */
export function postgresStores(): TestStores {
  const server: TestPostgres | string = testPostgres()
  if (typeof server === 'string') {
    const open = (): Promise<CoreStore> => Promise.reject(new Error(server))
    return { name: `PostgreSQL (${server})`, missing: server, open, closeOpened: keeper().close, stop: () => undefined }
  }
  const opened = keeper()
  let template: Promise<string> | undefined
  return {
    name: 'PostgreSQL',
    missing: undefined,
    open: async () => {
      template ??= server.createDatabase().then(async (address) => {
        await migrateAndClose(address, null)
        return address
      })
      return opened.keep(openCoreDatabase(await server.createDatabase(await template), { key: null }))
    },
    closeOpened: opened.close,
    stop: server.stop,
  }
}

function keeper() {
  const open: CoreStore[] = []
  return {
    keep: async (opening: Promise<CoreStore>): Promise<CoreStore> => {
      const store = await opening
      open.push(store)
      return store
    },
    close: async (): Promise<void> => {
      for (const store of open.splice(0)) await store.close()
    },
  }
}

async function migrateAndClose(address: string, key: Uint8Array | null): Promise<void> {
  const store = await openCoreDatabase(address, { key })
  await migrate(store)
  await store.close()
}
