import type { Desk } from '#main/workstation/desk.ts'
import { authoritiesOf, bestReversal, judgeReversal } from '#shared/domain/adjustment/authority.ts'
import { chargeIdOf } from '#shared/domain/adjustment/charge.ts'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'

type Known = Pick<Desk, 'view' | 'policies' | 'businessDate' | 'session'>

/** Why whoever sits here can not take a credit or charge back, by the rows of this desk; the core judges again. */
export function reversalOff(
  desk: Known,
  row: AdjustmentRow,
): { readonly off: CreditView['reverseOff']; readonly upToMinor: number } {
  const [policy, session] = [desk.policies()?.authority, desk.session()]
  if (row.state !== 'applied') return { off: 'NOT_GIVEN', upToMinor: 0 }
  if (row.kind === 'charge' && isBilled(desk, row)) return { off: 'CHARGE_BILLED', upToMinor: 0 }
  if (!policy || !session) return { off: 'NO_AUTHORITY', upToMinor: 0 }
  const giver = roleSchema.safeParse(desk.view.get('colleague', row.authority_of)?.row.role).data
  const givenBy = { userId: row.authority_of, perItemMinor: (giver && policy.roles[giver]?.perItemMinor) ?? 0 }
  const kin = desk.view.where('staff_kin', 'customer_id', row.customer_id).map(({ row: one }) => one.user_id)
  const handed = desk.view.where('delegation', 'to_id', session.userId).map(({ row: one }) => one)
  const judged = authoritiesOf(session, handed, desk.businessDate(), policy).map((authority) => {
    const isOwnHousehold = kin.includes(session.userId) || kin.includes(authority.userId)
    return judgeReversal({ amountMinor: row.amount_minor, givenBy, isOwnHousehold }, authority)
  })
  const best = bestReversal(judged)
  if (!best) return { off: 'NO_AUTHORITY', upToMinor: 0 }
  if (best.kind === 'above') return { off: 'ABOVE_AUTHORITY', upToMinor: best.leftMinor }
  return { off: best.kind === 'never' ? best.code : null, upToMinor: row.amount_minor }
}

/** Whether a bill on this desk holds the charge. */
function isBilled({ view }: Known, { id, kind, customer_id }: AdjustmentRow): boolean {
  const rows = view.sql<{ readonly id: string }>(
    `select bill_line.id from bill join bill_line on bill_line.bill_id = bill.id
      where bill.customer_id = ? and bill.kind = 'bill' and bill_line.charge_id = ? limit 1`,
    customer_id,
    chargeIdOf(id, kind),
  )
  return rows.length > 0
}
