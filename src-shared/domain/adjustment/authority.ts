import type { AuthorityLimits, AuthorityPolicy } from '#shared/domain/catalogue/authority-policy.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { roles } from '#shared/domain/staff/roles.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { DelegationRow } from './rows.ts'

/** What a decision about money is judged by; minor units, what the customer gets with tax inside. */
export interface AuthorityFacts {
  readonly amountMinor: number
  /** Given before for the same bill and the same reason: splits are one matter. */
  readonly matterMinor: number
  /** Given today by the same authority, and what is signed into leases of desks that are away. */
  readonly dayMinor: number
  /** What this customer got in the policy's days, whoever gave it. */
  readonly customerMinor: number
  /** The bill it is about, in full; null for a charge, which no bill bounds. */
  readonly billMinor: number | null
  /** Who decides. */
  readonly userId: string
  /** Who asked for it; null when one gives within one's own authority and nobody asked. */
  readonly askedBy: string | null
  /** Who signed it before, for how much, and as what. */
  readonly signed: { readonly userId: string; readonly role: string; readonly amountMinor: number } | null
  /** Of an appeal: who decided the first time. */
  readonly firstBy?: string | null
  /** The customer belongs to the household of whoever decides, or of the one whose authority it is. */
  readonly isOwnHousehold: boolean
}

/** Whose authority counts: one's own, or that of a colleague who handed it over. */
export interface Authority {
  readonly userId: string
  readonly role: Role
  readonly limits: AuthorityLimits
}

export const authorityLimits = ['item', 'bill', 'day', 'customer'] as const
export type AuthorityLimit = (typeof authorityLimits)[number]
export const authorityRefusals = ['APPROVAL_BY_SELF', 'APPEAL_BY_SELF', 'OWN_HOUSEHOLD', 'SIGNED_ALREADY'] as const
export type AuthorityRefusal = (typeof authorityRefusals)[number]

/**
 * `within` and `coSigned`: it takes effect. `above`: what is left of the limit that is reached first; a signature passes it
 * on. `never`: another person has to decide, whatever the sum.
 */
export type Verdict =
  | { readonly kind: 'within' | 'coSigned' }
  | { readonly kind: 'above'; readonly limit: AuthorityLimit; readonly leftMinor: number }
  | { readonly kind: 'never'; readonly code: AuthorityRefusal }

/** Whether a sum may be given by this authority (product.md, Authority). Nothing given is within anybody's. */
export function judgeAuthority(facts: AuthorityFacts, { limits, role, userId }: Authority): Verdict {
  // an authority handed on does not serve for what its owner asked for or signed
  const both = [facts.userId, userId]
  if (facts.askedBy !== null && both.includes(facts.askedBy)) return { kind: 'never', code: 'APPROVAL_BY_SELF' }
  const { firstBy = null } = facts
  if (firstBy !== null && both.includes(firstBy)) return { kind: 'never', code: 'APPEAL_BY_SELF' }
  if (facts.isOwnHousehold) return { kind: 'never', code: 'OWN_HOUSEHOLD' }
  if (facts.signed !== null && both.includes(facts.signed.userId)) return { kind: 'never', code: 'SIGNED_ALREADY' }
  const [reached] = roomOf(facts, limits).filter(({ leftMinor }) => leftMinor < facts.amountMinor)
  if (facts.amountMinor === 0 || reached === undefined) return { kind: 'within' }
  const { signed } = facts
  const isSecond = signed !== null && signed.role === role && signed.amountMinor === facts.amountMinor
  if (isSecond && reached.limit === 'item' && facts.matterMinor + facts.amountMinor <= limits.coSignMinor) {
    const [other] = roomOf(facts, limits).filter((one) => one.limit !== 'item' && one.leftMinor < facts.amountMinor)
    return other === undefined ? { kind: 'coSigned' } : { kind: 'above', ...other }
  }
  return { kind: 'above', ...reached }
}

/** What taking money back is judged by: the sum, and by whose authority it was given with what limit for one matter. */
export interface ReversalFacts {
  readonly amountMinor: number
  readonly givenBy: { readonly userId: string; readonly perItemMinor: number }
  readonly isOwnHousehold: boolean
}

/**
 * Whether a credit may be taken back by this authority (ADR 0056). It gives nothing, so only the limit of one matter counts;
 * and nobody takes back what somebody with more authority decided. `above` says what may be taken back at most.
 */
export function judgeReversal({ amountMinor, givenBy, isOwnHousehold }: ReversalFacts, authority: Authority): Reversal {
  const { perItemMinor } = authority.limits
  if (isOwnHousehold) return { kind: 'never', code: 'OWN_HOUSEHOLD' }
  if (givenBy.userId !== authority.userId && givenBy.perItemMinor > perItemMinor)
    return { kind: 'never', code: 'GIVEN_BY_HIGHER' }
  return amountMinor > perItemMinor ? { kind: 'above', leftMinor: perItemMinor } : { kind: 'within' }
}

export type Reversal =
  | { readonly kind: 'within' }
  | { readonly kind: 'above'; readonly leftMinor: number }
  | { readonly kind: 'never'; readonly code: 'OWN_HOUSEHOLD' | 'GIVEN_BY_HIGHER' }

/** The reversal that most is allowed under of several authorities; undefined without any. */
export function bestReversal(facts: readonly Reversal[]): Reversal | undefined {
  return facts.toSorted((a, b) => reversalOrder[a.kind] - reversalOrder[b.kind])[0]
}

const reversalOrder = { within: 0, above: 1, never: 2 } as const

/** What is left of each limit, in the order they are told; never below zero. */
export function roomOf(
  facts: Pick<AuthorityFacts, 'matterMinor' | 'dayMinor' | 'customerMinor' | 'billMinor'>,
  limits: AuthorityLimits,
): readonly { readonly limit: AuthorityLimit; readonly leftMinor: number }[] {
  const { billMinor } = facts
  const ofBill = billMinor === null ? [] : [Math.floor((billMinor * limits.percentOfBill) / 100)]
  return [
    { limit: 'item' as const, leftMinor: limits.perItemMinor - facts.matterMinor },
    ...ofBill.map((minor) => ({ limit: 'bill' as const, leftMinor: minor - facts.matterMinor })),
    { limit: 'day' as const, leftMinor: limits.perDayMinor - facts.dayMinor },
    { limit: 'customer' as const, leftMinor: limits.perCustomerMinor - facts.customerMinor },
  ].map((one) => ({ ...one, leftMinor: Math.max(0, one.leftMinor) }))
}

/** The authorities a person has on a day: their own, and those handed to them; none for a role that gives nothing away. */
export function authoritiesOf(
  person: { readonly userId: string; readonly role: string },
  delegations: readonly DelegationRow[],
  today: IsoDate,
  policy: AuthorityPolicy,
): readonly Authority[] {
  const handed = delegations.filter(
    (one) => one.to_id === person.userId && one.ended_at === null && one.first_day <= today && today <= one.last_day,
  )
  return [
    { userId: person.userId, role: person.role },
    ...handed.map((one) => ({ userId: one.from_id, role: one.from_role })),
  ].flatMap(({ userId, role }) => {
    const known = roles.find((name) => name === role)
    const limits = known && policy.roles[known]
    return known && limits ? [{ userId, role: known, limits }] : []
  })
}

/** The first role, from the one with the least authority, whose item limit covers a sum; undefined above all of them. */
export function roleFor(amountMinor: number, policy: AuthorityPolicy): Role | undefined {
  return roles
    .flatMap((role) => {
      const limits = policy.roles[role]
      return limits ? [{ role, limits }] : []
    })
    .toSorted((a, b) => a.limits.perItemMinor - b.limits.perItemMinor)
    .find(({ limits }) => limits.perItemMinor >= amountMinor)?.role
}
