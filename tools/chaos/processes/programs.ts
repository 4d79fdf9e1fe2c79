import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Reply } from '#shared/contract/procedures.ts'
import { coreKey, password } from '../simulation/market.ts'

const root = resolve(import.meta.dirname, '../../..')

/** A real program under the harness: it can be killed at any moment, and started again on what it left. */
export interface Program {
  readonly isUp: () => boolean
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>
}

export interface CoreProgram extends Program {
  /** Starts it; gives its port, or undefined when it died before it listened. */
  readonly start: (options: {
    readonly crashAt?: string | undefined
    readonly isClockManual?: boolean
  }) => Promise<number | undefined>
}

export interface DeskProgram extends Program {
  readonly name: string
  readonly folder: string
  readonly start: (options: { readonly crashAt?: string | undefined }) => void
  /** Undefined when it died, or did not answer in time. */
  readonly ask: (name: string, input: unknown) => Promise<Reply | undefined>
}

interface Held {
  readonly child: ChildProcess
  readonly gone: Promise<void>
}

function holdChild(child: ChildProcess, onGone: () => void): Held {
  const gone = new Promise<void>((resolved) => {
    child.once('exit', () => {
      onGone()
      resolved()
    })
  })
  child.on('error', () => undefined) // a channel to a program that is just dying
  return { child, gone }
}

/** What a program says of itself (ids only) is evidence too. */
function keepWords(child: ChildProcess, file: string): void {
  child.stderr?.on('data', (words: Buffer) => appendFileSync(file, words))
}

function environment(crashAt: string | undefined): NodeJS.ProcessEnv {
  const { LINEDESK_CRASH_AT: _none, ...env } = process.env
  const own = {
    ...env,
    LINEDESK_CORE_KEY: Buffer.from(coreKey).toString('hex'),
    LINEDESK_DEMO_PASSWORD: password,
    LINEDESK_LOG: '1',
  }
  return crashAt === undefined ? own : { ...own, LINEDESK_CRASH_AT: crashAt }
}

const told = z.object({ type: z.string(), port: z.int().optional() })

/** A core over a database's address. `onDeath` hears of each death, wanted or not. */
export function coreProgram(address: string, log: string, onDeath: (crashAt: string | undefined) => void): CoreProgram {
  let held: Held | undefined
  return {
    isUp: () => held !== undefined,
    kill: () => kill(held),
    start: async ({ crashAt, isClockManual = false }) => {
      const args = ['--db', address, '--port', '0', ...(isClockManual ? ['--clock', 'manual'] : [])]
      const child = fork(join(root, 'src-core/main.ts'), args, {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        env: environment(crashAt),
      })
      keepWords(child, log)
      held = holdChild(child, () => {
        held = undefined
        onDeath(crashAt)
      })
      const port = new Promise<number | undefined>((listening) => {
        child.on('message', (message) => {
          const said = told.safeParse(message)
          if (said.success && said.data.type === 'listening') listening(said.data.port)
        })
        child.once('exit', () => listening(undefined))
      })
      return port
    },
  }
}

async function kill(held: Held | undefined): Promise<void> {
  held?.child.kill('SIGKILL')
  await held?.gone
}

const answered = z.object({ id: z.int(), reply: z.unknown() })
const answerMs = 20_000

/** The service of a desk on a folder. `version` names the harness; `core` is where the proxy listens. */
export function deskProgram(options: {
  readonly name: string
  readonly folder: string
  readonly key: Uint8Array
  readonly core: string
  readonly onDeath: (crashAt: string | undefined) => void
}): DeskProgram {
  const { name, folder } = options
  const waiting = new Map<number, (reply: Reply | undefined) => void>()
  let held: Held | undefined
  let last = 0

  function start({ crashAt }: { readonly crashAt?: string | undefined }): void {
    const child = fork(join(import.meta.dirname, 'desk-process.ts'), [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: environment(crashAt),
    })
    keepWords(child, `${folder}.log`)
    held = holdChild(child, () => {
      held = undefined
      for (const answer of waiting.values()) answer(undefined)
      waiting.clear()
      options.onDeath(crashAt)
    })
    child.on('message', (message) => {
      const parsed = answered.safeParse(message)
      if (!parsed.success) return
      waiting.get(parsed.data.id)?.(parsed.data.reply as Reply) // the service's own answer
      waiting.delete(parsed.data.id)
    })
    const config = { folder, keyHex: Buffer.from(options.key).toString('hex'), version: '0.0.0' }
    child.send({ ...config, resources: join(root, 'resources') })
    child.send({ setCore: { address: options.core, embedded: true, demoPassword: password } })
  }

  return {
    ...{ name, folder, start },
    isUp: () => held !== undefined,
    kill: () => kill(held),
    ask: (procedure, input) => {
      const child = held?.child
      if (!child?.connected) return Promise.resolve(undefined)
      const id = (last += 1)
      return new Promise((answer) => {
        const timer = setTimeout(() => {
          waiting.delete(id)
          answer(undefined)
        }, answerMs)
        waiting.set(id, (reply) => {
          clearTimeout(timer)
          answer(reply)
        })
        child.send({ id, name: procedure, input })
      })
    },
  }
}
