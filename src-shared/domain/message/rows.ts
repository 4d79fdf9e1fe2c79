import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A message to a customer (TMF681). `recipient`: E.164 or an e-mail address; `subject` ('' for SMS) and `body` as the core
 * wrote them from its template, what is secret in them as dots; '' while only this desk knows of it. `cause`: why the
 * gateway refused it ('' none). `about`: what it belongs to (a summary's hash, a code, an order; '' nothing).
 */
export const messageTable = defineTable(
  'message',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text?',
    template: 'text',
    channel: 'text',
    recipient: 'text',
    language: 'text',
    subject: 'text',
    body: 'text',
    state: 'text',
    cause: 'text',
    tries: 'int',
    about: 'text',
    queued_at: 'int',
    sent_at: 'int?',
    by_name: 'text',
  },
  [['case_id'], ['customer_id'], ['state']],
)
export type MessageRow = RowOf<typeof messageTable.columns>
