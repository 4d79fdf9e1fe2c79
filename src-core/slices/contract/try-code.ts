import type { SigningCodeEvent } from '#shared/domain/contract/states.ts'
import { signingCodeMachine } from '#shared/domain/contract/states.ts'
import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { move } from '../kit/move.ts'
import { hashOfCode } from './hash-of-code.ts'

/**
 * Tries what the customer read out, by the core's own clock. Right, wrong, too late and once too often are all written in
 * the code's row; a code that is decided already stays as it is.
 */
export const tryCode = defineHandler('contract.tryCode', {
  run: async (context, body) => {
    const row = await context.get('signing_code', body.codeId)
    if (row?.scope !== context.scope || row.case_id !== body.caseId) return rejected('CODE_UNKNOWN')
    const event = await judged(context, row, body)
    const triesLeft = row.tries_left - (event === 'miss' ? 1 : 0)
    const moved = move(signingCodeMachine, row.state, event, { triesLeft })
    if (moved.ok)
      await context.patch('signing_code', row.id, {
        state: moved.value,
        tries_left: triesLeft,
        decided_at: context.now,
      })
    return applied
  },
})

async function judged(
  { tx, hashKey, now }: HandlerContext,
  row: MirrorRow<'signing_code'>,
  { codeId, figures }: CommandBody<'contract.tryCode'>,
): Promise<SigningCodeEvent> {
  if (now > row.until) return 'expire'
  const kept = await tx
    .selectFrom('signing_code_secret')
    .select('code_hash')
    .where('code_id', '=', codeId)
    .executeTakeFirst()
  return kept?.code_hash === hashOfCode(hashKey, codeId, figures) ? 'confirm' : 'miss'
}
