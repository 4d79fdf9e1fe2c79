import { states as statesOfMrz } from 'mrz'
import { describe, expect, test } from 'vitest'
import { isIssuingState, stateName, stateOf } from './state-codes.ts'

describe('state codes', () => {
  test('hold every code that the mrz package knows, but Germany by its own and two states long gone', () => {
    const unknown = Object.keys(statesOfMrz).filter((code) => !stateOf(code))
    expect(unknown.sort()).toEqual(['ANT', 'DEU', 'NTZ', 'XXK'])
  })

  test.each([
    ['D', true, 'country', 'Germany'],
    ['CZE', true, 'country', 'Czechia'],
    ['GBD', true, 'country', 'United Kingdom'],
    ['RKS', true, 'country', 'Kosovo'],
    ['EUE', true, 'organisation', undefined],
    ['UTO', true, 'specimen', undefined],
    ['XXA', false, 'person', undefined],
  ])('%s: may issue %s, is a %s, called %s', (code, mayIssue, kind, name) => {
    expect([isIssuingState(code), stateOf(code)?.kind, stateName(code, 'en')]).toEqual([mayIssue, kind, name])
  })

  test('an unknown code is nobody', () => {
    expect(stateOf('ABC')).toBeUndefined()
    expect(isIssuingState('')).toBe(false)
  })

  test('names every country in another language', () => {
    expect(stateName('CZE', 'fr')).toBe('Tchéquie')
  })
})
