import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** A person who asks and is not yet our customer. Consents stay in the ledger, with the wording they were given under. */
export const createProspect = defineHandler('customer.createProspect', {
  run: async (context, body) => {
    if (await context.get('customer', body.customerId)) return rejected('CUSTOMER_EXISTS')
    await context.insert('customer', {
      id: body.customerId,
      scope: context.scope,
      state: 'prospect',
      kind: 'individual',
      family_name: body.familyName,
      given_names: body.givenNames,
      contact_number: body.contactNumber,
      email: body.email,
      street: null,
      postal_code: null,
      town: null,
      language: body.language,
      birth_date: null,
      person_hash: null,
      document_hash: null,
      account_number: null,
      balance_minor: 0,
      currency: body.currency,
      first_inquiry_at: context.command.capturedAt,
      contract_signed_at: null,
      active_since: null,
    })
    return applied
  },
})
