import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { CorePlace } from '#main/workstation/workstation.ts'
import { createWorkstation } from '#main/workstation/create-workstation.ts'
import { paperThread } from '#main/workstation/paper/spawn-paper.ts'
import { deskHandlers } from '#main/workstation/slices/index.ts'
import { cacheWriterThread } from '#main/workstation/sync/spawn-cache-writer.ts'
import { systemClock, systemLog, systemTimers } from '#main/workstation/system.ts'
import { testKey } from '#main/workstation/test-desk.ts'

// The service of a desk in plain Node, in a process of its own that can be killed: threads, files and line are real.
const desk = createWorkstation({
  folder: process.argv[2] ?? '',
  key: testKey,
  version: '0.0.0',
  clock: systemClock,
  timers: systemTimers,
  random: randomBytes,
  fetch: globalThis.fetch,
  spawnCacheWriter: cacheWriterThread(import.meta.url, () => process.exit(3)),
  makePdf: paperThread(import.meta.url, {
    fontFolder: resolve(import.meta.dirname, '../../resources/fonts'),
    timers: systemTimers,
  }),
  handlers: deskHandlers,
  log: systemLog,
})

/** As the starter sends them: one program, one version. */
type Message = { readonly setCore: CorePlace } | { readonly id: number; readonly name: string; readonly input: unknown }

process.on('message', (message: Message) => {
  if ('setCore' in message) desk.setCore(message.setCore)
  else void desk.call(message.name, message.input).then((reply) => process.send?.({ id: message.id, reply }))
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
