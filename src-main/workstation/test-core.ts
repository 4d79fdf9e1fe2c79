import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { z } from 'zod'

/** A real core in a process of its own, for tests; it can be killed and started again on the same data and port. */
export interface TestCore {
  readonly address: () => string
  readonly demoPassword: string
  /** SIGKILL: no word of farewell. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** Resolves when the process that runs now has ended, whoever ended it. */
  readonly gone: () => Promise<void>
  readonly pid: () => number
  /** Runs another task of the core's program on its database, to its end. */
  readonly run: (task: string) => Promise<void>
  /** Another database from the next start on. */
  readonly use: (database: string) => void
}

const demoPassword = 'password of a test'
const message = z.object({ type: z.string(), port: z.int().optional(), message: z.string().optional() })

/** Starts a core with a small demonstration market in a folder. */
export async function startTestCore(
  folder: string,
  customers = 40,
  database = `sqlite:${folder}/core.db`,
  firstEnv: Readonly<Record<string, string>> = {},
): Promise<TestCore> {
  const env = { ...process.env, LINEDESK_DEMO_PASSWORD: demoPassword, LINEDESK_CORE_KEY: '11'.repeat(32) }
  const program = resolve(import.meta.dirname, '../..', 'src-core/main.ts')
  let db = database
  let child: ChildProcess | undefined
  let port = 0

  async function start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const data = ['--db', db, '--demo', '--customers', String(customers), '--port', String(port)]
    const started = fork(program, data, {
      stdio: ['ignore', 'ignore', process.env['LINEDESK_LOG'] === '1' ? 'inherit' : 'ignore', 'ipc'],
      env: { ...env, ...more },
    })
    child = started
    port = await new Promise<number>((listening, failed) => {
      started.on('message', (raw) => {
        const told = message.parse(raw)
        if (told.type === 'listening' && told.port !== undefined) listening(told.port)
        if (told.type === 'problem') failed(new Error(told.message))
      })
      started.once('exit', (code) => failed(new Error(`the core ended with ${code}`)))
    })
  }
  await start(firstEnv)
  return {
    address: () => `http://127.0.0.1:${port}`,
    demoPassword,
    start: () => start(),
    pid: () => child?.pid ?? 0,
    gone: async () => {
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    run: async (task) => {
      const running = fork(program, [task, '--db', db], { stdio: 'ignore', env })
      const [code] = await once(running, 'exit')
      if (code !== 0) throw new Error(`core ${task} ended with ${String(code)}`)
    },
    use: (next) => {
      db = next
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
