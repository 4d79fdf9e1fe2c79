import { z } from 'zod'
import { serving } from '#shared/domain/staff/roles.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine } from '#shared/kernel/text-field.ts'
import { adjustmentTable } from './rows.ts'

const one = {
  adjustmentId: idSchema,
  customerId: idSchema,
  /** The request that was looked at. */
  request: z.int().min(1),
}
const touchesOne = (body: { readonly adjustmentId: string; readonly customerId: string }) => [
  `adjustment:${body.adjustmentId}`,
  `customer:${body.customerId}`,
]

/** Asks back about a credit that somebody asked for: nobody decides it before it is answered. */
export const askBackCredit = defineCommand({
  version: 1,
  body: z.object({ ...one, question: filledLine(500) }),
  roles: ['lead', 'supervisor', 'manager'],
  refusals: [
    'ADJUSTMENT_UNKNOWN',
    'REQUEST_CHANGED',
    'REQUEST_WITHDRAWN',
    'ALREADY_DECIDED',
    'ASKED_BACK',
    'APPROVAL_BY_SELF',
  ],
  touches: touchesOne,
  predict: (body, meta) => [
    adjustmentTable.change(body.adjustmentId, {
      question: body.question,
      question_by: meta.actorName,
      answer: '',
      waiting_since: meta.capturedAt,
    }),
  ],
})

/**
 * Answers what was asked back, by whoever serves the customer then. The request is another one from then on, and nobody's
 * signature stands under it.
 */
export const answerCredit = defineCommand({
  version: 1,
  body: z.object({ ...one, note: filledLine(500) }),
  roles: serving,
  refusals: ['ADJUSTMENT_UNKNOWN', 'REQUEST_WITHDRAWN', 'ALREADY_DECIDED', 'ANSWERED_ALREADY'],
  touches: touchesOne,
  predict: (body) => [adjustmentTable.change(body.adjustmentId, { answer: body.note, waiting_since: null })],
})
