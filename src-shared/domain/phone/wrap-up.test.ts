import { expect, test } from 'vitest'
import { wrapUpChoices, wrapUpOf } from './wrap-up.ts'

const nothing = { work: null, hasOpenTicket: false, queue: '', isTransferred: false } as const
const sale = { recipe: 'sale', state: 'open', isSigned: false } as const

test.each([
  ['a sale that goes on', { work: sale }, 'sold', 'goesOn'],
  ['a sale with a signed contract', { work: { ...sale, isSigned: true } }, 'sold', 'done'],
  ['a case over what the queue said', { work: sale, queue: 'Bill' }, 'sold', 'goesOn'],
  [
    'a case of a recipe nobody knows: the queue',
    { work: { ...sale, recipe: 'newer' }, queue: 'Bill' },
    'billQuestion',
    'done',
  ],
  ['no case: the queue', { queue: 'Bill question' }, 'billQuestion', 'done'],
  ['a queue in French', { queue: 'Question de facture' }, 'billQuestion', 'done'],
  ['a queue in Czech', { queue: 'Porucha linky' }, 'fault', 'done'],
  ['a queue in Russian', { queue: 'Вопрос по счёту' }, 'billQuestion', 'done'],
  [
    'a bill question whose caller could not be verified',
    { work: { recipe: 'billQuestion', state: 'abandoned', isSigned: false } },
    'notVerified',
    'none',
  ],
  ['an open ticket', { hasOpenTicket: true, queue: 'Overflow 3' }, 'fault', 'done'],
  ['a queue that says nothing', { queue: 'Overflow 3' }, 'otherQuestion', 'done'],
  ['a call passed to somebody else', { work: sale, isTransferred: true }, 'sold', 'handedOn'],
] as const)('wrap-up is filled in for %s', (_name, facts, code, outcome) => {
  expect(wrapUpOf({ ...nothing, ...facts })).toEqual({ code, outcome })
})

test('the codes of the recipe come first, and no code stands there twice', () => {
  const codes = wrapUpChoices(sale).map(({ code }) => code)
  expect(codes[0]).toBe('sold')
  expect(new Set(codes).size).toBe(codes.length)
  expect(wrapUpChoices(null).map(({ code }) => code)).toContain('otherQuestion')
})
