import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

export const projectRoot = resolve(import.meta.dirname, '../..')

/** Password of every person in a market made for tests; nothing outside of the tests knows it. */
export const demoPassword = 'for-tests-only'
/** Key of the core's file in tests, hex. */
export const coreKey = '5a'.repeat(32)
/** Customers of the market made for tests: few, so that each test starts at once. */
export const testCustomers = 200

export interface CoreProcess {
  readonly address: string
  readonly port: number
  /** Desks that enrolled with this process, the latest last. */
  readonly enrolled: () => readonly string[]
  /** Kills the core as a power cut would. */
  readonly kill: () => Promise<void>
}

/** Makes a market once; each test copies the file. */
export async function seedMarket(file: string): Promise<void> {
  await runCore(file, 'seed', '--customers', String(testCustomers), '--seed', '7')
}

/** Runs a task of the core's program on a market's file, to its end. */
export async function runCore(file: string, ...task: readonly string[]): Promise<void> {
  const program = join(projectRoot, 'src-core/main.ts')
  await promisify(execFile)(process.execPath, [program, ...task, '--db', `sqlite:${file}`], { env: coreEnvironment() })
}

/**
 * Starts the core alone on a market's file and waits until it answers; the port may be asked for again after a kill. `more`
 * are words of its command line: `--stories` prepares the guide's cases; `environment` comes on top of the tests' own.
 */
export async function startCore(
  file: string,
  port = 0,
  more: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<CoreProcess> {
  for (;;) {
    const chosen = port === 0 ? await freePort() : port
    try {
      return await startAt(file, chosen, more, environment)
    } catch (error) {
      // a flow beside this one was given the same free port a moment earlier: another one is the way on
      if (port !== 0 || !/Port \d+ is taken/.test(String(error))) throw error
    }
  }
}

async function startAt(
  file: string,
  chosen: number,
  more: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<CoreProcess> {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'src-core/main.ts'), '--db', `sqlite:${file}`, '--port', String(chosen), ...more],
    { env: { ...coreEnvironment(), ...environment }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const address = `http://127.0.0.1:${chosen}`
  await answers(`${address}/health`, child, () => said)
  return {
    address,
    port: chosen,
    enrolled: () => [...said.matchAll(/"device\.enrolled","device":"([^"]+)"/g)].map(([, id = '']) => id),
    kill: () => killed(child),
  }
}

/** Kills a process with SIGKILL and waits until it is gone. */
export function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // as: a TCP server that listens has a port
      server.close(() => done(port))
    })
  })
}

function coreEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LINEDESK_CORE_KEY: coreKey, LINEDESK_DEMO_PASSWORD: demoPassword }
}

async function answers(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + 30_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the core stopped: ${said()}`)
    const isThere = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (isThere) return
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`the core does not answer: ${said()}`)
}
