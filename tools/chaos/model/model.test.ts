import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Event } from './history.ts'
import { play } from './history.ts'
import type { Bug } from './protocol.ts'

const some = fc.nat({ max: 5 })
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('capture'),
      desk: some,
      aggregate: fc.nat({ max: 2 }),
      add: fc.integer({ min: -3, max: 5 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('send'), desk: some, limit: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('arrive'), push: some, again: fc.boolean(), isHeard: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pull'), desk: some, diesBetween: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die'), desk: some }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('copy') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore') }) },
)
const histories = fc.array(event, { maxLength: 40 })

/** What a property over many histories found; undefined when all held. */
function found(bug: Bug, numRuns: number): string | undefined {
  const result = fc.check(
    fc.property(histories, (events) => {
      const wrong = play(events, bug)
      if (wrong !== undefined) throw new Error(wrong)
    }),
    { numRuns },
  )
  return result.failed
    ? String(result.errorInstance instanceof Error ? result.errorInstance.message : 'failed')
    : undefined
}

describe('the protocol as a model', () => {
  test('pushes late, twice or lost, deaths, restored cores: I1, I2, I4, I7 and I10 hold in 5,000 histories', () => {
    expect(found('none', 5_000)).toBeUndefined()
  })

  test.each([
    ['cursorFirst', /I4|I7/],
    ['noLedgerLookup', /I2/],
    ['outcomeLater', /I7/],
    ['forgetsResend', /I1/],
  ] as const)('with the bug %s a history is found that breaks %s', (bug, invariant) => {
    expect(found(bug, 60_000)).toMatch(invariant)
  })
})
