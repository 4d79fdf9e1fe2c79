import type { CommandBody } from '#shared/contract/commands.ts'
import { expectedAnswers } from '#shared/domain/verification/expected-answers.ts'
import type { LockNow } from '#shared/domain/verification/reached-level.ts'
import { afterFailure, levelOfAnswers, lockNow, matchedOf } from '#shared/domain/verification/reached-level.ts'
import type { CallerVerificationRow } from '#shared/domain/verification/rows.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { callerRecord } from './caller-record.ts'

type Body = CommandBody<'verification.recordAnswer'>

/**
 * Compares an answer with what is on record here and raises the caller's level, or counts it as wrong: over all desks, and
 * one too many locks. While it is locked no answer counts, the right one neither. A wrong answer is applied: it happened.
 */
export const recordAnswer = defineHandler('verification.recordAnswer', {
  run: async (context, body) => {
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    const policy = context.policies.verification
    const lock = lockNow(await context.get('caller_lock', customer.id), context.now, policy)
    if (lock.lockedUntil !== null) return rejected('CALLER_LOCKED', { until: lock.lockedUntil })
    const record = await callerRecord(context, customer)
    const expected = expectedAnswers(record, (text) => keyedHash(context.hashKey, text)).get(body.question)
    if (expected === undefined) return rejected('NOTHING_TO_COMPARE')
    const known = await context.get('caller_verification', body.verificationId)
    if (known && known.customer_id !== customer.id) return rejected('BODY_INVALID', { field: 'verificationId' })
    if (expected === body.answerHash) await raise(context, body, known)
    else await count(context, customer.id, afterFailure(lock, context.now, policy))
    return applied
  },
})

/** Adds the question to what was answered rightly in this contact, with the level that gives. */
async function raise(context: HandlerContext, body: Body, known: CallerVerificationRow | undefined): Promise<void> {
  const matched = [...new Set([...(known ? matchedOf(known) : []), body.question])]
  const set = {
    matched: JSON.stringify(matched),
    level: levelOfAnswers(matched, context.policies.verification, await isInPerson(context, body)),
    at: context.command.capturedAt,
    by_name: context.actorName,
    desk_name: context.deskName,
  }
  if (known) return context.patch('caller_verification', known.id, set)
  await context.insert('caller_verification', {
    id: body.verificationId,
    scope: context.scope,
    customer_id: body.customerId,
    case_id: body.caseId,
    contact_id: body.contactId,
    ...set,
  })
}

/** Somebody stands at the counter: by the contact's channel, and by the case's where it has none. */
async function isInPerson(context: HandlerContext, { contactId, caseId }: Body): Promise<boolean> {
  const contact = contactId === null ? undefined : await context.get('contact', contactId)
  const of = contact ?? (caseId === null ? undefined : await context.get('service_case', caseId))
  return of?.scope === context.scope && of.channel === 'walkIn'
}

async function count(context: HandlerContext, customerId: string, lock: LockNow): Promise<void> {
  const set = {
    failures: lock.failures,
    since: lock.since,
    locked_until: lock.lockedUntil,
    unlocked_by: '',
    reason: '',
    changed_at: context.now,
  }
  if (await context.get('caller_lock', customerId)) return context.patch('caller_lock', customerId, set)
  await context.insert('caller_lock', { id: customerId, scope: context.scope, ...set })
}
