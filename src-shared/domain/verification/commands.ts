import { z } from 'zod'
import { callerQuestionSchema } from '#shared/domain/catalogue/policies.ts'
import { serving, supervising } from '#shared/domain/staff/roles.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, hashSchema } from '#shared/kernel/text-field.ts'
import { callerLockTable, callerVerificationTable, securityWordTable } from './rows.ts'

/** Who is asked, in which contact: a call, or a case of another channel. */
const asked = z.object({
  customerId: idSchema,
  caseId: idSchema.nullable(),
  contactId: idSchema.nullable(),
})

const touched = ({ customerId, caseId }: z.infer<typeof asked>): readonly string[] => [
  `customer:${customerId}`,
  ...(caseId === null ? [] : [`case:${caseId}`]),
]

/**
 * What a caller answered to one question, as a keyed hash. `seen` is what the desk made of it by its own rows; the core
 * judges by its own and counts the wrong ones over all desks.
 */
export const recordAnswer = defineCommand({
  version: 1,
  body: asked.extend({
    verificationId: idSchema,
    question: callerQuestionSchema,
    answerHash: hashSchema,
    seen: z.object({
      matched: z.array(callerQuestionSchema),
      level: z.int().min(0).max(2),
      failures: z.int().min(0),
      since: z.int(),
      lockedUntil: z.int().nullable(),
    }),
  }),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'CALLER_LOCKED', 'NOTHING_TO_COMPARE'],
  touches: touched,
  predict: (body, meta) => [
    callerVerificationTable.change(body.verificationId, {
      scope: meta.scope,
      version: 0,
      customer_id: body.customerId,
      case_id: body.caseId,
      contact_id: body.contactId,
      matched: JSON.stringify(body.seen.matched),
      level: body.seen.level,
      at: meta.capturedAt,
      by_name: meta.actorName,
      desk_name: meta.deskName,
    }),
    // right answers leave the count as it is
    ...(body.seen.failures === 0
      ? []
      : [
          callerLockTable.change(body.customerId, {
            scope: meta.scope,
            version: 0,
            failures: body.seen.failures,
            since: body.seen.since,
            locked_until: body.seen.lockedUntil,
            unlocked_by: '',
            reason: '',
            changed_at: meta.capturedAt,
          }),
        ]),
  ],
})

/** A supervisor lets a caller be asked again before the lock ends, and says why. */
export const unlockCaller = defineCommand({
  version: 1,
  body: z.object({ customerId: idSchema, reason: filledLine(200) }),
  roles: supervising,
  refusals: ['CUSTOMER_UNKNOWN', 'CALLER_NOT_LOCKED'],
  touches: (body) => [`customer:${body.customerId}`],
  predict: (body, meta) => [
    callerLockTable.change(body.customerId, {
      failures: 0,
      locked_until: null,
      unlocked_by: meta.actorName,
      reason: body.reason,
      changed_at: meta.capturedAt,
    }),
  ],
})

/** A word is agreed with a customer who is verified; only its keyed hash leaves the desk. */
export const setSecurityWord = defineCommand({
  version: 1,
  body: asked.extend({ answerHash: hashSchema }),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'CALLER_NOT_VERIFIED'],
  touches: touched,
  predict: (body, meta) => [
    securityWordTable.change(body.customerId, {
      scope: meta.scope,
      version: 0,
      answer_hash: body.answerHash,
      set_at: meta.capturedAt,
      set_by: meta.actorName,
    }),
  ],
})

export const verificationCommands = {
  'verification.recordAnswer': recordAnswer,
  'verification.unlockCaller': unlockCaller,
  'verification.setSecurityWord': setSecurityWord,
} as const
