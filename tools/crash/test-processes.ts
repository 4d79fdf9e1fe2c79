import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { InputOf, OutputOf, Reply, ServiceProcedureName } from '#shared/contract/procedures.ts'

/** A desk in a process of its own. */
export interface DeskProcess {
  /** Rejects with `gone` when the process dies before it answers. */
  readonly call: (name: string, input: unknown) => Promise<Reply>
  readonly ask: <N extends ServiceProcedureName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
  readonly setCore: (address: string, demoPassword: string) => void
  readonly pid: number
  readonly isGone: () => boolean
  readonly gone: Promise<void>
  readonly kill: (signal: NodeJS.Signals) => void
}

/** Starts a desk on a folder; `env` may name where it is to die. Resolves as soon as it listens, or is gone. */
export async function startDesk(folder: string, env: Readonly<Record<string, string>> = {}): Promise<DeskProcess> {
  const child = fork(join(import.meta.dirname, 'test-desk-process.ts'), [folder], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', process.env['LINEDESK_LOG'] === '1' ? 'inherit' : 'ignore', 'ipc'],
  })
  const waiting = new Map<number, { answer: (reply: Reply) => void; fail: (error: Error) => void }>()
  let last = 0
  let isGone = false
  const gone = once(child, 'exit').then(() => {
    isGone = true
    for (const one of waiting.values()) one.fail(new Error('gone'))
  })
  const ready = once(child, 'message')
  child.on('message', (message: { id?: number; reply?: Reply }) => {
    if (message.id === undefined || !message.reply) return
    waiting.get(message.id)?.answer(message.reply)
    waiting.delete(message.id)
  })
  const call: DeskProcess['call'] = (name, input) =>
    new Promise((answer, fail) => {
      if (isGone) return fail(new Error('gone'))
      last += 1
      waiting.set(last, { answer, fail })
      send(child, { id: last, name, input })
    })
  await Promise.race([ready, gone])
  return {
    call,
    ask: async (name, input) => {
      const reply = await call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value as OutputOf<typeof name> // as: the door has parsed it by this very procedure
    },
    setCore: (address, demoPassword) => send(child, { setCore: { address, embedded: true, demoPassword } }),
    pid: child.pid ?? 0,
    isGone: () => isGone,
    gone,
    kill: (signal) => void child.kill(signal),
  }
}

/** A process that dies meanwhile is no fault of the sender. */
function send(child: ChildProcess, message: object): void {
  if (child.connected) child.send(message, () => undefined)
}

/** Waits until something is so; false when it is not within a time, or the desk died. */
export async function waitFor(isSo: () => Promise<boolean> | boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  for (;;) {
    try {
      if (await isSo()) return true
    } catch {
      return false
    }
    if (performance.now() > end) return false
    await new Promise((next) => setTimeout(next, 25))
  }
}
