import { randomBytes } from 'node:crypto'
import { cacheNumbers } from '#main/workstation/db/cache-files.ts'
import { openCacheForReading } from '#main/workstation/db/open-cache.ts'
import { createWorkstation } from '#main/workstation/create-workstation.ts'
import { deskHandlers } from '#main/workstation/slices/index.ts'
import { cacheWriterThread } from '#main/workstation/sync/spawn-cache-writer.ts'
import { systemClock, systemTimers } from '#main/workstation/system.ts'

// The workstation service in a process of its own, as the shell runs it: its cache writer in a thread, real files. What
// it is asked comes over IPC: `name` and `input` of a procedure, or `capture` with how many cases to begin.
const folder = process.argv[2] ?? ''
const address = process.argv[3] ?? ''
const demoPassword = process.argv[4] ?? ''
const key = new Uint8Array(32).fill(7)
const now = (): number => performance.timeOrigin + performance.now()

const desk = createWorkstation({
  folder,
  key,
  version: '0.0.0',
  clock: systemClock,
  timers: systemTimers,
  random: randomBytes,
  fetch: globalThis.fetch,
  spawnCacheWriter: cacheWriterThread(import.meta.url, (message) => {
    console.error(message)
    process.exit(3)
  }),
  makePdf: () => Promise.reject(new Error('no paper in a benchmark')),
  handlers: deskHandlers,
  log: (event, facts) => {
    if (process.env['LINEDESK_LOG'] === '1') process.stderr.write(`${event} ${JSON.stringify(facts)}\n`)
  },
})
desk.onEvent(({ payload }) => process.send?.({ changed: payload, at: now() }))
desk.setCore({ address, embedded: true, demoPassword })

interface Asked {
  readonly id: number
  readonly name: string
  readonly input: unknown
  /** Instead of a procedure: begins so many cases, and answers with how long each took to be saved. */
  readonly captures?: number
  readonly pauseMs?: number
  /** Instead of a procedure: answers with the place of the mirror in the feed. */
  readonly cursor?: true
}

// the other end is the benchmark's own
process.on('message', (asked: Asked) => {
  void answer(asked).then((reply) => process.send?.({ id: asked.id, reply, at: now() }))
})

async function answer({ name, input, captures, pauseMs = 0, cursor }: Asked): Promise<unknown> {
  if (cursor) return cursorOf()
  if (captures === undefined) return desk.call(name, input)
  const took: number[] = []
  for (let index = 0; index < captures; index++) {
    if (pauseMs > 0) await new Promise((next) => setTimeout(next, pauseMs))
    const began = performance.now()
    const reply = await desk.call('interaction.startCase', { channel: 'walkIn', customerId: null })
    took.push(performance.now() - began)
    if (!reply.ok) throw new Error(reply.error.code)
  }
  return took
}

function cursorOf(): number {
  const cache = openCacheForReading(folder, cacheNumbers(folder).at(-1) ?? 0, key, () => undefined)
  const cursor = Number(cache?.prepare('select cursor from sync_state').pluck().get() ?? 0)
  cache?.close()
  return cursor
}

process.on('disconnect', () => process.exit(0))
