import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A private PostgreSQL server for one test file. */
export interface TestPostgres {
  /** Makes a database, empty or a copy of another one's address, and gives its address. */
  readonly createDatabase: (template?: string) => Promise<string>
  readonly stop: () => void
}

/**
 * A server in a folder of its own, on a unix socket only; as user postgres when the tests run as root. It starts with
 * the first database, and ends with `stop` or with the process (a run of other tests alone never comes to `stop`).
 * Gives a sentence instead where no PostgreSQL is installed. Under CI that is a failure and throws.
 */
export function testPostgres(): TestPostgres | string {
  const bin = findBinaries()
  if (!bin) {
    const sentence = 'PostgreSQL was not found: install it (apt-get install postgresql) to run these tests.'
    if (process.env['CI']) throw new Error(sentence)
    return sentence
  }
  let server: Server | undefined
  return {
    createDatabase: async (template = 'template1') => {
      server ??= start(bin)
      const name = `t${randomBytes(6).toString('hex')}`
      const client = new pg.Client({ connectionString: server.address('postgres') })
      await client.connect()
      await client.query(
        `create database ${name} template ${template.startsWith('postgres:') ? nameIn(template) : template}`,
      )
      await client.end()
      return server.address(name)
    },
    stop: () => {
      server?.stop()
      server = undefined
    },
  }
}

interface Server {
  readonly address: (database: string) => string
  readonly stop: () => void
}

function start(bin: string): Server {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-pg-'))
  const data = join(folder, 'data')
  const isRoot = process.getuid?.() === 0
  const run = (command: string): void => {
    if (isRoot) execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', command], { cwd: '/', stdio: 'pipe' })
    else execFileSync('/bin/sh', ['-c', command], { cwd: '/', stdio: 'pipe' })
  }
  const stop = (): void => {
    process.off('exit', stop)
    run(`${bin}/pg_ctl -D ${data} -m immediate stop`)
    rmSync(folder, { recursive: true, force: true })
  }
  chmodSync(folder, 0o777)
  run(`${bin}/initdb -D ${data} -U postgres -A trust -E UTF8 --no-locale --no-sync`)
  // no TCP: the socket's folder is private to this run, so the port number can never collide
  run(`${bin}/pg_ctl -D ${data} -w -l ${folder}/log -o "-k ${folder} -h '' -c fsync=off -c max_connections=60" start`)
  process.once('exit', stop)
  return { address: (name) => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`, stop }
}

function nameIn(address: string): string {
  return new URL(address).pathname.slice(1)
}

function findBinaries(): string | undefined {
  const root = '/usr/lib/postgresql'
  const folders = [
    ...(process.env['PG_BIN'] ? [process.env['PG_BIN']] : []),
    ...(existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : []),
    '/usr/local/bin',
    '/usr/bin',
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}
