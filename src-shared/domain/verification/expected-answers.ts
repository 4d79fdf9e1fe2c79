import type { CallerQuestion } from '#shared/domain/catalogue/policies.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import type { PaymentRow } from '#shared/domain/payment/rows.ts'
import type { SecurityWordRow } from './rows.ts'
import { addressFigures, documentFigures } from './read-answer.ts'

/** What is on record of a customer that a caller can be asked about. */
export interface CallerRecord {
  readonly customer: Pick<CustomerRow, 'id' | 'birth_date' | 'street' | 'postal_code'>
  readonly evidence: readonly Pick<EvidenceRow, 'document_masked' | 'state' | 'recorded_at'>[]
  readonly payments: readonly Pick<PaymentRow, 'amount_minor' | 'method' | 'taken_at'>[]
  readonly securityWord: Pick<SecurityWordRow, 'answer_hash'> | undefined
}

/** A keyed hash of a text. */
type Hash = (text: string) => string

/** How an answer is hashed: with the customer and the question, so that equal answers of two customers look unlike. */
export function answerHash(customerId: string, question: CallerQuestion, answer: string, hash: Hash): string {
  return hash(`caller|${customerId}|${question}|${answer}`)
}

/**
 * The keyed hashes an answer is compared with, by question; a question the record has no answer to is left out. Desk and
 * core make them of the same rows, so that both judge alike (docs/adr/0035).
 */
export function expectedAnswers(record: CallerRecord, hash: Hash): ReadonlyMap<CallerQuestion, string> {
  const { customer, securityWord } = record
  const figures = addressFigures(`${customer.street ?? ''} ${customer.postal_code ?? ''}`)
  const plain: readonly (readonly [CallerQuestion, string | undefined])[] = [
    ['birthDate', customer.birth_date ?? undefined],
    ['document', documentEnd(record)],
    ['address', figures.length >= 2 ? figures.join(' ') : undefined],
    ['lastPayment', lastPayment(record)],
  ]
  return new Map([
    ...plain.flatMap(([question, answer]): readonly (readonly [CallerQuestion, string])[] =>
      answer === undefined ? [] : [[question, answerHash(customer.id, question, answer, hash)]],
    ),
    ...(securityWord ? [['securityWord', securityWord.answer_hash] as const] : []),
  ])
}

function documentEnd({ evidence }: CallerRecord): string | undefined {
  const seen = evidence.filter(({ state }) => state === 'valid').toSorted((a, b) => b.recorded_at - a.recorded_at)[0]
  const end = seen?.document_masked.replace(/[^A-Z0-9]/g, '')
  return end?.length === documentFigures ? end : undefined
}

/** Money that was taken; what was put on a bill nobody has paid by that. */
function lastPayment({ payments }: CallerRecord): string | undefined {
  const paid = payments.filter(({ method, amount_minor: amount }) => method !== 'nextBill' && amount > 0)
  const last = paid.toSorted((a, b) => b.taken_at - a.taken_at)[0]
  return last && String(last.amount_minor)
}
