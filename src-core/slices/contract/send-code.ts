import { signingCodeMachine } from '#shared/domain/contract/states.ts'
import { maskMsisdn } from '#shared/domain/number/msisdn.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { queueMessage } from '../message/queue-message.ts'
import { hashOfCode } from './hash-of-code.ts'

const minuteMs = 60_000

/**
 * Makes six figures, keeps their keyed hash and sends them to the customer. Refused where the customer has no summary of
 * what would be accepted: nobody accepts what they have not read.
 */
export const sendCode = defineHandler('contract.sendCode', {
  run: async (context, body) => {
    const { scope, policies, now, actorName: byName } = context
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== scope) return rejected('CUSTOMER_UNKNOWN')
    if (!(await hasSummary(context, body.caseId, body.summaryHash))) return rejected('SUMMARY_MISSING')
    const { codeMinutes, codeTries } = policies.work.signing
    const code = makeCode(context)
    const { caseId, customerId, channel, recipient, language } = body
    const queued = await queueMessage(context, {
      ...{ id: body.messageId, scope, template: 'signingCode', customerId, caseId, channel, recipient, language },
      ...{ params: { minutes: codeMinutes }, secret: { code }, about: body.codeId, byName, now, policies },
    })
    if (!queued.ok) return rejected(queued.error.code, queued.error.details)
    await replaceEarlier(context, caseId)
    await context.insert('signing_code', {
      ...{ id: body.codeId, scope, case_id: caseId, customer_id: customerId, summary_hash: body.summaryHash, channel },
      recipient: masked(channel, recipient),
      state: mustMove(signingCodeMachine, 'asked', 'send', { triesLeft: codeTries }),
      tries_left: codeTries,
      made_at: now,
      until: now + codeMinutes * minuteMs,
      decided_at: null,
    })
    const code_hash = hashOfCode(context.hashKey, body.codeId, code)
    await context.tx.insertInto('signing_code_secret').values({ code_id: body.codeId, code_hash }).execute()
    return applied
  },
})

/** Six figures nobody outside can tell: from an id the core has just drawn and keeps nowhere. */
function makeCode({ ids, hashKey }: HandlerContext): string {
  const drawn = Number.parseInt(keyedHash(hashKey, `signing ${ids.next()}`).slice(0, 12), 16)
  return String(drawn % 1_000_000).padStart(6, '0')
}

async function hasSummary({ tx, scope }: HandlerContext, caseId: string, summaryHash: string): Promise<boolean> {
  const found = await tx
    .selectFrom('message')
    .select('id')
    .where('about', '=', summaryHash)
    .where('case_id', '=', caseId)
    .where('scope', '=', scope)
    .where('template', '=', 'saleSummary')
    .executeTakeFirst()
  return found !== undefined
}

async function replaceEarlier(context: HandlerContext, caseId: string): Promise<void> {
  const earlier = await context.tx
    .selectFrom('signing_code')
    .select(['id', 'state', 'tries_left'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  for (const { id, state, tries_left: triesLeft } of earlier)
    if (mayMove(signingCodeMachine, state, 'replace', { triesLeft }))
      await context.patch('signing_code', id, { state: mustMove(signingCodeMachine, state, 'replace', { triesLeft }) })
}

/** An address with its inside hidden: `+33 6 •• •• •• 10`, `a•••@example.org`. */
function masked(channel: string, recipient: string): string {
  if (channel === 'sms') return maskMsisdn(recipient)
  return recipient.replace(/^(.)[^@]*/u, '$1•••')
}
