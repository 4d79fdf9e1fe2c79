import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { frequencies, periodOf } from '#shared/domain/billing/periods.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { among } from '#core/db/among.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { Unit } from '#core/sync/handler.ts'
import { keepAccount, lockAccount } from './keep-account.ts'
import { cycleOf } from './read-facts.ts'

/** A cycle from outside: day 1 to 31 (the last day where a month has fewer), month 1 to 12. */
export const cycleSchema = z.strictObject({
  frequency: z.enum(frequencies),
  cycleDay: z.int().min(1).max(31),
  anchorMonth: z.int().min(1).max(12),
})

/** The market's own: monthly, on the day of its price list. */
export function marketCycle({ cycleDay }: { readonly cycleDay: number }): Cycle {
  return { frequency: 'monthly', cycleDay, anchorMonth: 1 }
}

/** Cycles of payers by id: of their account, or as asked for before there is one; none for all others. */
export async function cyclesOf(
  tx: Transaction<CoreDatabase>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cycle>> {
  if (ids.length === 0) return new Map()
  const asked = await tx.selectFrom('billing_cycle').selectAll().where('customer_id', 'in', among(tx, ids)).execute()
  const accounts = await tx.selectFrom('billing_account').selectAll().where('id', 'in', among(tx, ids)).execute()
  return new Map([
    ...asked.map((row) => [row.customer_id, cycleOf(row)] as const),
    ...accounts.map((row) => [row.id, cycleOf(row)] as const),
  ])
}

/** The cycle of the account that a customer's bills go to: theirs, or of the company above; none where there is no account. */
export async function payingCycles(tx: Transaction<CoreDatabase>, customerId: string): Promise<readonly Cycle[]> {
  let payer = customerId
  for (let level = 0; level < companyLevels; level += 1) {
    const company = await tx
      .selectFrom('company')
      .select(['parent_id', 'bills'])
      .where('id', '=', payer)
      .executeTakeFirst()
    if (company?.bills !== 'parent' || company.parent_id === null) break
    payer = company.parent_id
  }
  const account = await tx.selectFrom('billing_account').selectAll().where('id', '=', payer).executeTakeFirst()
  return account ? [cycleOf(account)] : []
}

const companyLevels = 5

/**
 * Says how often a payer is billed, and from which day. Their account begins with it, or takes it on as long as it has no
 * bill: what was billed by one cycle cannot be told apart by another (CYCLE_FIXED). CUSTOMER_UNKNOWN for nobody.
 */
export async function setCycle(
  unit: Unit,
  customerId: string,
  cycle: Cycle,
): Promise<Result<true, Refusal<'CUSTOMER_UNKNOWN' | 'CYCLE_FIXED'>>> {
  const { tx } = unit
  if (!(await unit.get('customer', customerId))) return refuse('CUSTOMER_UNKNOWN')
  const { frequency, cycleDay: cycle_day, anchorMonth: anchor_month } = cycle
  const set = { frequency, cycle_day, anchor_month }
  await lockAccount(unit, customerId)
  const account = await tx.selectFrom('billing_account').selectAll().where('id', '=', customerId).executeTakeFirst()
  if (account && account.bills > 0) return refuse('CYCLE_FIXED')
  await tx
    .insertInto('billing_cycle')
    .values({ customer_id: customerId, ...set })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(set))
    .execute()
  if (!account) return ok(true)
  // nothing of it is billed: it begins anew with the period its first day lies in
  const next_bill_on = periodOf(account.billed_from, cycle).end
  await tx
    .updateTable('billing_account')
    .set({ ...set, next_bill_on })
    .where('id', '=', customerId)
    .execute()
  // no bill, so no dispute of one either: the day is of no matter
  await keepAccount(unit, customerId, next_bill_on)
  return ok(true)
}
