import { say } from '#shared/kernel/sentence.ts'
import type { TopUp } from './contract.ts'
import type { LikeTopUp } from './decision-contract.ts'
import type { Recommendation } from './recommend.ts'

/** So far apart the same sum is another top-up, ms. */
const apartMs = 10 * 60_000

/** Other top-ups that look like one booked twice: under its reference, or of the same sum within ten minutes; nearest first. */
export function likeTopUps(one: TopUp, all: readonly TopUp[]): readonly LikeTopUp[] {
  const apart = (other: TopUp): number => Math.abs(other.at - one.at)
  return all
    .filter(({ paymentId }) => paymentId !== one.paymentId)
    .flatMap((other): readonly LikeTopUp[] => {
      if (one.reference !== '' && other.reference === one.reference) return [{ ...other, like: 'reference' }]
      return other.topUpMinor === one.topUpMinor && apart(other) <= apartMs ? [{ ...other, like: 'sum' }] : []
    })
    .toSorted((a, b) => apart(a) - apart(b))
}

/** What is known of a disputed top-up beside what was booked. */
export interface TopUpFacts {
  readonly claimedMinor: number
  readonly reason: string
  readonly hasEvidence: boolean
  /** Disputes of this customer within a year before this one. */
  readonly earlier: number
}

/**
 * What a decision might be: what is claimed where it was booked twice and neither was given back; else nothing, and what
 * would have to be shown. Never applied by itself.
 */
export function recommendTopUp(
  topUp: Pick<TopUp, 'leftMinor'> & { readonly like: readonly LikeTopUp[] },
  facts: TopUpFacts,
): Recommendation {
  const again = facts.earlier >= 2 ? [say('decision.why.again', { count: facts.earlier })] : []
  const shown = facts.hasEvidence ? [say('decision.why.topUp.shown')] : []
  if (topUp.leftMinor === 0) return { amountMinor: 0, reasons: [say('decision.why.topUp.gone'), ...again] }
  const settled = topUp.like.find(({ leftMinor, topUpMinor }) => leftMinor < topUpMinor)
  if (settled) return { amountMinor: 0, reasons: [say('decision.why.topUp.settled', { at: settled.at }), ...again] }
  const [twin] = topUp.like
  if (twin === undefined) {
    const missing = known.includes(facts.reason) ? facts.reason : 'other'
    return { amountMinor: 0, reasons: [say(`decision.why.topUp.${missing}`), ...shown, ...again] }
  }
  const { at, reference, topUpMinor } = twin
  return {
    amountMinor: Math.min(facts.claimedMinor, topUp.leftMinor),
    reasons: [say(`decision.why.topUp.${twin.like}`, { at, reference, amountMinor: topUpMinor }), ...again],
  }
}

/** Reasons of which it is known what would show them (`disputePolicySchema.topUpReasons`); a market may have others. */
const known: readonly string[] = ['notArrived', 'bookedTwice', 'otherSum']
