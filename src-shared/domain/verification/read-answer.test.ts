import { expect, test } from 'vitest'
import { expectedAnswers } from './expected-answers.ts'
import { readAnswer } from './read-answer.ts'

test.each([
  ['birthDate', '14. 3. 1986', '1986-03-14'],
  ['birthDate', '14 mars 1986', '1986-03-14'],
  ['birthDate', '14 March 1986', '1986-03-14'],
  ['address', '54000, house 8', '54000 8'],
  ['address', '8 rue Saint-Jean, 54000 Nancy', '54000 8'],
  ['document', '01 26', '0126'],
  ['document', 'ab-17', 'AB17'],
  ['lastPayment', '50', '5000'],
  ['lastPayment', '50,00 €', '5000'],
  ['securityWord', '  Tramvaj ', 'tramvaj'],
  ['securityWord', 'TRÁMVAJ', 'tramvaj'],
] as const)('%s: "%s" is compared as %s', (question, typed, read) => {
  expect(readAnswer(question, typed, 'EUR')).toEqual({ ok: true, value: read })
})

test.each([
  ['birthDate', 'in spring'],
  ['address', '54000'],
  ['document', '39480126'],
  ['lastPayment', 'fifty'],
  ['securityWord', ' ?! '],
] as const)('%s: "%s" is a slip and no answer', (question, typed) => {
  expect(readAnswer(question, typed, 'EUR')).toEqual({
    ok: false,
    error: { code: 'ANSWER_UNREADABLE', details: { question } },
  })
})

const record = {
  customer: { id: 'c', birth_date: '1986-03-14', street: '8 rue Saint-Jean', postal_code: '54000' },
  evidence: [
    { document_masked: '••••••9999', state: 'valid', recorded_at: 1 },
    { document_masked: '••••••0126', state: 'valid', recorded_at: 2 },
    { document_masked: '••••••7777', state: 'refused', recorded_at: 3 },
  ],
  payments: [
    { amount_minor: 1_000, method: 'cash', taken_at: 1 },
    { amount_minor: 5_000, method: 'terminal', taken_at: 2 },
    { amount_minor: 9_000, method: 'nextBill', taken_at: 3 },
  ],
  securityWord: { answer_hash: 'kept' },
}

test('what is expected is of the last document seen as valid and of the last money taken', () => {
  expect(Object.fromEntries(expectedAnswers(record, (text) => text))).toEqual({
    birthDate: 'caller|c|birthDate|1986-03-14',
    document: 'caller|c|document|0126',
    address: 'caller|c|address|54000 8',
    lastPayment: 'caller|c|lastPayment|5000',
    securityWord: 'kept',
  })
})

test('a question the record cannot answer is not asked', () => {
  const bare = {
    customer: { id: 'c', birth_date: null, street: null, postal_code: '54000' },
    evidence: [{ document_masked: '••••••12', state: 'valid', recorded_at: 1 }],
    payments: [],
    securityWord: undefined,
  }
  expect([...expectedAnswers(bare, (text) => text).keys()]).toEqual([])
})
