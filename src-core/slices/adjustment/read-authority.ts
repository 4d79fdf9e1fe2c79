import type { Authority, Verdict } from '#shared/domain/adjustment/authority.ts'
import { authoritiesOf, judgeAuthority } from '#shared/domain/adjustment/authority.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

/** What a decision is about. Sums are what the customer gets, tax inside; `askedBy` null where one gives by oneself. */
export interface Matter {
  readonly customerId: string
  readonly billId: string
  readonly billMinor: number
  readonly reason: string
  readonly amountMinor: number
  readonly askedBy: string | null
  readonly signed: { readonly userId: string; readonly role: string; readonly amountMinor: number } | null
}

export type Judged = { readonly verdict: Verdict; readonly authority: Authority }

/**
 * Whether whoever acts may give a sum, by their own authority or by one handed to them, with the core's own figures: the one
 * under which most is allowed. Undefined for a role that gives nothing away. Rows that sums are made of are locked by the
 * command's aggregates and by the day's counter of each authority.
 */
export async function judgeMatter(context: HandlerContext, matter: Matter): Promise<Judged | undefined> {
  const { authority: who, businessDate, policies, tx } = context
  const handed = await tx.selectFrom('delegation').selectAll().where('to_id', '=', who.userId).execute()
  const authorities = authoritiesOf(who, handed, businessDate, policies.authority)
  const shared = {
    ...{ amountMinor: matter.amountMinor, billMinor: matter.billMinor, userId: who.userId },
    ...{ askedBy: matter.askedBy, signed: matter.signed },
    matterMinor: await sumOf(context, (row) => row.bill_id === matter.billId && row.reason === matter.reason, matter),
    customerMinor: await sumOf(context, () => true, matter),
    isOwnHousehold: await isKin(context, who.userId, matter.customerId),
  }
  const judged: Judged[] = []
  for (const authority of authorities) {
    const dayMinor = await givenToday(context, authority.userId)
    judged.push({ authority, verdict: judgeAuthority({ ...shared, dayMinor }, authority) })
  }
  return judged.toSorted((a, b) => order[a.verdict.kind] - order[b.verdict.kind])[0]
}

const order = { within: 0, coSigned: 1, above: 2, never: 3 } as const

interface Given {
  readonly bill_id: string
  readonly reason: string
}

/** What the customer of a matter got in the policy's days, of the credits that fit. */
async function sumOf(
  { tx, businessDate, policies }: HandlerContext,
  fits: (row: Given) => boolean,
  { customerId }: Matter,
): Promise<number> {
  const rows = await tx
    .selectFrom('adjustment')
    .select(['bill_id', 'reason', 'amount_minor'])
    .where('customer_id', '=', customerId)
    .where('decided_on', '>', addDays(businessDate, -policies.authority.customerDays))
    .where('kind', '=', 'credit')
    .where('state', '=', 'applied')
    .execute()
  return rows.filter(fits).reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

async function givenToday({ tx, businessDate }: HandlerContext, userId: string): Promise<number> {
  const row = await tx
    .selectFrom('adjustment')
    .select(({ fn }) => fn.sum<number>('amount_minor').as('sum'))
    .where('authority_of', '=', userId)
    .where('decided_on', '=', businessDate)
    .where('kind', '=', 'credit')
    .where('state', '=', 'applied')
    .executeTakeFirst()
  return Number(row?.sum ?? 0)
}

async function isKin({ tx }: HandlerContext, userId: string, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff_kin')
    .select('id')
    .where('user_id', '=', userId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row !== undefined
}
