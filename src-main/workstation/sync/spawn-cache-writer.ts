import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CacheReport, SpawnCacheWriter } from './cache-protocol.ts'
import type { CacheWriterOutside } from './cache-writer.ts'
import { createCacheWriter } from './cache-writer.ts'

/**
 * Runs the cache writer in a thread of its own. `entryUrl` is `import.meta.url` of the program's entry: built, the
 * thread's file lies beside it; from source, in this folder.
 */
export function cacheWriterThread(entryUrl: string, onDeath: (message: string) => void): SpawnCacheWriter {
  const own = dirname(fileURLToPath(entryUrl))
  const file = entryUrl.endsWith('.ts')
    ? join(dirname(fileURLToPath(import.meta.url)), 'cache-writer-thread.ts')
    : join(own, 'cache-writer.js')
  return (config, onReport) => {
    const worker = new Worker(file, { workerData: config, name: 'cache writer' })
    let isClosing = false
    let isGone = false
    const gone = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        isGone = true
        resolve()
      })
    })
    worker.on('message', (report: CacheReport) => onReport(report))
    worker.on('error', (error) => {
      if (!isClosing) onDeath(error.name)
    })
    return {
      order: (order) => {
        if (!isGone) worker.postMessage(order)
      },
      close: async () => {
        isClosing = true
        if (!isGone) worker.postMessage({ kind: 'close' })
        await gone
      },
    }
  }
}

/** Runs the cache writer on the caller's own thread: for tests and simulations. */
export function cacheWriterInline(outside: CacheWriterOutside): SpawnCacheWriter {
  return (config, onReport) => createCacheWriter(config, outside, onReport)
}
