import { roundedQuotient } from '#shared/kernel/money.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'

/** What is known of a dispute before somebody decides it; sums are what the customer gets, tax inside. */
export interface RecommendFacts {
  readonly claimedMinor: number
  /** What of the claim was billed beyond what it should be; null where there is nothing to compare it with. */
  readonly wrongMinor: number | null
  /** Why it should be otherwise. */
  readonly cause: 'rerated' | 'twice' | 'outage' | null
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
  const { claimedMinor, wrongMinor, cause, similar, earlier } = facts
  const again = earlier >= 2 ? [say('decision.why.again', { count: earlier })] : []
  const credited = similar.filter(({ grantedMinor }) => grantedMinor > 0).length
  const likeIt = similar.length === 0 ? [] : [say('decision.why.similar', { count: similar.length, credited })]
  if (wrongMinor !== null && cause !== null && wrongMinor > 0) {
    const amountMinor = Math.min(wrongMinor, claimedMinor)
    const restMinor = claimedMinor - amountMinor
    const rest = restMinor > 0 ? [say('decision.why.rest', { restMinor })] : []
    return { amountMinor, reasons: [say(`decision.why.${cause}`, { amountMinor }), ...rest, ...likeIt, ...again] }
  }
  const right = wrongMinor === null ? [] : [say('decision.why.right')]
  if (similar.length < similarAtLeast || credited * 2 < similar.length)
    return {
      amountMinor: 0,
      reasons: [...(right.length > 0 ? right : [say('decision.why.nothing')]), ...likeIt, ...again],
    }
  return {
    amountMinor: usual(claimedMinor, similar),
    reasons: [...likeIt, say('decision.why.usual'), ...right, ...again],
  }
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
