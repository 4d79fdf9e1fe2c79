import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PaperFacts } from '#shared/node/make-paper.ts'
import type { Timers } from '../outside.ts'
import type { MakePdf } from './paper.ts'

/** What goes to the thread, and what comes back. Both ends are ours and of one version. */
export interface PaperOrder {
  readonly number: number
  readonly facts: PaperFacts
}
export type PaperReport =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly problem: string }

export interface PaperOptions {
  /** Holds the two fonts of the contract. */
  readonly fontFolder: string
  readonly timers: Timers
}

/** A thread that neither works nor answers for so long is ended; the next contract starts another. */
const quietMs = 60_000

/**
 * Makes PDFs in a thread of its own, so that whoever saves something meanwhile does not wait, started at the first one.
 * `entryUrl` is `import.meta.url` of the program's entry: built, the thread's file lies beside it; from source, in this
 * folder. When the thread dies, what it was making is rejected.
 */
export function paperThread(entryUrl: string, { fontFolder, timers }: PaperOptions): MakePdf {
  const file = entryUrl.endsWith('.ts')
    ? join(dirname(fileURLToPath(import.meta.url)), 'paper-thread.ts')
    : join(dirname(fileURLToPath(entryUrl)), 'paper.js')
  let running: Running | undefined
  let count = 0

  return (facts) => {
    const to = (running ??= start())
    count += 1
    return to.make({ number: count, facts })
  }

  function start(): Running {
    const worker = new Worker(file, { workerData: fontFolder, name: 'paper' })
    worker.unref() // a contract nobody waits for any more keeps no process alive
    const waiting = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>()
    let cancelEnd = () => {}
    const endWhenQuiet = (): void => {
      cancelEnd()
      cancelEnd = timers.after(quietMs, end)
    }
    const end = (): void => {
      if (running === own) running = undefined
      void worker.terminate()
    }
    const own: Running = {
      make: (order) =>
        new Promise((resolve, reject) => {
          waiting.set(order.number, { resolve, reject })
          worker.postMessage(order)
          endWhenQuiet()
        }),
    }
    worker.on('message', (report: PaperReport) => {
      const asked = waiting.get(report.number)
      waiting.delete(report.number)
      if ('bytes' in report) asked?.resolve(report.bytes)
      else asked?.reject(new Error(report.problem))
      endWhenQuiet()
    })
    worker.on('error', () => undefined) // what it died of says nothing to whoever waits: `exit` follows
    worker.on('exit', () => {
      cancelEnd()
      if (running === own) running = undefined
      for (const { reject } of waiting.values()) reject(new Error('the paper thread ended'))
    })
    return own
  }
}

interface Running {
  readonly make: (order: PaperOrder) => Promise<Uint8Array>
}
