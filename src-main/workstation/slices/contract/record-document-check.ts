import { defineDeskHandler } from '#main/workstation/desk.ts'
import { documentCheckMachine } from '#shared/domain/contract/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Writes down what was found when the document was seen with the card. */
export const recordDocumentCheck = defineDeskHandler(
  'contract.recordDocumentCheck',
  (desk, { agreementId, outcome }) => {
    const row = desk.view.get('agreement', agreementId)?.row
    if (!row) return refuse('NOT_SIGNED')
    const event = outcome === 'checked' ? 'check' : 'differ'
    if (!mayStep(documentCheckMachine, row.document_check, event, undefined)) return refuse('DOCUMENT_NOT_DUE')
    const captured = desk.capture({
      type: 'contract.recordDocumentCheck',
      body: { agreementId, caseId: row.case_id, customerId: row.customer_id, outcome },
    })
    if (!captured.ok) return captured
    desk.changed('interaction', 'contract', 'desk')
    return ok({})
  },
)
