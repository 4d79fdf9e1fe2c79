import { defineHandler } from '#core/sync/handler.ts'
import { applied } from '../kit/answers.ts'
import { writeContact } from './contact.ts'

/** Logs a contact from its first second; one that is known already stays as it is. */
export const logContact = defineHandler('interaction.logContact', {
  run: async (context, body) => {
    if (await context.get('contact', body.contactId)) return applied
    await writeContact(context, body, { summary: 'contact.begun', note: '', outcome: '', duration_s: 0 })
    return applied
  },
})
