import { defineDeskHandler } from '#main/workstation/desk.ts'
import { recipientOf } from '#main/workstation/sale/recipient-of.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Writes to a customer by a template, in their language, to the address on record; the core words it, also later. */
export const sendMessage = defineDeskHandler('message.send', (desk, { customerId, caseId, template, channel }) => {
  const customer = desk.view.get('customer', customerId)?.row
  if (!customer) return refuse('NOT_FOUND')
  const recipient = recipientOf(customer, channel)
  if (recipient === undefined) return refuse('ADDRESS_MISSING', { channel })
  const sent = desk.capture({
    type: 'message.sendMessage',
    body: {
      ...{ messageId: desk.ids.next(), customerId, caseId, template, channel, recipient, about: '' },
      language: languageSchema.catch('en').parse(customer.language),
      params: { name: customerName(customer) },
    },
  })
  if (!sent.ok) return sent
  desk.changed('interaction', 'message', 'desk')
  return ok({})
})
