import { sql } from 'kysely'
import type { HandlerContext } from '#core/sync/handler.ts'

/** A line of the next bill: its sum in the account's own pricing, its name as the line's (JSON), and what it comes from. */
export interface NextLine {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly priceMinor: number
  /** The lines of bills it comes from; one product of them is the charge's, else it is the account's own. */
  readonly lineIds: readonly string[]
}

/**
 * Puts a charge on a payer's next bill: the run makes its line, so that bill, PDF, UBL and ledger say the same. Its tax is
 * the standard one, as of every line there is.
 */
export async function putOnNextBill(context: HandlerContext, line: NextLine): Promise<void> {
  const { tx, businessDate, scope } = context
  const of = await productOf(context, line)
  await tx
    .insertInto('charge')
    .values({
      ...{ id: line.id, scope, account_id: line.accountId, ...of, kind: 'oneTime', name: line.name },
      ...{ price_minor: line.priceMinor, timing: 'arrears', active_from: businessDate, active_until: null },
      ...{ at_start: 'prorated', at_end: 'prorated', paused_minor: null, tax_code: 'standard', billed_on: null },
    })
    .execute()
}

/** The one product that its lines are of, while the payer is charged for it; else none, and the payer uses it. */
async function productOf({ tx }: HandlerContext, { accountId, lineIds }: NextLine) {
  const none = { product_id: '', user_id: accountId }
  if (lineIds.length === 0) return none
  const { rows } = await sql<{ product_id: string; user_id: string }>`select distinct charge.product_id, charge.user_id
    from bill_line line join charge on charge.product_id = line.product_id
    where line.id in (${sql.join(lineIds)}) and charge.account_id = ${accountId}`.execute(tx)
  const [one, other] = rows
  return one && !other ? one : none
}
