import { describe, expect, test } from 'vitest'
import type { RecommendFacts } from './recommend.ts'
import { recommend, recommendCredit } from './recommend.ts'

const facts = (change: Partial<RecommendFacts>): RecommendFacts => ({
  ...{ claimedMinor: 18_600, wrongMinor: null, cause: null, similar: [], earlier: 0, ...change },
})
const like = (claimedMinor: number, grantedMinor: number) => ({ claimedMinor, grantedMinor })

describe('what is recommended', () => {
  const rows = [
    ['nothing known', {}, 0, ['nothing']],
    ['one like it is no custom', { similar: [like(100, 100)] }, 0, ['nothing', 'similar']],
    ['priced anew, a part', { wrongMinor: 15_000, cause: 'rerated' }, 15_000, ['rerated', 'rest']],
    ['priced anew, more than claimed', { wrongMinor: 20_000, cause: 'rerated' }, 18_600, ['rerated']],
    ['the same twice', { wrongMinor: 18_600, cause: 'twice' }, 18_600, ['twice']],
    ['compared, and right', { wrongMinor: 0 }, 0, ['right']],
    ['as similar ones ended', { similar: [like(200, 100), like(300, 150)] }, 9300, ['similar', 'usual']],
    ['the middle of three', { similar: [like(100, 0), like(100, 50), like(100, 100)] }, 9300, ['similar', 'usual']],
    ['mostly rejected', { similar: [like(100, 0), like(100, 0), like(100, 100)] }, 0, ['nothing', 'similar']],
    [
      'the bill before similar ones',
      { wrongMinor: 100, cause: 'outage', similar: [like(1, 1), like(1, 1)] },
      100,
      [...['outage', 'rest', 'similar']],
    ],
    ['disputes often', { wrongMinor: 18_600, cause: 'twice', earlier: 2 }, 18_600, ['twice', 'again']],
  ] as const
  test.each(rows)('%s', (_name, change, amountMinor, reasons) => {
    const given = recommend(facts(change as Partial<RecommendFacts>)) // as: the table is read only all through
    expect(given.amountMinor).toBe(amountMinor)
    expect(given.reasons.map(({ key }) => key)).toEqual(reasons.map((one) => `decision.why.${one}`))
  })

  test.each([
    [2000, 50_000, 0, 2000, ['first']],
    [2000, 1500, 3500, 1500, ['before', 'room']],
    [2000, 0, 5000, 0, ['before', 'room']],
  ] as const)('a credit of %i with %i left and %i given: %i', (asked, left, given, amountMinor, reasons) => {
    const said = recommendCredit(asked, left, given)
    expect(said.amountMinor).toBe(amountMinor)
    expect(said.reasons.map(({ key }) => key)).toEqual(reasons.map((one) => `decision.why.${one}`))
  })
})
