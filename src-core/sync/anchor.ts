import type { Transaction } from 'kysely'
import type { Anchor, HeldAnchor } from '#shared/contract/anchor.ts'
import { anchorSchema } from '#shared/contract/anchor.ts'
import type { SignedText } from '#shared/domain/staff/lease.ts'
import { signText } from '#shared/node/crypto.ts'
import { coreKeysOf } from '../db/core-keys.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import type { CoreDatabase, Device, FeedCounter } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'

/** What is signed last is asked for by every desk that pulls next. */
const signed = new WeakMap<CoreStore, SignedText>()

/** The audit's head in a snapshot of the feed, with what stands at the place that the desk asked about, signed. */
export async function anchorOf(
  store: CoreStore,
  tx: Transaction<CoreDatabase>,
  counter: Pick<FeedCounter, 'epoch'> &
    Readonly<Record<'audit_sequence', number>> &
    Readonly<Record<'audit_head' | 'epoch_why', string>>,
  asked: HeldAnchor | undefined,
): Promise<{ readonly anchor: SignedText; readonly isKnown: boolean }> {
  const found =
    asked && (await tx.selectFrom('audit').select('hash').where('sequence', '=', asked.sequence).executeTakeFirst())
  const before = asked ? { sequence: asked.sequence, hash: found?.hash ?? '' } : null
  const { epoch, epoch_why: why, audit_sequence: sequence, audit_head: hash } = counter
  const anchor: Anchor = anchorSchema.parse({ epoch, why, sequence, hash, before })
  const isDeclared = asked !== undefined && asked.epoch !== epoch && why === 'declared'
  const text = JSON.stringify(anchor)
  const known = signed.get(store)
  const isKnown = isDeclared || before?.hash === asked?.hash
  if (known?.text === text) return { anchor: known, isKnown }
  const made = { text, signature: signText((await coreKeysOf(store.db)).signing.privateKey, 'audit anchor', text) }
  signed.set(store, made)
  return { anchor: made, isKnown }
}

/**
 * A desk holds on to a link that this chain does not have: the database is another copy, or was changed. An alarm, once
 * for each such link, and on record.
 */
export async function tellUnknownAnchor(core: CoreRuntime, device: Device, asked: HeldAnchor): Promise<void> {
  const { store, clock, ids } = core
  const isNew = await inUnit(store, async (unit) => {
    const done = await unit.tx
      .insertInto('alarm')
      .values({
        id: `anchor:${device.id}:${asked.sequence}:${asked.hash}`,
        at: clock.now(),
        device_id: device.id,
        kind: 'anchorUnknown',
        details: JSON.stringify({ ...asked }),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (done.numInsertedOrUpdatedRows !== 1n) return false
    const facts = {
      userId: 'core',
      deviceId: device.id,
      type: 'core.anchorUnknown',
      touches: [`audit:${asked.sequence}`],
    }
    unit.record({ ...facts, id: ids.next(), at: clock.now(), result: 'rejected', bodyHash: asked.hash })
    return true
  })
  if (isNew) core.log('error', 'audit.anchorUnknown', { device: device.id, sequence: asked.sequence })
}
