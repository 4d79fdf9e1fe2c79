import { expect, test } from 'vitest'
import { creditPolicy, offer } from '#shared/domain/catalogue/builders.ts'
import { contractTerms } from '#shared/domain/contract/builders.ts'
import { notOverridden } from '#shared/domain/credit/commands.ts'
import type { CreditDecisionRow } from '#shared/domain/credit/rows.ts'
import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import type { PaymentRow } from '#shared/domain/payment/rows.ts'
import type { OrderFacts } from './judge-order.ts'
import { judgeOrder } from './judge-order.ts'

const row = { scope: 'test', version: 1, customer_id: 'c', case_id: 'k' }
const evidence: EvidenceRow = {
  ...row,
  id: 'e',
  kind: 'passport',
  issuing_state: 'UTO',
  document_masked: '••••02C3',
  surname: 'Eriksson',
  given_names: 'Anna Maria',
  birth_date: '1974-08-12',
  expiry_date: '2032-04-15',
  assurance: 'substantial',
  state: 'valid',
  address_kind: 'utilityBill',
  address_issued_on: '2026-09-03',
  recorded_at: 0,
  recorded_by: 'Luc',
}
const decision: CreditDecisionRow = {
  ...row,
  id: 'd',
  class: 'C',
  state: 'final',
  reasons: '[]',
  deposit_months: 1,
  spending_limit_minor: 10_000,
  lines: 2,
  currency: 'EUR',
  decided_at: 0,
  valid_until: '2027-01-01',
  ...notOverridden,
}
/** With an add-on of 5.00 and a deposit of one fee. */
const terms = contractTerms({
  monthlyMinor: 2990,
  dueNowMinor: 3990,
  depositMinor: 2990,
  firstBillMinor: 1158,
  totalMinor: 72_760,
})
const payment: PaymentRow = {
  ...row,
  id: 'p',
  agreement_id: 'a',
  method: 'cash',
  amount_minor: 3990,
  currency: 'EUR',
  terminal_reference: null,
  taken_at: 0,
  taken_by: 'Luc',
  top_up_minor: 0,
  tendered_minor: null,
  desk_name: '',
  shift_id: null,
}
const good: OrderFacts = {
  terms,
  plan: offer({}),
  evidence,
  decision,
  payment,
  linesInForce: 0,
  companyLimit: null,
  creditPolicy,
}

test('an order with valid identity, a class that allows it, its deposit and its payment may be activated', () => {
  expect(judgeOrder(good)).toEqual({ ok: true, value: true })
})

test('a company may have any number of lines as long as all its branches together stay below their limit', () => {
  const companyLimit = { limitMinor: 4000, usedMinor: 1010 }
  expect(judgeOrder({ ...good, linesInForce: 40, companyLimit })).toEqual({ ok: true, value: true })
})

test('what a supervisor opened beyond the class holds: one more line, a company’s sum, and never less than before', () => {
  const overridden = { ...decision, lines: 3, overridden_by: 'Petr' }
  expect(judgeOrder({ ...good, decision: overridden, linesInForce: 2 }).ok).toBe(true)
  expect(judgeOrder({ ...good, decision: overridden, linesInForce: 3 })).toMatchObject({
    error: { details: { lines: 3 } },
  })
  const companyLimit = { limitMinor: 4000, usedMinor: 1011 }
  const more = { ...overridden, spending_limit_minor: 4001 }
  expect(judgeOrder({ ...good, decision: more, companyLimit }).ok).toBe(true)
  expect(judgeOrder({ ...good, decision: { ...more, overridden_by: '' }, companyLimit }).ok).toBe(false)
})

test('without a limit of its own a company has that of its class', () => {
  const companyLimit = { limitMinor: null, usedMinor: decision.spending_limit_minor - 2989 }
  expect(judgeOrder({ ...good, companyLimit })).toMatchObject({ error: { code: 'COMPANY_LIMIT_EXCEEDED' } })
})

test.each([
  ['no document', { evidence: null }, 'IDENTITY_MISSING'],
  ['an additional check open', { evidence: { ...evidence, state: 'referred' } }, 'IDENTITY_REFERRED'],
  ['a document not accepted', { evidence: { ...evidence, state: 'refused' } }, 'IDENTITY_REFUSED'],
  ['no credit decision', { decision: null }, 'CREDIT_MISSING'],
  ['class E', { decision: { ...decision, class: 'E' } }, 'CREDIT_CLASS_TOO_LOW'],
  ['class C where the offer asks B', { plan: offer({ needs_class: 'B' }) }, 'CREDIT_CLASS_TOO_LOW'],
  ['two lines of two in use', { linesInForce: 2 }, 'CREDIT_LINES_EXCEEDED'],
  ['a class that asks two fees where one was signed', { decision: { ...decision, class: 'D' } }, 'DEPOSIT_DIFFERS'],
  ['a company over its own limit', { companyLimit: { limitMinor: 4000, usedMinor: 1011 } }, 'COMPANY_LIMIT_EXCEEDED'],
  ['nothing paid', { payment: null }, 'PAYMENT_MISSING'],
  ['a cent less paid', { payment: { ...payment, amount_minor: 3989 } }, 'PAYMENT_MISSING'],
] satisfies [string, Partial<OrderFacts>, string][])('an order with %s is refused', (_what, facts, code) => {
  expect(judgeOrder({ ...good, ...facts })).toMatchObject({ ok: false, error: { code } })
})

test('pre-paid asks for no credit decision and no deposit', () => {
  const prepaid = {
    plan: offer({ billing: 'prePaid' }),
    decision: null,
    terms: { ...terms, depositMinor: 0, dueNowMinor: 1000 },
  }
  expect(judgeOrder({ ...good, ...prepaid }).ok).toBe(true)
})
