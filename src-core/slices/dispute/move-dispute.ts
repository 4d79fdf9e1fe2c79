import { z } from 'zod'
import { answerByAfter } from '#shared/domain/dispute/deadlines.ts'
import { evidenceAtMost, evidenceSchema } from '#shared/domain/dispute/rows.ts'
import { disputeMachine } from '#shared/domain/dispute/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { lockAccount } from '../bill/keep-account.ts'
import { keepHolds } from '../bill/keep-hold.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { openDispute } from './open-dispute.ts'

/** Takes a dispute back: what it held out may be collected again. */
export const withdrawDispute = defineHandler('dispute.withdrawDispute', {
  run: async (context, body) => {
    const open = await openDispute(context, body.disputeId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const { id, customer_id, request, state } = open.value
    await lockAccount(context, customer_id)
    await context.patch('dispute', id, {
      state: mustMove(disputeMachine, state, 'withdraw', undefined),
      request: request + 1,
      decision_note: body.note,
    })
    await keepHolds(context, customer_id, context.businessDate)
    return applied
  },
})

/** Asks the customer: until they have answered the clock stands still. */
export const askBack = defineHandler('dispute.askBack', {
  run: async (context, body) => {
    const open = await openDispute(context, body.disputeId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const row = open.value
    if (row.request !== body.request) return rejected('REQUEST_CHANGED', { request: row.request })
    if (!mayMove(disputeMachine, row.state, 'askBack', undefined)) return rejected('REQUEST_CHANGED', {})
    await context.patch('dispute', row.id, {
      state: mustMove(disputeMachine, row.state, 'askBack', undefined),
      question: body.question,
      waiting_since: context.now,
      assigned_to: context.authority.userId,
    })
    return applied
  },
})

/** What the customer adds. The request is another one from then on, and nobody's signature stands under it. */
export const addWords = defineHandler('dispute.addWords', {
  run: async (context, body) => {
    const open = await openDispute(context, body.disputeId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const row = open.value
    const evidence = evidenceSchema.parse(z.json().parse(JSON.parse(row.evidence)))
    const all = evidenceSchema.safeParse([...evidence, ...body.evidence])
    if (!all.success) return rejected('EVIDENCE_TOO_MUCH', { most: evidenceAtMost })
    const waited = row.waiting_since === null ? 0 : Math.max(0, context.now - row.waiting_since)
    await context.patch('dispute', row.id, {
      state: mustMove(disputeMachine, row.state, 'answer', undefined),
      request: row.request + 1,
      words: [row.words, body.words].filter((text) => text !== '').join('\n'),
      evidence: JSON.stringify(all.data),
      answer_by: answerByAfter(row.answer_by, waited),
      waiting_since: null,
      ...{ proposed_by: '', proposed_name: '', proposed_role: '', proposed_minor: null },
    })
    return applied
  },
})

/** Gives a dispute to a colleague to decide. */
export const reassign = defineHandler('dispute.reassign', {
  run: async (context, body) => {
    const open = await openDispute(context, body.disputeId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const to = await context.get('colleague', body.toId)
    if (to?.scope !== context.scope) return rejected('COLLEAGUE_UNKNOWN')
    await context.patch('dispute', open.value.id, { assigned_to: to.id })
    return applied
  },
})
