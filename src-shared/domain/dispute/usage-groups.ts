import type { BilledUse } from '#shared/domain/rating/rows.ts'
import { shareOut } from '#shared/kernel/money.ts'

/** A record of a disputed line, its sum a share of the line's own so that rows add up. */
export interface DisputedUse {
  readonly id: string
  readonly at: number
  readonly units: number
  readonly billedMinor: number
  readonly shouldMinor: number
}

/** Records one after the other that are alike: free, priced, priced otherwise than they should be, or there a second time. */
export interface UsageGroup {
  readonly kind: 'free' | 'priced' | 'wrong' | 'double'
  readonly from: number
  readonly to: number
  readonly count: number
  readonly units: number
  readonly billedMinor: number
  readonly shouldMinor: number
  /** The first ones of it; the others are counted. */
  readonly uses: readonly DisputedUse[]
}

/** What a record should have cost, millionths of the currency, where that is otherwise (`judgeLine`). */
export type ShouldBe = ReadonlyMap<string, { readonly shouldMicro: number; readonly isDouble: boolean }>

const usesShown = 4
const groupsAtMost = 8

/**
 * The records of a line in groups, the oldest first, each with its share of the line's sum (in the line's own pricing). Where
 * there would be more than fit, those of a kind stand together.
 */
export function usageGroups(uses: readonly BilledUse[], amountMinor: number, should: ShouldBe): readonly UsageGroup[] {
  const sorted = uses.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
  const weights = sorted.map((use) => Math.max(0, use.amountMicro))
  const total = weights.reduce((sum, one) => sum + one, 0)
  const shares = total > 0 && amountMinor > 0 ? shareOut(amountMinor, weights) : sorted.map(() => 0)
  const shown = sorted.map((use, at): Shown => {
    const billedMinor = shares[at] ?? 0
    const other = should.get(use.id)
    const isOther = other !== undefined && other.shouldMicro < use.amountMicro
    const parts = isOther ? shareOut(billedMinor, [other.shouldMicro, use.amountMicro - other.shouldMicro]) : []
    const shouldMinor = parts[0] ?? billedMinor
    const kind = other?.isDouble === true ? 'double' : isOther ? 'wrong' : use.amountMicro === 0 ? 'free' : 'priced'
    return { kind, use: { id: use.id, at: use.startedAt, units: use.charged, billedMinor, shouldMinor } }
  })
  const runs = runsOf(shown)
  return (runs.length <= groupsAtMost ? runs : byKind(shown)).map(groupOf)
}

type Shown = { readonly kind: UsageGroup['kind']; readonly use: DisputedUse }

function runsOf(shown: readonly Shown[]): readonly (readonly Shown[])[] {
  const runs: Shown[][] = []
  for (const one of shown) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === one.kind) last.push(one)
    else runs.push([one])
  }
  return runs
}

function byKind(shown: readonly Shown[]): readonly (readonly Shown[])[] {
  return (['double', 'wrong', 'priced', 'free'] as const)
    .map((kind) => shown.filter((one) => one.kind === kind))
    .filter((each) => each.length > 0)
}

function groupOf(run: readonly Shown[]): UsageGroup {
  const sum = (of: (use: DisputedUse) => number): number => run.reduce((all, { use }) => all + of(use), 0)
  return {
    kind: run[0]?.kind ?? 'priced',
    from: run[0]?.use.at ?? 0,
    to: run.at(-1)?.use.at ?? 0,
    count: run.length,
    units: sum(({ units }) => units),
    billedMinor: sum(({ billedMinor }) => billedMinor),
    shouldMinor: sum(({ shouldMinor }) => shouldMinor),
    uses: run.slice(0, usesShown).map(({ use }) => use),
  }
}
