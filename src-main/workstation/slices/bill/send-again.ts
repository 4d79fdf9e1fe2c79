import { defineDeskHandler } from '#main/workstation/desk.ts'
import { recipientOf } from '#main/workstation/sale/recipient-of.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Sends a bill to its payer once more: by e-mail where there is one, else by SMS. Kept here while the core is away. */
export const sendBillAgain = defineDeskHandler('bill.sendAgain', (desk, { customerId, billId, caseId }) => {
  const customer = desk.view.get('customer', customerId)?.row
  if (!customer) return refuse('NOT_FOUND')
  const channel = recipientOf(customer, 'email') === undefined ? 'sms' : 'email'
  const recipient = recipientOf(customer, channel)
  if (recipient === undefined) return refuse('ADDRESS_MISSING')
  const messageId = desk.ids.next()
  const language = languageSchema.safeParse(customer.language).data ?? 'en'
  const sent = desk.capture({
    type: 'bill.sendAgain',
    body: { messageId, customerId, caseId, billId, channel, recipient, language },
  })
  if (!sent.ok) return sent
  desk.changed('message', 'interaction', 'desk')
  return ok({ channel, recipient })
})
