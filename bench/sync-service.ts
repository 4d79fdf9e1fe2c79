import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { benchPassword } from './sync-core.ts'

export type BenchDesk = ReturnType<typeof openBenchDesk>

/** Room for young objects as Electron's V8 has it, 16 MiB (seen in a utility process); plain Node's grows to 128 MiB. */
const youngObjects = '--max-semi-space-size=8'

/** The workstation service in a process of its own on a new folder (sync-desk.ts), asked over IPC. */
export function openBenchDesk(folder: string, address: string) {
  mkdirSync(folder)
  const child = fork(resolve(import.meta.dirname, 'sync-desk.ts'), [folder, address, benchPassword], {
    execArgv: [youngObjects],
  })
  const waiting = new Map<number, (reply: unknown) => void>()
  let watching: { readonly topic: string; readonly seen: (at: number) => void } | undefined
  let asked = 0
  // as: the other end is sync-desk.ts
  child.on('message', (raw) => {
    const said = raw as { id?: number; reply?: unknown; changed?: { topics: string[] }; at: number }
    if (said.id !== undefined) waiting.get(said.id)?.(said.reply)
    else if (watching && said.changed?.topics.includes(watching.topic)) watching.seen(said.at)
  })
  const send = (what: object): Promise<unknown> => {
    asked += 1
    const id = asked
    child.send({ id, name: '', input: {}, ...what })
    return new Promise((done) => waiting.set(id, done))
  }
  const ask = async <T>(name: string, input: object = {}): Promise<T> => {
    // as: what a procedure answers is the caller's own knowledge here
    const reply = (await send({ name, input })) as { ok: boolean; value: T; error?: { code: string } }
    if (!reply.ok) throw new Error(`${name}: ${reply.error?.code ?? ''}`)
    return reply.value
  }
  const until = async <T, R>(name: string, look: (value: T) => R | undefined): Promise<R> => {
    for (;;) {
      const found = look(await ask<T>(name))
      if (found !== undefined) return found
      await new Promise((next) => setTimeout(next, 10))
    }
  }
  return {
    child,
    ask,
    until,
    captures: async (count: number, pauseMs: number) => (await send({ captures: count, pauseMs })) as number[], // as above
    cursor: async () => (await send({ cursor: true })) as number, // as above
    sent: () => until('desk.status', (value: { toSend: number }) => (value.toSend === 0 ? true : undefined)),
    nextChange: (topic: string) => new Promise<number>((seen) => (watching = { topic, seen })),
  }
}

/** The most memory a process has had at once, in MiB (Linux). */
export function peakMiB(child: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

/** Kills processes and waits until they are gone. */
export async function ended(...children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
}
