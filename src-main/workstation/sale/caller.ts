import type { Desk } from '#main/workstation/desk.ts'
import type { CallerQuestion } from '#shared/domain/catalogue/policies.ts'
import { verificationPolicySchema } from '#shared/domain/catalogue/policies.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { isOneOf, supervising } from '#shared/domain/staff/roles.ts'
import type { CallerView } from '#shared/domain/verification/contract.ts'
import { expectedAnswers } from '#shared/domain/verification/expected-answers.ts'
import type { GuardedAct, VerificationLevel } from '#shared/domain/verification/levels.ts'
import { levelAsked } from '#shared/domain/verification/levels.ts'
import type { ContactNow } from '#shared/domain/verification/reached-level.ts'
import { isShownNow, lockNow, matchedOf, verificationNow } from '#shared/domain/verification/reached-level.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { callOf } from './call-of.ts'

/** Whom it is about, and in which case. */
export interface About {
  readonly customerId: Id
  readonly caseId: Id | null
}

/** The rules of the market; before the first load those every market begins with. */
export function verificationPolicy(desk: Desk) {
  return desk.policies()?.verification ?? verificationPolicySchema.parse({})
}

/** Hashes of what a caller would have to say, by question; undefined while nobody is signed in to have a key. */
export function expectedOf(desk: Desk, customer: CustomerRow): ReturnType<typeof expectedAnswers> | undefined {
  if (desk.hashOf('') === undefined) return undefined
  const of = customer.id
  const record = {
    customer,
    evidence: desk.view.where('identity_evidence', 'customer_id', of).map(({ row }) => row),
    payments: desk.view.where('payment', 'customer_id', of).map(({ row }) => row),
    securityWord: desk.view.get('security_word', of)?.row,
  }
  return expectedAnswers(record, (text) => desk.hashOf(text) ?? '')
}

/** The contact a caller is verified in: the call that is spoken in, else the case's last one that is not wrapped up. */
export function contactNow(desk: Desk, { customerId, caseId }: About): ContactNow {
  const call = callOf(desk)
  if (call && call.state !== 'ringing' && isAbout(desk, call, { customerId, caseId }))
    return { contactId: call.contactId, caseId }
  if (caseId === null) return { contactId: null, caseId }
  const last = desk.view.where('contact', 'case_id', caseId).toSorted((a, b) => b.row.at - a.row.at)[0]?.row
  return { contactId: last?.outcome === '' ? last.id : null, caseId }
}

function isAbout(
  desk: Desk,
  call: { readonly caseId: Id | null; readonly customerId: Id | null },
  { customerId, caseId }: About,
): boolean {
  if (caseId !== null && call.caseId === caseId) return true
  const ofCase = call.caseId === null ? undefined : desk.view.get('service_case', call.caseId)?.row.customer_id
  return caseId === null && (call.customerId === customerId || ofCase === customerId)
}

/** What counts of the caller's answers now, with how true it is; undefined where nothing does. */
export function verificationOf(desk: Desk, about: About) {
  const seen = desk.view.where('caller_verification', 'customer_id', about.customerId)
  const at = { now: desk.now(), policy: verificationPolicy(desk) }
  const row = verificationNow(
    seen.map((one) => one.row),
    contactNow(desk, about),
    at,
  )
  return seen.find((one) => one.row === row)
}

/** Whether the caller is known well enough for an act; the core judges it again. */
export function isCallerKnown(desk: Desk, about: About, act: GuardedAct): boolean {
  return missingLevel(desk, about, act) === undefined
}

/** The level an act asks and the caller has not reached; undefined where nothing is missing. */
export function missingLevel(desk: Desk, about: About, act: GuardedAct): VerificationLevel | undefined {
  const view = callerViewOf(desk, about)
  const level = levelAsked(act, view?.hasContact ?? true)
  return view !== undefined && view.level >= level ? undefined : level
}

/** Somebody stands at the counter: by the channel of the contact, else of the case. */
export function isInPerson(desk: Desk, about: About): boolean {
  const { contactId, caseId } = contactNow(desk, about)
  const contact = contactId === null ? undefined : desk.view.get('contact', contactId)?.row
  const of = contact ?? (caseId === null ? undefined : desk.view.get('service_case', caseId)?.row)
  return of?.channel === 'walkIn'
}

/** Everything the screen shows of how far a caller is known; undefined for a customer this desk does not know. */
export function callerViewOf(desk: Desk, about: About): CallerView | undefined {
  const customer = desk.view.get('customer', about.customerId)?.row
  if (!customer) return undefined
  const policy = verificationPolicy(desk)
  const seen = verificationOf(desk, about)
  const row = desk.view.get('caller_lock', customer.id)?.row
  const lock = lockNow(row, desk.now(), policy)
  const expected = expectedOf(desk, customer)
  const contact = contactNow(desk, about)
  const role = desk.session()?.role
  const known = [...(expected?.keys() ?? [])]
  const levels = ([1, 2, 3] as const).map((level) => ({ level, ...policy.levels[level] }))
  const matched = seen ? matchedOf(seen.row) : []
  const isAtCounter = isInPerson(desk, about)
  // the document in hand stands for as many answers as a level needs
  const inHand = (questions: readonly CallerQuestion[]): boolean => isAtCounter && questions.includes('document')
  return {
    ...standing(desk, about, customer, seen),
    untilAt: lock.lockedUntil ?? (seen ? seen.row.at + policy.lastsMinutes * 60_000 : null),
    hasContact: contact.contactId !== null || contact.caseId !== null,
    isInPerson: isAtCounter,
    isOnline: desk.isOnline(),
    matched: [...matched],
    questions: known.map((question) => ({
      question,
      levels: levels.filter(({ ask }) => ask.includes(question)).map(({ level }) => level),
    })),
    levels: levels.map(({ level, ask, matches }) => ({
      level,
      matches,
      has: inHand(matched) ? matches : matched.filter((question) => ask.includes(question)).length,
      of: inHand(known) ? Math.max(matches, known.length) : known.filter((question) => ask.includes(question)).length,
    })),
    failures: lock.failures,
    failuresToLock: policy.failuresToLock,
    lockedUntil: lock.lockedUntil,
    unlockedBy: row?.unlocked_by ?? '',
    unlockReason: row?.reason ?? '',
    mayUnlock: lock.lockedUntil !== null && role !== undefined && isOneOf(role, supervising),
  }
}

function standing(
  desk: Desk,
  { customerId, caseId }: About,
  customer: Pick<CustomerRow, 'state'>,
  seen: ReturnType<typeof verificationOf>,
): Pick<CallerView, 'level' | 'basis' | 'isConfirmed' | 'at' | 'byName'> {
  if (customer.state === 'prospect') return { level: 3, basis: 'prospect', isConfirmed: true, at: null, byName: '' }
  const zone = desk.policies()?.market.zone ?? 'UTC'
  const shown = desk.view
    .where('identity_evidence', 'customer_id', customerId)
    .find(({ row }) => caseId !== null && isShownNow(row, { caseId, at: desk.now(), zone }))
  if (shown) {
    const { recorded_at: at, recorded_by: byName } = shown.row
    return { level: 3, basis: 'document', isConfirmed: shown.mark.state === 'confirmed', at, byName }
  }
  if (!seen) return { level: 0, basis: 'none', isConfirmed: true, at: null, byName: '' }
  const { level, at, by_name: byName } = seen.row
  return { level, basis: level === 0 ? 'none' : 'answers', isConfirmed: seen.mark.state === 'confirmed', at, byName }
}
