import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import { z } from 'zod'

const program = resolve(import.meta.dirname, '../src-core/main.ts')
export const benchPassword = 'for-the-benchmark'
export const coreKey = '5a'.repeat(32)
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  LINEDESK_CORE_KEY: coreKey,
  LINEDESK_DEMO_PASSWORD: benchPassword,
})
const message = z.object({ type: z.string(), port: z.int().optional(), message: z.string().optional() })

/** Fills a new core database with customers and all that hangs on them. */
export function seedCore(file: string, customers: number): Promise<void> {
  const child = fork(program, ['seed', '--customers', String(customers), '--seed', '1', '--db', `sqlite:${file}`], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: environment(),
  })
  return new Promise((done, failed) => {
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`the seed ended with ${code}`))))
  })
}

/** The core as a real process over loopback, and its address. */
export async function startBenchCore(
  file: string,
  askedPort = 0,
): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = fork(program, ['--db', `sqlite:${file}`, '--port', String(askedPort)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: environment(),
  })
  const port = await new Promise<number>((listening, failed) => {
    child.on('message', (raw) => {
      const told = message.parse(raw)
      if (told.type === 'listening' && told.port !== undefined) listening(told.port)
    })
    child.once('exit', (code) => failed(new Error(`the core ended with ${code}`)))
  })
  return { child, address: `http://127.0.0.1:${port}` }
}
