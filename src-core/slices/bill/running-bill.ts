import { composeBill } from '#shared/domain/bill/compose-bill.ts'
import type { RunningBill } from '#shared/domain/bill/core-contract.ts'
import type { BillUsageRow } from '#shared/domain/rating/rows.ts'
import type { BillLineRow, BillRow, BillTaxRow } from '#shared/domain/bill/rows.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { billRows } from './bill-rows.ts'
import type { BillingRules } from './billing-rules.ts'
import { readFacts } from './read-facts.ts'

/**
 * What a payer's bill would be if it were made on a day of the running period: fees in arrears for the days until then, and
 * the usage that came in, as the rows the run will write. Undefined for no payer of this market.
 */
export async function runningBill(
  { reader }: Pick<CoreStore, 'reader'>,
  rules: BillingRules,
  { customerId, scope, today }: { readonly customerId: string; readonly scope: string; readonly today: IsoDate },
): Promise<RunningBill | undefined> {
  const read = await reader.transaction().execute(async (tx) => {
    const account = await tx
      .selectFrom('billing_account')
      .selectAll()
      .where('id', '=', customerId)
      .where('scope', '=', scope)
      .executeTakeFirst()
    return account && (await readFacts(tx, [account], rules))[0]
  })
  if (!read) return undefined
  const until = today < read.account.next_bill_on ? today : read.account.next_bill_on
  const charges = read.facts.charges.map((charge) => {
    const { activeUntil, timing } = charge
    const isCut = timing === 'arrears' && charge.kind !== 'oneTime' && (activeUntil === null || activeUntil > until)
    return isCut ? { ...charge, activeUntil: until } : charge
  })
  const bill = composeBill({ ...read.facts, charges })
  if (!bill.ok) throw new Error(`${bill.error.code} ${JSON.stringify(bill.error.details)}`)
  const all = billRows(read, bill.value, { dueDays: rules.dueDays, hasFreeUsage: true })
  const of = <T>(table: string): T[] => all.flatMap((one) => (one.table === table ? (one.rows as T[]) : [])) // billRows' own tables
  const [row] = of<BillRow>('bill')
  if (!row) throw new Error('a bill without its row')
  return {
    until,
    bill: { ...row, state: 'new' },
    lines: of<BillLineRow>('bill_line'),
    taxes: of<BillTaxRow>('bill_tax'),
    usage: of<BillUsageRow>('bill_usage'),
  }
}
