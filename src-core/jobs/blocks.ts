import type { WorkPolicy } from '#shared/domain/catalogue/policies.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { endLeases, leaseNumbers, leaseSims, renewBlock } from '../slices/number/lease-block.ts'
import { policiesOf } from '../sync/market.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface BlocksOptions {
  readonly core: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly timers: Timers
  readonly onProblem?: (error: unknown) => void
}

const everyMs = 5_000
const rowsPerUnit = 200

/**
 * Keeps a block of phone numbers and SIM cards with every desk somebody is signed in at, so that what desks choose without
 * the core cannot collide; a desk away for as long as the policy says, or revoked, gives its block back.
 */
export function createBlocks({ core, clock, timers, onProblem }: BlocksOptions): Job {
  const run = async (): Promise<void> => {
    await giveBack(core, clock.now())
    const desks = await desksThere(core, clock.now())
    for (const scope of new Set(desks.map((desk) => desk.scope))) {
      const policies = await policiesOf(core.db, scope)
      const here = desks.filter((desk) => desk.scope === scope)
      if (policies) await fill(core, scope, here, policies.work, clock)
    }
  }
  return createJob({ run, everyMs, timers, ...(onProblem ? { onProblem } : {}) })
}

async function fill(
  core: BlocksOptions['core'],
  scope: string,
  desks: readonly { readonly id: string }[],
  work: WorkPolicy,
  clock: Clock,
): Promise<void> {
  const share = {
    numbers: await shareOf(core, 'phone_number', 'free', scope, work, desks.length),
    sims: await shareOf(core, 'sim_card', 'inStock', scope, work, desks.length),
  }
  for (const { id: deviceId } of desks) {
    const facts = { deviceId, scope, work, share, now: clock.now() }
    if (!(await isShort(core, facts))) continue
    await inUnit(core, async (unit) => {
      await renewBlock(unit, facts)
      await leaseNumbers(unit, facts)
      await leaseSims(unit, facts)
    })
  }
}

/** What one desk may hold, so that the policy's part of all that is to be had stays for everyone. */
async function shareOf(
  core: BlocksOptions['core'],
  table: 'phone_number' | 'sim_card',
  state: string,
  scope: string,
  work: WorkPolicy,
  desks: number,
): Promise<number> {
  const row = await core.db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('scope', '=', scope)
    .where('state', 'in', [state, 'leased'])
    .executeTakeFirstOrThrow()
  return Math.floor((Number(row.count) * (100 - work.commonPercent)) / 100 / Math.max(1, desks))
}

/** Whether a block has less than half of what it should hold, or its lease is to be written on: looked at without a lock. */
async function isShort(
  core: BlocksOptions['core'],
  facts: { deviceId: string; work: WorkPolicy; share: { numbers: number; sims: number }; now: Instant },
): Promise<boolean> {
  const { deviceId, work, share, now } = facts
  const wanted = {
    phone_number: Math.min(work.numberBlock, share.numbers),
    sim_card: Math.min(work.simBlock, share.sims),
  }
  const renewBefore = now + (work.blockKeptDays - 1) * 86_400_000
  for (const table of ['phone_number', 'sim_card'] as const) {
    const rows = await core.db
      .selectFrom(table)
      .select('leased_until')
      .where('leased_to', '=', deviceId)
      .where('state', '=', 'leased')
      .execute()
    if (rows.length * 2 < wanted[table] || rows.some((row) => (row.leased_until ?? 0) < renewBefore)) return true
  }
  return false
}

async function desksThere(core: BlocksOptions['core'], now: Instant) {
  return core.db
    .selectFrom('device')
    .innerJoin('app_session', 'app_session.device_id', 'device.id')
    .select(['device.id', 'device.scope'])
    .distinct()
    .where('device.revoked_at', 'is', null)
    .where('app_session.until', '>', now)
    .orderBy('device.id')
    .execute()
}

/** Leases that are over, and those of revoked desks from this moment on. */
async function giveBack(core: BlocksOptions['core'], now: Instant): Promise<void> {
  for (;;) {
    const ended = {
      numbers: await endedIn(core, 'phone_number', now),
      sims: await endedIn(core, 'sim_card', now),
    }
    const count = Math.max(ended.numbers.length, ended.sims.length)
    if (count > 0) await inUnit(core, (unit) => endLeases(unit, ended, now))
    if (count < rowsPerUnit) return
  }
}

async function endedIn(
  core: BlocksOptions['core'],
  table: 'phone_number' | 'sim_card',
  now: Instant,
): Promise<readonly string[]> {
  const rows = await core.db
    .selectFrom(table)
    .select('id')
    .where('state', '=', 'leased')
    .where((where) =>
      where.or([
        where('leased_until', '<=', now),
        where('leased_to', 'in', where.selectFrom('device').select('device.id').where('revoked_at', 'is not', null)),
      ]),
    )
    .orderBy('id')
    .limit(rowsPerUnit)
    .execute()
  return rows.map(({ id }) => id)
}
