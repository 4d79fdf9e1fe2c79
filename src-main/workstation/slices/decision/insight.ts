import { z } from 'zod'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { partsSchema } from '#shared/domain/adjustment/rows.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { addDays, utcDateOf } from '#shared/kernel/date.ts'
import { ok } from '#shared/kernel/result.ts'
import type { CountedDispute, GivenCredit } from '#shared/domain/dispute/insight.ts'
import { insightOf, insightWeeks } from '#shared/domain/dispute/insight.ts'

/** Counted from the rows of this desk, which holds every credit and dispute of its market. */
export const insight = defineDeskHandler('decision.insight', (desk) => {
  const { cuts, inTime, repeats, ...view } = insightOf(desk.businessDate(), creditsOf(desk), disputesOf(desk))
  const policy = desk.policies()?.disputes
  return ok({
    ...view,
    cuts: {
      ...{ reason: [...cuts.reason], agent: [...cuts.agent], product: [...cuts.product], week: [...cuts.week] },
    },
    inTime: [...inTime],
    repeats: [...repeats],
    reasons: [...(policy?.disputeReasons ?? []), ...(policy?.creditReasons ?? []), ...(policy?.topUpReasons ?? [])],
  })
})

interface CreditRow {
  readonly decided_on: string
  readonly reason: string
  readonly decided_name: string
  readonly amount_minor: number
  readonly lines: string
}

function creditsOf(desk: Desk): readonly GivenCredit[] {
  const rows = desk.view.sql<CreditRow>(
    `select decided_on, reason, decided_name, amount_minor, lines from adjustment
      where state = 'applied' and kind = 'credit' and decided_on >= ?`,
    addDays(desk.businessDate(), -7 * insightWeeks),
  )
  return rows.map((row) => ({
    ...{ on: row.decided_on, reason: row.reason, agent: row.decided_name, amountMinor: row.amount_minor },
    product: productOf(desk, row),
  }))
}

/** The name of the line it was given on, JSON as the bill has it; '' of a bill as a whole. */
function productOf({ view }: Desk, { lines }: CreditRow): string {
  const [first] = partsSchema.parse(z.json().parse(JSON.parse(lines)))
  return first === undefined ? '' : (view.get('bill_line', first.lineId)?.row.name ?? '')
}

interface DisputeRow {
  readonly customer_id: string
  readonly family_name: string
  readonly given_names: string
  readonly filed_on: string
  readonly filed_at: number
  readonly answer_by: string
  readonly decided_at: number | null
  readonly granted_minor: number
}

function disputesOf(desk: Desk): readonly CountedDispute[] {
  const rows = desk.view.sql<DisputeRow>(
    `select d.customer_id, c.family_name, c.given_names, d.filed_on, d.filed_at, d.answer_by, d.decided_at,
        d.granted_minor
      from dispute d join customer c on c.id = d.customer_id where d.state <> 'withdrawn' and d.filed_at >= ?`,
    desk.now() - 366 * 86_400_000,
  )
  return rows.map((row) => ({
    ...{ customerId: row.customer_id, customerName: customerName(row), answerBy: row.answer_by },
    filedOn: row.filed_on === '' ? utcDateOf(row.filed_at) : row.filed_on,
    decidedOn: row.decided_at === null ? null : utcDateOf(row.decided_at),
    grantedMinor: row.granted_minor,
  }))
}
