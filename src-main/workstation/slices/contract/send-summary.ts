import { defineDeskHandler } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { basketMissing } from '#shared/domain/interaction/sale.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { textOf, wordsOf } from '#shared/node/contract-document.ts'
import { recipientOf } from '#main/workstation/sale/recipient-of.ts'
import { saleFactsOf } from '#main/workstation/sale/case-view.ts'
import { documentFor, referenceOf } from '#main/workstation/sale/contract-facts.ts'
import { summaryHashOf, termsOfCase } from '#main/workstation/sale/contract-terms.ts'
import { beginStep, incomplete } from '#main/workstation/sale/finish-step.ts'

/** Sends the customer the one-page summary of what stands in the case now; kept and sent later without the core. */
export const sendSummary = defineDeskHandler('contract.sendSummary', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'sign')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts, today, policies } = work
  if (facts.agreement) return refuse('ALREADY_SIGNED')
  const [missing] = basketMissing(saleFactsOf(facts, { businessDate: today, policies }))
  if (missing) return incomplete(missing.step, missing.sentence.key, { step: missing.step })
  const { customer, plan, quote } = facts
  const terms = termsOfCase(facts, { today, policies, isConditional: false })
  if (!customer || !plan || !quote || !terms) return incomplete('planId', 'missing.plan', { step: 'offer' })
  const { language, sendBy: channel } = facts.fields.sign
  const recipient = recipientOf(customer, channel)
  if (recipient === undefined) return refuse('ADDRESS_MISSING', { channel })
  const document = documentFor(work, { customer, plan, quote, terms, signedAt: desk.now(), accepted: null })
  const { rows, short } = wordsOf(document)
  const sent = desk.capture({
    type: 'message.sendMessage',
    body: {
      ...{ messageId: desk.ids.next(), customerId: customer.id, caseId },
      ...{ template: 'saleSummary', channel, recipient, language, about: summaryHashOf(terms, language) },
      params: {
        name: customerName(customer),
        reference: referenceOf(work),
        summary: rows.map((row) => `${row.label}: ${textOf(row)}`).join('\n'),
        plan: rows[0] ? textOf(rows[0]) : '',
        ...short,
      },
    },
  })
  if (!sent.ok) return sent
  desk.changed('interaction', 'desk')
  return ok({})
})
