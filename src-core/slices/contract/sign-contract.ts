import { agreementRow } from '#shared/domain/contract/commands.ts'
import { keepLeasesOf } from '#core/lease/signed-under.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/**
 * Keeps a signed contract. Nothing about it can be refused (sync.md, Conflicts: always stored; only activation can be
 * refused), not even a customer the core does not know.
 */
export const signContract = defineHandler('contract.signContract', {
  run: async (context, body) => {
    const { capturedAt } = context.command
    if (await context.get('agreement', body.agreementId)) return rejected('BODY_INVALID', { field: 'agreementId' })
    await context.insert('agreement', agreementRow(body, { scope: context.scope, capturedAt }))
    await keepLeasesOf(context, body.agreementId, body.terms)
    if (await context.get('customer', body.customerId))
      await context.patch('customer', body.customerId, { contract_signed_at: capturedAt })
    return applied
  },
})
