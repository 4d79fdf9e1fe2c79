import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'
import { benchPassword, seedCore, startBenchCore } from './sync-core.ts'
import { openOtherDesk } from './sync-other-desk.ts'
import { pouchdbLoad } from './sync-pouchdb.ts'
import { rawLoad } from './sync-raw.ts'

const changes = 200
const queued = 500
const captures = 200

/**
 * A real core process over loopback and the workstation service in a process of its own, its cache encrypted: the first
 * load until the desk can search, captures meanwhile and after, one change from another desk to this one's page, 500
 * queued commands, and the peak memory of the service over all of it. LINEDESK_BENCH_CUSTOMERS sets how many.
 */
export async function syncBench(tell: (measure: Measure) => void): Promise<void> {
  const customers = Number(process.env['LINEDESK_BENCH_CUSTOMERS'] ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const say = (metric: string, value: number, unit: string, ratio?: number): void =>
    tell({
      bench: 'sync',
      metric,
      value: rounded(value),
      unit,
      ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    })
  const coreFile = join(folder, 'core.db')
  await seedCore(coreFile, customers)
  const core = await startBenchCore(coreFile)
  const desk = openDesk(join(folder, 'desk'), core.address)
  try {
    const load = await firstLoad(desk)
    say('firstLoadStreamedS', load.seconds, 's')
    say('captureWhileLoadingP95Ms', percentile(load.captured, 0.95), 'ms')
    const captured = await desk.captures(captures, 5)
    say('captureP95Ms', Math.max(percentile(captured, 0.95), percentile(load.captured, 0.95)), 'ms')
    await desk.sent()
    const took = await oneChange(desk, core.address)
    say('changeP50Ms', percentile(took, 0.5), 'ms')
    say('changeP95Ms', percentile(took, 0.95), 'ms')
    say('queuedCommandsS', await drain(desk), 's')
    say('servicePeakMiB', peakMiB(desk.child), 'MiB')
    await ended(desk.child, core.child)
    const raw = rawLoad(coreFile, join(folder, 'raw.db'))
    say('firstLoadRows', raw.rows, 'rows')
    say('rawLoadS', raw.seconds, 's', load.seconds / raw.seconds)
    const pouchdb = pouchdbLoad(coreFile, folder)
    if (!pouchdb) console.error('no PouchDB: npm install --prefix bench/peers')
    else {
      const perSecond = raw.rows / load.seconds
      say('firstLoadOverPouchdb', perSecond, 'rows/s', perSecond / pouchdb.perSecond)
      say('pouchdb', pouchdb.perSecond, 'rows/s')
    }
  } finally {
    await ended(desk.child, core.child)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

type BenchDesk = ReturnType<typeof openDesk>

/** From the core's address to a desk that can search; a case is begun now and then as soon as somebody is signed in. */
async function firstLoad(desk: BenchDesk) {
  const began = performance.now()
  const tile = await desk.until('staff.people', (value: { people: { userId: string; role: string }[] }) =>
    value.people.find(({ role }) => role === 'store'),
  )
  await desk.ask('staff.signIn', { tile: tile.userId })
  const captured: number[] = []
  let isLoading = true
  const capturing = (async () => {
    while (isLoading) captured.push(...(await desk.captures(1, 100)))
  })()
  await desk.until('desk.startup', (value: { isReady: boolean }) => (value.isReady ? true : undefined))
  const seconds = (performance.now() - began) / 1000
  isLoading = false
  await capturing
  await desk.sent()
  return { seconds, captured }
}

/** From another desk's push to the event that tells this desk's page of it: decided, fed, pulled, in the mirror. */
async function oneChange(desk: BenchDesk, address: string): Promise<readonly number[]> {
  const other = await openOtherDesk(address)
  const took: number[] = []
  for (let index = 0; index < changes + 20; index++) {
    await new Promise((next) => setTimeout(next, 20))
    const seen = desk.nextChange('interaction')
    const began = performance.timeOrigin + performance.now()
    await other.push()
    if (index >= 20) took.push((await seen) - began)
    else await seen
  }
  return took
}

/** 500 commands captured with the cable pulled: seconds from putting it back until the core has decided them all. */
async function drain(desk: BenchDesk): Promise<number> {
  await desk.ask('desk.setCable', { isPulled: true })
  await desk.captures(queued, 0)
  await desk.ask('desk.setCable', { isPulled: false })
  const began = performance.now()
  await desk.sent()
  return (performance.now() - began) / 1000
}

function openDesk(folder: string, address: string) {
  mkdirSync(folder)
  const child = fork(resolve(import.meta.dirname, 'sync-desk.ts'), [folder, address, benchPassword])
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
    sent: () => until('desk.status', (value: { toSend: number }) => (value.toSend === 0 ? true : undefined)),
    nextChange: (topic: string) => new Promise<number>((seen) => (watching = { topic, seen })),
  }
}

function peakMiB(child: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

async function ended(...children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
}
