/**
 * Every named step before or after which a program may die (docs/crash-matrix.md), in the order in which a sale meets
 * them. Whoever adds a durable step adds its names here. None of this is in a package: `LINEDESK_PACKAGE=1 npm run build`
 * takes the calls and this list out (tools/kit/without-faults.ts).
 */
export const crashPoints = [
  // capture: journal, outbox, screen
  'capture.begun',
  'capture.segmentCreated',
  'capture.recordWritten',
  'capture.journalSynced',
  'capture.outboxInserted',
  'capture.outboxCommitted',
  'capture.shown',
  // attachments: kept on the desk, sent ahead of their command
  'blob.partWritten',
  'blob.partSynced',
  'blob.renamed',
  'blob.kept',
  'blob.sent',
  'blob.noted',
  // push: one batch and its answers
  'push.chosen',
  'push.answered',
  'push.decided',
  'push.committed',
  // pull: one page into the cache, its outcomes into the outbox
  'pull.opened',
  'pull.rowsWritten',
  'pull.cursorSet',
  'pull.committed',
  'pull.heard',
  'pull.outcomesDecided',
  'pull.outcomesCommitted',
  // swap: a first load into the next cache file, then the switch
  'swap.rowsCommitted',
  'swap.loaded',
  'swap.indexed',
  'swap.fileSynced',
  'swap.settled',
  'swap.marked',
  'swap.named',
  'swap.reading',
  'swap.removing',
  'swap.removed',
  // start: what a crash left is put right
  'start.setAside',
  'start.journalRead',
  'start.putBack',
  'start.keysWritten',
  // core: one command's transaction
  'core.received',
  'core.claimed',
  'core.handled',
  'core.audited',
  'core.counted',
  'core.committed',
  'core.answering',
  'core.blobStored',
] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Told at each named step. A simulation hands in its own for each desk and core; it may throw to end that one. */
export type Reached = (point: CrashPoint) => void

/** Bugs put in on purpose, so that the fault harness can show that it finds them: `LINEDESK_PLANT=name`. */
export const plants = ['cursorFirst', 'noLedgerLookup', 'noFsync'] as const
export type Plant = (typeof plants)[number]

let met = 0

/**
 * In a real process: `LINEDESK_CRASH_AT=name` or `name:3` ends it like SIGKILL at the first or third time it is there.
 * `LINEDESK_STOP_AT` puts it to sleep there instead, once, until somebody sends SIGCONT.
 */
export const reachedInProcess: Reached = (point) => {
  const kill = process.env['LINEDESK_CRASH_AT']
  const wanted = kill ?? process.env['LINEDESK_STOP_AT']
  if (wanted === undefined || wanted.split(':')[0] !== point) return
  met += 1
  const time = Number(wanted.split(':')[1] ?? 1)
  if (kill !== undefined && met >= time) process.kill(process.pid, 'SIGKILL')
  if (kill === undefined && met === time) process.kill(process.pid, 'SIGSTOP')
}

/** Whether a bug is planted in this process. */
export function isPlanted(plant: Plant): boolean {
  return process.env['LINEDESK_PLANT'] === plant
}
