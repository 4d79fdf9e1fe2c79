import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { GuardedAct } from '#shared/domain/verification/levels.ts'
import { levelAsked } from '#shared/domain/verification/levels.ts'
import type { CallerVerificationRow } from '#shared/domain/verification/rows.ts'
import { isShownNow, verificationNow } from '#shared/domain/verification/reached-level.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

interface Act {
  readonly act: GuardedAct
  readonly caseId: string | null
  /** The contact it is said in, where the command names one. */
  readonly contactId?: string | null | undefined
}

/**
 * Whether the caller was known well enough for an act when it was captured (product.md, Verification of a caller): by
 * answers in this contact or case, or by a document shown in the case on that day. Of a prospect there is nothing to be kept from
 * anybody. Judged by the moment of capture: what a desk did without the core is not too late because it comes late.
 */
export async function isCallerKnown(
  context: HandlerContext,
  customer: Pick<CustomerRow, 'id' | 'state'>,
  { act, caseId, contactId = null }: Act,
): Promise<boolean> {
  if (customer.state === 'prospect') return true
  const level = levelAsked(act, caseId !== null || contactId !== null)
  if (level === 0) return true
  if (caseId !== null && (await wasDocumentShown(context, customer.id, caseId))) return true
  const rows = await context.tx
    .selectFrom('caller_verification')
    .selectAll()
    .where('customer_id', '=', customer.id)
    .where('scope', '=', context.scope)
    .execute()
  const own = caseId === null && contactId === null ? await openContacts(context, rows) : []
  const contacts = [contactId, ...own, ...(await contactsOf(context, caseId)), null]
  const at = { now: context.command.capturedAt, policy: context.policies.verification }
  return [...new Set(contacts)].some(
    (id) => (verificationNow(rows, { contactId: id, caseId }, at)?.level ?? 0) >= level,
  )
}

async function wasDocumentShown(
  { tx, command, policies }: HandlerContext,
  customerId: string,
  caseId: string,
): Promise<boolean> {
  const seen = await tx
    .selectFrom('identity_evidence')
    .select(['case_id', 'state', 'recorded_at'])
    .where('customer_id', '=', customerId)
    .where('case_id', '=', caseId)
    .execute()
  const { zone } = policies.market
  return seen.some((one) => isShownNow(one, { caseId, at: command.capturedAt, zone }))
}

/** Of an act outside of a case: contacts in which whoever acts has verified the caller and which are not wrapped up. */
async function openContacts(
  { tx, actorName }: HandlerContext,
  rows: readonly CallerVerificationRow[],
): Promise<readonly string[]> {
  const ids = rows.flatMap(({ by_name: by, contact_id: id }) => (by === actorName && id !== null ? [id] : []))
  if (ids.length === 0) return []
  const open = await tx.selectFrom('contact').select('id').where('id', 'in', ids).where('outcome', '=', '').execute()
  return open.map(({ id }) => id)
}

async function contactsOf({ tx }: HandlerContext, caseId: string | null): Promise<readonly string[]> {
  if (caseId === null) return []
  const rows = await tx.selectFrom('contact').select('id').where('case_id', '=', caseId).execute()
  return rows.map(({ id }) => id)
}
