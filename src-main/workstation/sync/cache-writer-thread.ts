import { randomBytes } from 'node:crypto'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { systemClock, systemLog, systemTimers } from '../system.ts'
import type { CacheOrder, CacheWriterConfig } from './cache-protocol.ts'
import { createCacheWriter } from './cache-writer.ts'

// Entry of the worker thread. Both ends are ours and of one version: what comes is a config and orders by their types.
const port = parentPort
if (!port) throw new Error('the cache writer runs in a worker thread')

// what an agent types and captures goes before what is loaded: elsewhere than on Linux this call would be the whole process's
if (process.platform === 'linux') {
  try {
    setPriority(5)
  } catch {
    // a machine that lets nobody lower a priority: the loading takes its share like everything else
  }
}

const writer = createCacheWriter(
  workerData as CacheWriterConfig,
  { fetch: globalThis.fetch, clock: systemClock, timers: systemTimers, random: randomBytes, log: systemLog },
  (report) => port.postMessage(report),
)

port.on('message', (order: CacheOrder) => {
  if (order.kind !== 'close') return writer.order(order)
  return void writer.close().then(() => {
    port.postMessage({ kind: 'closed' })
    port.close()
  })
})
