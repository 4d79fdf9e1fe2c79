import type { Authority, Reversal, Verdict } from '#shared/domain/adjustment/authority.ts'
import { authoritiesOf, bestReversal, judgeAuthority, judgeReversal } from '#shared/domain/adjustment/authority.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { goneOfDay, grantFor, lockDays } from './money-grant.ts'

/** What a decision is about. Sums are what the customer gets, tax inside; `askedBy` null where one gives by oneself. */
export interface Matter {
  /** Charges are summed for themselves: they give nothing away. */
  readonly kind?: 'credit' | 'charge'
  readonly customerId: string
  readonly billId: string
  /** Null where no bill bounds it. */
  readonly billMinor: number | null
  readonly reason: string
  readonly amountMinor: number
  readonly askedBy: string | null
  readonly signed: { readonly userId: string; readonly role: string; readonly amountMinor: number } | null
  /** Of an appeal: who decided the first time. */
  readonly firstBy?: string | null
  /** The grant of a lease that it was given under while the desk was alone. */
  readonly grantId?: string | null
}

/** `grantId`: what the lease's grant covers. */
export type Judged = { readonly verdict: Verdict; readonly authority: Authority; readonly grantId: string | null }

/**
 * Whether whoever acts may give a sum, by their own authority or by one handed to them, with the core's own figures: the one
 * under which most is allowed. Undefined for a role that gives nothing away. What sums are made of is locked: the payer's
 * account by the caller, the day of each authority by its person's row.
 */
export async function judgeMatter(context: HandlerContext, matter: Matter): Promise<Judged | undefined> {
  const { authority: who, businessDate, policies } = context
  const authorities = await authoritiesNow(context)
  const kind = matter.kind ?? 'credit'
  const given = await givenTo(context, matter.customerId, kind)
  const since = addDays(businessDate, -policies.authority.customerDays)
  const shared = {
    ...{ amountMinor: matter.amountMinor, billMinor: matter.billMinor, userId: who.userId },
    ...{ askedBy: matter.askedBy, signed: matter.signed, firstBy: matter.firstBy ?? null },
    matterMinor: sumOf(given.filter((row) => row.bill_id === matter.billId && row.reason === matter.reason)),
    customerMinor: sumOf(given.filter((row) => row.decided_on > since)),
  }
  await lockDays(
    context,
    authorities.map(({ userId }) => userId),
  )
  const judged: Judged[] = []
  // a desk that was alone has the room of its grant, whatever the day was spent on meanwhile; all other limits are today's
  const grant = await grantFor(context, matter.grantId ?? null)
  const [own] = authorities
  if (grant && own?.userId === grant.user_id) {
    const dayMinor = own.limits.perDayMinor - (grant.amount_minor - grant.spent_minor)
    const isOwnHousehold = await isKin(context, [who.userId], matter.customerId)
    const verdict = judgeAuthority({ ...shared, dayMinor, isOwnHousehold }, own)
    if (verdict.kind === 'within') return { authority: own, verdict, grantId: grant.id }
  }
  for (const authority of authorities) {
    const day = { userId: authority.userId, day: businessDate }
    const deviceId = authority.userId === who.userId ? context.command.deviceId : null
    const dayMinor = await goneOfDay(context, { ...day, deviceId, kind })
    const isOwnHousehold = await isKin(context, [who.userId, authority.userId], matter.customerId)
    const verdict = judgeAuthority({ ...shared, dayMinor, isOwnHousehold }, authority)
    judged.push({ authority, verdict, grantId: null })
  }
  return judged.toSorted((a, b) => order[a.verdict.kind] - order[b.verdict.kind])[0]
}

/** The authorities of whoever acts: their own, and those handed to them for today by people who have them still. */
async function authoritiesNow({
  authority,
  businessDate,
  policies,
  tx,
}: HandlerContext): Promise<readonly Authority[]> {
  const handed = await tx
    .selectFrom('delegation')
    .innerJoin('app_user', 'app_user.id', 'delegation.from_id')
    .selectAll('delegation')
    .select('app_user.role as from_role')
    .where('delegation.to_id', '=', authority.userId)
    .where('app_user.revoked_at', 'is', null)
    .execute()
  return authoritiesOf(authority, handed, businessDate, policies.authority)
}

/** Whether whoever acts may take back what was given, by the authority under which most is allowed; undefined for none. */
export async function judgeTakingBack(
  context: HandlerContext,
  { customer_id, amount_minor, authority_of }: AdjustmentRow,
): Promise<Reversal | undefined> {
  const { roles } = context.policies.authority
  const giver = await context.tx.selectFrom('app_user').select('role').where('id', '=', authority_of).executeTakeFirst()
  const role = roleSchema.safeParse(giver?.role).data
  const givenBy = { userId: authority_of, perItemMinor: (role && roles[role]?.perItemMinor) ?? 0 }
  const judged: Reversal[] = []
  for (const authority of await authoritiesNow(context)) {
    const isOwnHousehold = await isKin(context, [context.authority.userId, authority.userId], customer_id)
    judged.push(judgeReversal({ amountMinor: amount_minor, givenBy, isOwnHousehold }, authority))
  }
  return bestReversal(judged)
}

const order = { within: 0, coSigned: 1, above: 2, never: 3 } as const

/** What a customer was ever given, so that splits of one bill and reason stay one matter. */
async function givenTo({ tx }: HandlerContext, customerId: string, kind: string) {
  return tx
    .selectFrom('adjustment')
    .select(['bill_id', 'reason', 'amount_minor', 'decided_on'])
    .where('customer_id', '=', customerId)
    .where('kind', '=', kind)
    .where('state', '=', 'applied')
    .execute()
}

function sumOf(rows: readonly { readonly amount_minor: number }[]): number {
  return rows.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

async function isKin({ tx }: HandlerContext, userIds: readonly string[], customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff_kin')
    .select('id')
    .where('user_id', 'in', [...userIds])
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row !== undefined
}
