import type { Kysely } from 'kysely'
import type { PushRequest, PushResponse, PushResult } from '#shared/contract/wire.ts'
import type { CoreDatabase, Device } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'
import { decideCommand } from './decide.ts'

/**
 * Decides the commands of a push one by one, in their order. The caller has made sure that the device is enrolled and
 * that every command is its own. Throws when the database cannot work now; what was decided before that stays decided.
 */
export async function pushCommands(core: CoreRuntime, device: Device, request: PushRequest): Promise<PushResponse> {
  const results = await decideAll(core, device, request)
  core.reached('core.answering')
  await tellHoles(core, device, request)
  const counter = await core.store.db.selectFrom('feed_counter').select('epoch').executeTakeFirstOrThrow()
  return { epoch: counter.epoch, results }
}

/** More desks pull for each word of more than one desk pushes: they hear it every few commands, and at the end. */
const toldEvery = 25

async function decideAll(core: CoreRuntime, device: Device, { commands }: PushRequest): Promise<PushResult[]> {
  const results: PushResult[] = []
  const gathering = core.store.feed.gather()
  try {
    for (const command of commands) {
      results.push(await decideCommand(core, device, command))
      if (results.length % toldEvery === 0) gathering.tell()
    }
  } finally {
    gathering.end()
  }
  return results
}

/** A sequence number that is neither in the ledger, nor in this push, nor still held by the desk is a hole: an alarm. */
async function tellHoles(core: CoreRuntime, device: Device, request: PushRequest): Promise<void> {
  const known = new Set([...request.held, ...request.commands.map((command) => command.deviceSeq)])
  const highest = request.commands.reduce((max, command) => Math.max(max, command.deviceSeq), 0)
  const below = [...known].filter((sequence) => sequence <= highest)
  const missing = highest - below.length - (await inLedgerBesides(core.store.db, device.id, highest, below))
  if (missing > 0) core.log('warn', 'device.hole', { device: device.id, missing, highest })
}

async function inLedgerBesides(
  db: Kysely<CoreDatabase>,
  deviceId: string,
  highest: number,
  besides: readonly number[],
): Promise<number> {
  const row = await db
    .selectFrom('ledger')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('device_id', '=', deviceId)
    .where('device_seq', '<=', highest)
    .where('device_seq', 'not in', [...besides])
    .executeTakeFirstOrThrow()
  return row.count
}
