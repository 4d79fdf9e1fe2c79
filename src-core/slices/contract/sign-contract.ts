import { agreementRow } from '#shared/domain/contract/commands.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/**
 * Keeps a signed contract. Nothing about it can be refused (sync.md, Conflicts: always stored; only activation can be
 * refused), not even a customer the core does not know.
 */
export const signContract = defineHandler('contract.signContract', {
  run: async (context, body) => {
    const { command } = context
    if (await context.get('agreement', body.agreementId)) return rejected('BODY_INVALID', { field: 'agreementId' })
    await context.insert(
      'agreement',
      agreementRow(body, { scope: context.scope, capturedAt: context.command.capturedAt }),
    )
    if (await context.get('customer', body.customerId))
      await context.patch('customer', body.customerId, { contract_signed_at: command.capturedAt })
    return applied
  },
})
