import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { summaryHashOf, termsOfCase } from '#main/workstation/sale/contract-terms.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { recipientOf } from '#main/workstation/sale/recipient-of.ts'
import { signingOf } from '#main/workstation/sale/signing.ts'

/** Has the core make a one-time code for what the customer has the summary of. Only the core can: closed without it. */
export const sendCode = defineDeskHandler('contract.sendCode', (desk, { caseId }) => {
  const found = writableCase(desk, caseId)
  if (!found.ok) return found
  const facts = found.value
  if (facts.agreement) return refuse('ALREADY_SIGNED')
  if (!desk.isOnline()) return refuse('CODE_NEEDS_CORE')
  const around = { today: desk.businessDate(), policies: desk.policies(), isConditional: false }
  const terms = termsOfCase(facts, around)
  const signing = signingOf(facts, { businessDate: around.today, policies: around.policies })
  if (!terms || !facts.customer || signing.summaryAt === null) return refuse('SUMMARY_MISSING')
  const { language, sendBy: channel } = facts.fields.sign
  const recipient = recipientOf(facts.customer, channel)
  if (recipient === undefined) return refuse('ADDRESS_MISSING', { channel })
  const sent = desk.capture({
    type: 'contract.sendCode',
    body: {
      ...{ codeId: desk.ids.next(), messageId: desk.ids.next(), caseId, customerId: facts.customer.id },
      ...{ channel, recipient, language, summaryHash: summaryHashOf(terms, language) },
    },
  })
  if (!sent.ok) return sent
  desk.changed('interaction', 'desk')
  return ok({})
})
