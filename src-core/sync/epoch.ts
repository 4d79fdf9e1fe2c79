import { randomBytes } from 'node:crypto'
import type { RecordingCore } from '../db/put-on-record.ts'
import { atTerminal } from '../db/put-on-record.ts'
import { inUnit } from '../db/unit.ts'
import type { CoreRuntime } from '../runtime.ts'
import { refused } from '../http/refusal.ts'
import { isStrangeCursor } from './begin-run.ts'

/**
 * Begins a new epoch: the core's database is an older copy of itself, as somebody said (`declared`) or as was found out.
 * Desks then load everything anew and send again what they kept; the ledger removes doubles. It is on record. With `was`
 * only that epoch is ended, so that two who see it at once begin one. Gives the epoch that holds now.
 */
export async function renewEpoch(core: RecordingCore, why: 'declared' | 'unsaid', was?: string): Promise<string> {
  const epoch = randomBytes(12).toString('base64url')
  await inUnit(core.store, async (unit) => {
    const update = unit.tx.updateTable('feed_counter').set({ epoch, epoch_why: why }).where('id', '=', 1)
    const done = await (was === undefined ? update : update.where('epoch', '=', was)).executeTakeFirst()
    if (done.numUpdatedRows === 0n) return
    const type = why === 'declared' ? 'core.restored' : 'core.restoredUnsaid'
    const facts = { ...atTerminal, type, touches: [`epoch:${epoch}`], result: 'applied', bodyHash: '' }
    unit.record({ ...facts, id: core.ids.next(), at: core.clock.now() })
  })
  const now = await core.store.db.selectFrom('feed_counter').select('epoch').executeTakeFirstOrThrow()
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
  throw refused('EPOCH_CHANGED', { epoch: await renewEpoch(core, 'unsaid', epoch) })
}
