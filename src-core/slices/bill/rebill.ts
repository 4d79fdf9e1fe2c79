import type { BillRow } from '#shared/domain/bill/rows.ts'
import { periodOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { isMirrorTable } from '#shared/contract/mirror.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import type { BatchRows } from '#core/db/write-batch.ts'
import type { Unit } from '#core/sync/handler.ts'
import { billRows } from './bill-rows.ts'
import type { BillingRules } from './billing-rules.ts'
import type { CreditBillRefusal } from './credit-bill.ts'
import { creditBill } from './credit-bill.ts'
import { keepAccount, lockAccount } from './keep-account.ts'
import { cycleOf, readFacts } from './read-facts.ts'
import { composed, hasFreeUsage } from './run-bills.ts'

/** A bill put right: the credit note that took it back, and the bill of the same period that replaces it. */
export interface Rebill {
  readonly noteId: string
  /** Null where nothing of the period is owed any more, or a later bill took it up. */
  readonly bill: BillRow | null
  /** Records that have no price and wait. */
  readonly unpriced: number
}

export type RebillRefusal = CreditBillRefusal | 'CYCLE_CHANGED'

/**
 * Takes a bill back and makes the bill of its period anew at once, by all that is known on that day: prices, days, usage.
 * It has a number and a date of its own, names the bill it replaces, and takes what was paid as the customer's credit. A bill
 * that `creditBill` took back already only gets its rebill. In one transaction; done twice it is done once. Refused as
 * `creditBill`: BILL_CREDITED where it was all given back but not as a correction; CYCLE_CHANGED where the payer's bills are
 * of other periods by now.
 */
export async function rebill(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  billId: string,
  rules: BillingRules,
  on: IsoDate,
): Promise<Result<Rebill, Refusal<RebillRefusal>>> {
  const isFree = await hasFreeUsage(store, rules)
  return inUnit(store, (unit) => rebillIn(unit, billId, { rules, on, isFree }))
}

interface Turn {
  readonly rules: BillingRules
  readonly on: IsoDate
  readonly isFree: boolean
}

async function rebillIn(
  unit: Unit,
  billId: string,
  { rules, on, isFree }: Turn,
): Promise<Result<Rebill, Refusal<RebillRefusal>>> {
  const { tx } = unit
  const id = `${billId}:rebill`
  const before = await tx.selectFrom('bill').selectAll().where('id', '=', billId).executeTakeFirst()
  if (before?.kind !== 'bill') return refuse('BILL_UNKNOWN')
  await lockAccount(unit, before.customer_id)
  const account = await tx
    .selectFrom('billing_account')
    .selectAll()
    .where('id', '=', before.customer_id)
    .executeTakeFirstOrThrow()
  const period = periodOf(addDays(before.period_end, -1), cycleOf(account))
  if (period.start !== before.period_start || period.end !== before.period_end) return refuse('CYCLE_CHANGED')
  const note = await takenBack(unit, before, on)
  if (!note.ok) return note
  const known = await unit.get('bill', id)
  if (known) return ok({ noteId: note.value, bill: known, unpriced: 0 })
  const opening = await tx.selectFrom('bill_opening').selectAll().where('bill_id', '=', billId).executeTakeFirst()
  // its series has gone on by the note, and its allowances stand where they stood when the period began
  const counted = await tx
    .selectFrom('billing_account')
    .select('bills')
    .where('id', '=', account.id)
    .executeTakeFirstOrThrow()
  const then = { ...account, ...counted, next_bill_on: before.period_end, allowances: opening?.allowances ?? '[]' }
  const [of] = await readFacts(tx, [then], rules)
  if (!of) throw new Error('a payer without facts')
  const bill = composed(of)
  const unpriced = of.unpriced.length
  if (bill.lines.length === 0) return ok({ noteId: note.value, bill: null, unpriced })
  const again = { id, on, aboutId: billId }
  await write(unit, billRows(of, bill, { dueDays: rules.dueDays, hasFreeUsage: isFree, again }))
  const once = bill.lines.flatMap(({ kind, chargeId }) => (kind === 'oneTime' && chargeId !== null ? [chargeId] : []))
  if (once.length > 0) await tx.updateTable('charge').set({ billed_on: on }).where('id', 'in', once).execute()
  // where a later bill was made, allowances went on from it
  const isLast = account.next_bill_on === periodOf(before.period_end, cycleOf(account)).end
  await tx
    .updateTable('billing_account')
    .set({
      bills: counted.bills + 1,
      ...(isLast ? { allowances: of.allowances } : {}),
    })
    .where('id', '=', account.id)
    .execute()
  await keepAccount(unit, account.id, on)
  return ok({ noteId: note.value, bill: (await unit.get('bill', id)) ?? null, unpriced })
}

/** The credit note that took a bill back: made now, or on record. */
async function takenBack(unit: Unit, bill: BillRow, on: IsoDate): Promise<Result<string, Refusal<CreditBillRefusal>>> {
  const by = bill.credited_by === null ? undefined : await unit.get('bill', bill.credited_by)
  if (by?.reason === 'correction') return ok(by.id)
  const id = `${bill.id}:note`
  const made = await creditBill(unit, { id, billId: bill.id, on })
  return made.ok ? ok(id) : made
}

const rowsAtOnce = 500

async function write(unit: Unit, all: readonly BatchRows[]): Promise<void> {
  for (const { table, rows } of all) {
    if (isMirrorTable(table)) {
      // rows of a mirrored table as billRows makes them
      for (const row of rows) await unit.insert(table, row as Parameters<Unit['insert']>[1])
      continue
    }
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await unit.tx
        .insertInto(table)
        .values([...rows.slice(from, from + rowsAtOnce)] as never) // as billRows makes them for this table
        .execute()
  }
}
