import { parentPort, workerData } from 'node:worker_threads'
import { makePaper } from '#shared/node/make-paper.ts'
import { codeOf, kindOf } from '../storage-problem.ts'
import type { PaperOrder, PaperReport } from './spawn-paper.ts'

// Entry of the worker thread: the only program of the workstation that loads pdfkit.
const port = parentPort
if (!port) throw new Error('contracts are set in a worker thread')

const fontFolder = String(workerData)

port.on('message', ({ number, facts }: PaperOrder) => {
  const answer = (report: PaperReport): void => port.postMessage(report)
  void makePaper(facts, fontFolder).then(
    (bytes) => answer({ number, bytes }),
    (error: unknown) => answer({ number, problem: problemOf(error) }),
  )
})

/** A code or the kind of error: its message may hold what the paper says. */
function problemOf(error: unknown): string {
  return codeOf(error) ?? kindOf(error)
}
