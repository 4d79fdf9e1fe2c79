import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { signingOf } from '#main/workstation/sale/signing.ts'

/** Has the core try what the customer reads out; what it says stands in the case's view a moment later. */
export const tryCode = defineDeskHandler('contract.tryCode', (desk, { caseId, figures }) => {
  const found = writableCase(desk, caseId)
  if (!found.ok) return found
  const facts = found.value
  if (!desk.isOnline()) return refuse('CODE_NEEDS_CORE')
  const { code } = signingOf(facts, { businessDate: desk.businessDate(), policies: desk.policies() })
  if (!code || !facts.customer) return refuse('CODE_UNKNOWN')
  if (code.state === 'locked') return refuse('CODE_LOCKED')
  if (code.state === 'expired') return refuse('CODE_EXPIRED')
  const plain = figures.replace(/\D/g, '')
  if (plain.length !== 6) return refuse('CODE_SHAPE')
  const tried = desk.capture({
    type: 'contract.tryCode',
    body: { codeId: code.id, caseId, customerId: facts.customer.id, figures: plain },
  })
  if (!tried.ok) return tried
  desk.changed('interaction', 'desk')
  return ok({})
})
