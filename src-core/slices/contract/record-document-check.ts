import { documentCheckMachine } from '#shared/domain/contract/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { move } from '../kit/move.ts'

/** Writes down what was found when the document was seen on delivery; one that differed may be put right later. */
export const recordDocumentCheck = defineHandler('contract.recordDocumentCheck', {
  run: async (context, body) => {
    const row = await context.get('agreement', body.agreementId)
    if (row?.scope !== context.scope || row.case_id !== body.caseId) return rejected('AGREEMENT_UNKNOWN')
    const event = body.outcome === 'checked' ? 'check' : 'differ'
    const moved = move(documentCheckMachine, row.document_check, event, undefined)
    if (!moved.ok) return rejected('DOCUMENT_NOT_DUE')
    await context.patch('agreement', row.id, { document_check: moved.value, document_checked_at: context.now })
    return applied
  },
})
