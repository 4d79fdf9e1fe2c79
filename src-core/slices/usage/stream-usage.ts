import { setImmediate } from 'node:timers/promises'
import { localClock } from '#shared/domain/rating/local-clock.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import type { UsageFile, UsageReject } from '#core/db/billing-schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { AccountRules } from '../bill/ensure-accounts.ts'
import type { FileLine } from './read-usage-file.ts'
import { lineReader, linesIn } from './read-usage-file.ts'
import type { UsageImport } from './import-usage.ts'
import { takeIn } from './take-in.ts'

/** Few enough that desks which are served meanwhile do not notice a commit. */
const linesPerCommit = 500
/** So many of the lines put aside are told to the sender; all are kept. */
const rejectsTold = 100

/** What became of a stream's lines. */
export interface UsageStream extends UsageImport {
  readonly lines: number
  /** The first ones put aside. */
  readonly rejects: readonly Pick<UsageReject, 'line' | 'reason' | 'field'>[]
}

/**
 * Takes a stream of usage in as it comes, judged as a file is (`importUsage`); the next piece is read when the one before is
 * committed, so the sender waits and memory is that of one piece. Broken off, what was whole stays, and the same stream
 * sent again from its start doubles nothing: records are known by their own id, lines put aside by their text.
 * `id` names the stream in what is kept of it. Throws what reading the source throws.
 */
export async function streamUsage(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  source: AsyncIterable<unknown>,
  { id, rules }: { readonly id: string; readonly rules: AccountRules },
): Promise<UsageStream> {
  const read = lineReader()
  const clock = localClock(rules.zone)
  const rejects: UsageStream['rejects'][number][] = []
  let at: UsageFile = {
    ...{ id, name: 'stream', lines_read: 0, stored: 0, known: 0, rejected: 0, late: 0, is_done: 0, columns: '[]' },
  }
  const take = async (lines: readonly FileLine[], isDone: boolean): Promise<void> => {
    const taken = lines.map((line) => ({ line, read: read(line) }))
    const done = await inBatch(store, (batch) => takeIn(batch, at, taken, { clock, rules, isDone, rejectId }))
    at = done.at
    for (const { line, reason, field } of done.rejects.slice(0, rejectsTold - rejects.length))
      rejects.push({ line, reason, field })
    // SQLite answers at once: without a turn of the loop nobody else is served
    await setImmediate()
  }
  for await (const lines of linesIn(source))
    for (let from = 0; from < lines.length; from += linesPerCommit)
      await take(lines.slice(from, from + linesPerCommit), false)
  await take([], true)
  const { lines_read: lines, stored, known, rejected, late } = at
  return { lines, stored, known, rejected, late, rejects }
}

function rejectId({ text }: FileLine): string {
  return `stream/${sha256Hex(text)}`
}
