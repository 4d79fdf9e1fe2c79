import { z } from 'zod'
import { join } from 'node:path'
import { keepAlive } from './keep-alive.ts'
import type { Child, Timers } from './keep-alive.ts'
import { coreKeyOf, demoPasswordOf } from './secrets.ts'

/** What the embedded core tells its starter. */
const coreMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), of: z.int() }),
  z.object({ type: z.literal('listening'), port: z.int().min(1).max(65_535) }),
  z.object({ type: z.literal('problem'), code: z.string(), message: z.string() }),
])

/** One step of the start as the launcher sees it; the desk adds its own (`sync`, `index`). */
export interface LaunchStep {
  readonly step: 'build' | 'core'
  readonly state: 'waits' | 'runs' | 'done' | 'failed'
  readonly done: number
  readonly of: number
  readonly tookMs: number | null
}

export interface EmbeddedCore {
  readonly spawn: (program: {
    readonly args: readonly string[]
    readonly env: Readonly<Record<string, string>>
  }) => Child
  readonly folder: string
  readonly key: Uint8Array
  readonly timers: Timers
  readonly onStep: (step: LaunchStep) => void
  readonly onListening: (address: string) => void
  readonly onProblem: (code: string) => void
  readonly onDeath: (code: number | null, lastWords: string) => void
}

/** Starts the core that lives beside the desk on this machine, with a demonstration market, and keeps it running. */
export function startEmbeddedCore(options: EmbeddedCore): { readonly stop: () => Promise<void> } {
  const program = {
    args: ['--db', `sqlite:${join(options.folder, 'core.db')}`, '--port', '0', '--demo', '--stories'],
    env: { LINEDESK_CORE_KEY: coreKeyOf(options.key), LINEDESK_DEMO_PASSWORD: demoPasswordOf(options.key) },
  }
  return keepAlive({
    timers: options.timers,
    onDeath: options.onDeath,
    spawn: () => options.spawn(program),
    onStart: (child) => {
      const startedAt = options.timers.now()
      options.onStep({ step: 'core', state: 'runs', done: 0, of: 0, tookMs: null })
      child.onMessage((raw) => {
        const message = coreMessage.safeParse(raw)
        if (message.success) tell(options, message.data, startedAt)
      })
    },
  })
}

function tell(options: EmbeddedCore, message: z.infer<typeof coreMessage>, startedAt: number): void {
  if (message.type === 'progress') {
    options.onStep({ step: 'core', state: 'runs', done: message.done, of: message.of, tookMs: null })
  } else if (message.type === 'listening') {
    options.onStep({ step: 'core', state: 'done', done: 1, of: 1, tookMs: options.timers.now() - startedAt })
    options.onListening(`http://127.0.0.1:${message.port}`)
  } else {
    options.onStep({ step: 'core', state: 'failed', done: 0, of: 0, tookMs: null })
    options.onProblem(message.code)
  }
}
