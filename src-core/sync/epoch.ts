import { randomBytes } from 'node:crypto'
import type { CoreStore } from '../db/open-core-database.ts'
import type { CoreRuntime } from '../runtime.ts'
import { refused } from '../http/refusal.ts'
import { isStrangeCursor } from './begin-run.ts'

/**
 * Begins a new epoch: the core's database is an older copy of itself. Desks then load everything anew and send again
 * what they kept; the ledger removes doubles. With `was` only that epoch is ended, so that two who see it at once begin
 * one. Gives the epoch that holds now.
 */
export async function renewEpoch(store: Pick<CoreStore, 'db'>, was?: string): Promise<string> {
  const epoch = randomBytes(12).toString('base64url')
  const update = store.db.updateTable('feed_counter').set({ epoch }).where('id', '=', 1)
  await (was === undefined ? update : update.where('epoch', '=', was)).execute()
  const now = await store.db.selectFrom('feed_counter').select('epoch').executeTakeFirstOrThrow()
  return now.epoch
}

/**
 * Refuses with EPOCH_CHANGED a desk that knows another epoch. A cursor of this very epoch that the feed never stood at
 * proves that the core was restored and nobody said so (docs/adr/0006): then the epoch is renewed here.
 */
export async function checkEpoch(core: CoreRuntime, epoch: string | null, cursor = 0): Promise<void> {
  if (epoch === null || epoch === '') return
  const counter = await core.store.db.selectFrom('feed_counter').select(['epoch', 'value']).executeTakeFirstOrThrow()
  if (counter.epoch !== epoch) throw refused('EPOCH_CHANGED', { epoch: counter.epoch })
  if (!(await isStrangeCursor(core.store, counter.value, cursor))) return
  core.log('error', 'core.restoredUnsaid', { cursor, counter: counter.value })
  throw refused('EPOCH_CHANGED', { epoch: await renewEpoch(core.store, epoch) })
}
