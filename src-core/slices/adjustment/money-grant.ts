import type { MoneyGrant } from '#core/db/billing-schema.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { HandlerContext, Unit } from '#core/sync/handler.ts'

/** How long after its lease a credit under a grant may have been entered: two readings of a clock. */
const slackMs = 60_000

/** Locks the days of some people: two decisions by one authority at once, of different customers, see each other. */
export async function lockDays({ tx }: Pick<Unit, 'tx'>, userIds: readonly string[]): Promise<void> {
  for (const id of [...userIds].toSorted())
    await tx
      .updateTable('app_user')
      .set(({ ref }) => ({ role: ref('role') }))
      .where('id', '=', id)
      .execute()
}

/**
 * What of a person's day is gone, minor units: what they gave, and what is signed into leases whether it was spent or not.
 * Of the grant at `deviceId` only what was spent: who asks from that desk has it at hand.
 */
export async function goneOfDay(
  { tx }: Pick<Unit, 'tx'>,
  { userId, day, deviceId, kind = 'credit' }: DayOf,
): Promise<number> {
  const row = await tx
    .selectFrom('adjustment')
    .select(({ fn }) => fn.sum<number>('amount_minor').as('sum'))
    .where('authority_of', '=', userId)
    .where('decided_on', '=', day)
    .where('kind', '=', kind)
    .where('state', '=', 'applied')
    .where('grant_id', 'is', null)
    .executeTakeFirst()
  // no lease lends charges
  const grants = kind === 'credit' ? await grantsOf({ tx }, userId, day) : []
  const lent = grants.map((one) => (one.device_id === deviceId ? one.spent_minor : one.amount_minor))
  return lent.reduce((sum, minor) => sum + minor, Number(row?.sum ?? 0))
}

interface DayOf {
  readonly userId: string
  readonly day: IsoDate
  readonly deviceId: string | null
  readonly kind?: 'credit' | 'charge'
}

async function grantsOf({ tx }: Pick<Unit, 'tx'>, userId: string, day: IsoDate): Promise<readonly MoneyGrant[]> {
  return tx.selectFrom('money_grant').selectAll().where('user_id', '=', userId).where('day', '=', day).execute()
}

/** The grant that a credit names, if it is of this person and desk and was entered under it. */
export async function grantFor(
  { tx, command }: HandlerContext,
  grantId: string | null,
): Promise<MoneyGrant | undefined> {
  if (grantId === null) return undefined
  const row = await tx.selectFrom('money_grant').selectAll().where('id', '=', grantId).executeTakeFirst()
  if (row?.user_id !== command.actor.userId || row.device_id !== command.deviceId) return undefined
  return command.capturedAt <= row.until + slackMs ? row : undefined
}

/** Takes a sum off a grant. */
export async function spendGrant({ tx }: HandlerContext, grantId: string, amountMinor: number): Promise<void> {
  await tx
    .updateTable('money_grant')
    .set((raise) => ({ spent_minor: raise('spent_minor', '+', amountMinor) }))
    .where('id', '=', grantId)
    .execute()
}

/**
 * After a credit that was given online: where the day has less left than the grant at this desk promises, the grant gets
 * less, so that a cable pulled later gives nothing twice.
 */
export async function narrowGrant(
  { tx, command, businessDate }: HandlerContext,
  { userId, perDayMinor }: { readonly userId: string; readonly perDayMinor: number },
): Promise<void> {
  const own = (await grantsOf({ tx }, userId, businessDate)).find((one) => one.device_id === command.deviceId)
  if (!own) return
  const gone = await goneOfDay({ tx }, { userId, day: businessDate, deviceId: null })
  const over = gone - perDayMinor
  if (over <= 0) return
  await tx
    .updateTable('money_grant')
    .set({ amount_minor: Math.max(own.spent_minor, own.amount_minor - over) })
    .where('id', '=', own.id)
    .execute()
}
