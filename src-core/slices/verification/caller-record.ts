import type { CallerRecord } from '#shared/domain/verification/expected-answers.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

/** What is on record of a customer that a caller can be asked about, as the desk reads it from its mirror. */
export async function callerRecord({ tx, get }: HandlerContext, customer: CustomerRow): Promise<CallerRecord> {
  return {
    customer,
    evidence: await tx
      .selectFrom('identity_evidence')
      .select(['document_masked', 'state', 'recorded_at'])
      .where('customer_id', '=', customer.id)
      .execute(),
    payments: await tx
      .selectFrom('payment')
      .select(['amount_minor', 'method', 'taken_at'])
      .where('customer_id', '=', customer.id)
      .execute(),
    securityWord: await get('security_word', customer.id),
  }
}
