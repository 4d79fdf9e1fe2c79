import { roundedQuotient } from '#shared/kernel/money.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import type { Doubt, Finding } from './should-be.ts'

/** What is known of a dispute before somebody decides it; sums are what the customer gets, tax inside. */
export interface RecommendFacts {
  readonly claimedMinor: number
  /** What of the claim was billed beyond what it should be, and is not given back otherwise. */
  readonly wrongMinor: number
  /** Whether the core's prices and days were there to compare with. */
  readonly isJudged: boolean
  /** Whether the dispute is about what the bill itself answers. */
  readonly isAboutPrice: boolean
  readonly findings: readonly Finding[]
  /** What of the difference other bills give back by themselves. */
  readonly settledMinor: number
  readonly doubts: readonly Doubt[]
  readonly recount: 'known' | 'asking' | 'away'
  /** Decided ones of the same reason in this quarter. */
  readonly similar: readonly { readonly claimedMinor: number; readonly grantedMinor: number }[]
  /** Disputes of this customer within a year before this one. */
  readonly earlier: number
}

/** What to grant, and why, in the order it is said (`decision.why.*`). Never applied by itself. */
export interface Recommendation {
  readonly amountMinor: number
  readonly reasons: readonly Sentence[]
}

/** So few do not make a custom. */
export const similarAtLeast = 2

/**
 * What a decision might be: first what the bill itself shows to be wrong; where it shows nothing, how similar cases ended,
 * in the middle of them; else nothing.
 */
export function recommend(facts: RecommendFacts): Recommendation {
  const { claimedMinor, wrongMinor, isJudged, similar, earlier } = facts
  const again = earlier >= 2 ? [say('decision.why.again', { count: earlier })] : []
  const credited = similar.filter(({ grantedMinor }) => grantedMinor > 0).length
  const likeIt = similar.length === 0 ? [] : [say('decision.why.similar', { count: similar.length, credited })]
  const [found, doubts] = [foundIn(facts), doubtsIn(facts)]
  if (wrongMinor > 0) {
    const amountMinor = Math.min(wrongMinor, claimedMinor)
    const restMinor = claimedMinor - amountMinor
    const rest = isJudged && restMinor > 0 ? [say('decision.why.rest', { restMinor })] : []
    return { amountMinor, reasons: [...found, ...rest, ...doubts, ...likeIt, ...again] }
  }
  const isRight = isJudged && facts.findings.every(({ amountMinor }) => amountMinor <= 0)
  const right = isRight && found.length === 0 ? [say('decision.why.right')] : []
  const first = [...right, ...found, ...doubts]
  const isCustom = similar.length >= similarAtLeast && credited * 2 >= similar.length
  if (!isCustom || (isJudged && facts.isAboutPrice))
    return {
      amountMinor: 0,
      reasons: [...(first.length > 0 ? first : [say('decision.why.nothing')]), ...likeIt, ...again],
    }
  return {
    amountMinor: usual(claimedMinor, similar),
    reasons: [...likeIt, say('decision.why.usual'), ...first, ...again],
  }
}

/** What was found on the bill, the causes of all lines together, and what of it comes back otherwise. */
function foundIn({ findings, settledMinor }: RecommendFacts): readonly Sentence[] {
  const causes = [...new Set(findings.map(({ cause }) => cause))]
  const said = causes.flatMap((cause) => {
    const own = findings.filter((one) => one.cause === cause)
    const amountMinor = own.reduce((sum, one) => sum + one.amountMinor, 0)
    const count = own.reduce((sum, one) => sum + one.count, 0)
    if (amountMinor < 0) return [say('decision.why.dearer', { amountMinor: -amountMinor })]
    return amountMinor === 0 ? [] : [say(`decision.why.${cause}`, { amountMinor, count })]
  })
  return settledMinor > 0 ? [...said, say('decision.why.settled', { amountMinor: settledMinor })] : said
}

/** What could not be judged, and why; each once. */
function doubtsIn({ doubts, recount }: RecommendFacts): readonly Sentence[] {
  const count = (of: Doubt['of']): number =>
    doubts.filter((one) => one.of === of).reduce((sum, one) => sum + one.count, 0)
  const [records, unpriced] = [count('records'), count('unpriced')]
  return [
    ...(doubts.some(({ of }) => of === 'core') ? [say(`decision.doubt.${recount}`)] : []),
    ...(records > 0 ? [say('decision.doubt.records', { count: records })] : []),
    ...(unpriced > 0 ? [say('decision.doubt.unpriced', { count: unpriced })] : []),
  ]
}

/** The part of the claim that the middle one of similar cases got. */
function usual(claimedMinor: number, similar: RecommendFacts['similar']): number {
  const sorted = similar.toSorted((a, b) => a.grantedMinor * b.claimedMinor - b.grantedMinor * a.claimedMinor)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle ? roundedQuotient(claimedMinor * middle.grantedMinor, middle.claimedMinor) : 0
}

/** A credit that was asked for: all of it while the customer's room lasts (`leftMinor`), else what is left of that. */
export function recommendCredit(askedMinor: number, leftMinor: number, givenMinor: number): Recommendation {
  const amountMinor = Math.min(askedMinor, leftMinor)
  const before = givenMinor > 0 ? [say('decision.why.before', { givenMinor })] : [say('decision.why.first')]
  const room = amountMinor < askedMinor ? [say('decision.why.room', { leftMinor })] : []
  return { amountMinor, reasons: [...before, ...room] }
}
