import { describe, expect, test } from 'vitest'
import type { RecommendFacts } from './recommend.ts'
import { recommend, recommendCredit } from './recommend.ts'
import type { Finding } from './should-be.ts'

const facts = (change: Partial<RecommendFacts>): RecommendFacts => ({
  ...{ claimedMinor: 18_600, wrongMinor: 0, isJudged: false, isAboutPrice: false, findings: [], settledMinor: 0 },
  ...{ doubts: [], recount: 'known', similar: [], earlier: 0, ...change },
})
const found = (cause: Finding['cause'], amountMinor: number) => ({
  wrongMinor: Math.max(0, amountMinor),
  isJudged: true,
  findings: [{ cause, amountMinor, count: 1 }],
})
const like = (claimedMinor: number, grantedMinor: number) => ({ claimedMinor, grantedMinor })

describe('what is recommended', () => {
  const rows = [
    ['nothing known', {}, 0, ['nothing']],
    ['one like it is no custom', { similar: [like(100, 100)] }, 0, ['nothing', 'similar']],
    ['priced anew, a part', found('rerated', 15_000), 15_000, ['rerated', 'rest']],
    ['priced anew, more than claimed', found('rerated', 20_000), 18_600, ['rerated']],
    ['the same twice', found('twice', 18_600), 18_600, ['twice']],
    ['compared, and right', { isJudged: true }, 0, ['right']],
    ['too cheap', found('rerated', -500), 0, ['dearer']],
    [
      'another bill gives it back',
      { ...found('days', 700), wrongMinor: 0, settledMinor: 700 },
      ...[0, ['days', 'settled']],
    ],
    [
      'the core is away',
      {
        doubts: [
          { of: 'core', count: 0 },
          { of: 'records', count: 2 },
        ],
        recount: 'away',
      },
      ...[0, ['doubt.away', 'doubt.records']],
    ],
    [
      'a price is not a custom',
      { isJudged: true, isAboutPrice: true, similar: [like(1, 1), like(1, 1)] },
      ...[0, ['right', 'similar']],
    ],
    ['as similar ones ended', { similar: [like(200, 100), like(300, 150)] }, 9300, ['similar', 'usual']],
    ['the middle of three', { similar: [like(100, 0), like(100, 50), like(100, 100)] }, 9300, ['similar', 'usual']],
    ['mostly rejected', { similar: [like(100, 0), like(100, 0), like(100, 100)] }, 0, ['nothing', 'similar']],
    [
      'the bill before similar ones',
      { ...found('outage', 100), similar: [like(1, 1), like(1, 1)] },
      100,
      [...['outage', 'rest', 'similar']],
    ],
    ['disputes often', { ...found('twice', 18_600), earlier: 2 }, 18_600, ['twice', 'again']],
  ] as const
  test.each(rows)('%s', (_name, change, amountMinor, reasons) => {
    const given = recommend(facts(change as Partial<RecommendFacts>)) // as: the table is read only all through
    expect(given.amountMinor).toBe(amountMinor)
    expect(given.reasons.map(({ key }) => key)).toEqual(
      reasons.map((one) => `decision.${one.includes('.') ? '' : 'why.'}${one}`),
    )
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
