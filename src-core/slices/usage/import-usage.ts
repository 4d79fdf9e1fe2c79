import { basename } from 'node:path'
import { localClock } from '#shared/domain/rating/local-clock.ts'
import type { UsageFile } from '#core/db/billing-schema.ts'
import { withMoreCache } from '#core/db/more-cache.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { AccountRules } from '../bill/ensure-accounts.ts'
import { hashOf, lineReader, linesOf } from './read-usage-file.ts'
import type { TakenLine } from './take-in.ts'
import { takeIn } from './take-in.ts'

/** So many that most pages of the index by line are written once for several records. */
const cacheMiB = 128
const linesPerCommit = 10_000

/** What became of a file's lines. */
export type UsageImport = Pick<UsageFile, 'stored' | 'known' | 'rejected' | 'late'>

/**
 * Takes a usage file in, line by line, 10,000 to a commit: records by their own id once, whatever file they come in; what
 * cannot be read, or is nobody's, put aside as it stood with its reason; a record of a period already billed goes to the
 * next bill. Broken off, the same call goes on; a file taken in whole changes nothing. Memory is that of one commit.
 * Throws what reading the file throws.
 */
export async function importUsage(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  file: string,
  rules: AccountRules,
): Promise<UsageImport> {
  const id = await hashOf(file)
  const found = await store.db.selectFrom('usage_file').selectAll().where('id', '=', id).executeTakeFirst()
  let at: UsageFile = found ?? {
    ...{
      id,
      name: basename(file),
      lines_read: 0,
      stored: 0,
      known: 0,
      rejected: 0,
      late: 0,
      is_done: 0,
      columns: '[]',
    },
  }
  if (at.is_done === 1) return at
  await withMoreCache(store, cacheMiB, () => takeAllIn())
  return at

  async function takeAllIn(): Promise<void> {
    const read = lineReader()
    const clock = localClock(rules.zone)
    let waiting: TakenLine[] = []
    const rejectId = ({ line }: { readonly line: number }): string => `${id}/${line}`
    const flush = async (isDone: boolean): Promise<void> => {
      const lines = waiting
      waiting = []
      at = (await inBatch(store, (batch) => takeIn(batch, at, lines, { clock, rules, isDone, rejectId }))).at
    }
    for await (const line of linesOf(file)) {
      // the first line may name the columns, so every line is read, also those of an earlier run
      const what = read(line)
      if (line.line <= at.lines_read) continue
      waiting.push({ line, read: what })
      if (waiting.length >= linesPerCommit) await flush(false)
    }
    await flush(true)
  }
}
