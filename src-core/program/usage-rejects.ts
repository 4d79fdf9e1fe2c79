import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { atTerminal, putOnRecord } from '../db/put-on-record.ts'
import type { OpenReject } from '../slices/usage/usage-rejects.ts'
import { openRejects, retryRejects, settleReject } from '../slices/usage/usage-rejects.ts'
import type { Settings } from './arguments.ts'
import { systemIds } from './open-core.ts'
import { problemError } from './problem.ts'
import { withMarket, write } from './with-market.ts'

/**
 * `core usage-rejects [--out F]`: what was put aside of usage, a line of JSON each, on the terminal or in a file; with
 * `--retry` tried again; with `--file F --line N` that one line marked as dealt with. What leaves the core and what is marked
 * is on record. Throws MARKET_MISSING, OUT_UNWRITABLE or REJECT_UNKNOWN.
 */
export async function mendRejects(settings: Settings): Promise<void> {
  const { file, line, isRetry, out } = settings
  await withMarket(settings, async (store, rules) => {
    if (isRetry) {
      const { stored, late, known, left } = await retryRejects(store, rules)
      return write('core.rejectsRetried', { stored, late, known, left })
    }
    if (file !== undefined && line !== undefined) {
      const id = await settleReject(store, file, line)
      if (id === undefined) throw problemError('REJECT_UNKNOWN', { file, line })
      await onRecord(store, 'core.settleUsageReject', `usageReject:${id}`)
      return write('core.rejectSettled', { file, line })
    }
    await onRecord(store, 'core.exportUsageRejects', 'usageReject:*')
    if (out === undefined) return listOn(process.stdout, store)
    write('core.rejectsWritten', { out, lines: await listIn(out, store) })
  })
}

async function listOn(terminal: NodeJS.WritableStream, store: CoreStore): Promise<void> {
  for await (const rejects of openRejects(store)) if (!terminal.write(textOf(rejects))) await once(terminal, 'drain')
}

/** In a file that only its owner reads: it says who called whom. */
async function listIn(out: string, store: CoreStore): Promise<number> {
  let lines = 0
  const unwritable = (): never => {
    throw problemError('OUT_UNWRITABLE', { out })
  }
  const handle = await open(out, 'w', 0o600).catch(unwritable)
  try {
    for await (const rejects of openRejects(store)) {
      await handle.writeFile(textOf(rejects)).catch(unwritable)
      lines += rejects.length
    }
  } finally {
    await handle.close()
  }
  return lines
}

function textOf(rejects: readonly OpenReject[]): string {
  return rejects
    .map(({ reason, field, file, file_id: fileId, line, record_id: recordId, columns, text }) => {
      const shown = { reason, field, file, fileId, line, recordId, ...(columns.length > 0 ? { columns } : {}), text }
      return `${JSON.stringify(shown)}\n`
    })
    .join('')
}

function onRecord(store: CoreStore, type: string, touched: string): Promise<void> {
  const core = { store, clock: systemClock, ids: systemIds(systemClock) }
  return putOnRecord(core, { ...atTerminal, type, touches: [touched], bodyHash: '' })
}
