import { crashPoints } from '#shared/node/crash-points.ts'

/** What must hold after every run (sync.md). */
export const invariants = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10', 'I11', 'I12'] as const
export type Invariant = (typeof invariants)[number]

/** What happened in a run, counted for the closing table. */
export const countNames = [
  'runs',
  'desks',
  'actions',
  'kills',
  'lost',
  'doubled',
  'late',
  'damaged',
  'refusedAtDoor',
  'cables',
  'clockJumps',
  'restores',
  'captured',
  'applied',
  'refused',
  'waiting',
] as const
export type CountName = (typeof countNames)[number]

export interface Violation {
  readonly invariant: Invariant
  readonly what: string
}

/** Counts of one or more runs: what was checked, what did not hold, what happened. */
export interface Tally {
  readonly checks: Readonly<Record<Invariant, number>>
  readonly violations: readonly Violation[]
  readonly counts: Readonly<Record<CountName, number>>
  /** How often something was made to die at a named crash point. */
  readonly deaths: ReadonlyMap<string, number>
}

export interface TallyBook extends Tally {
  /** Counts a check; when it does not hold, `what` says so with ids (asked only then). */
  readonly check: (invariant: Invariant, holds: boolean, what: () => string) => boolean
  readonly count: (name: CountName, by?: number) => void
  readonly diedAt: (point: string, times?: number) => void
  readonly add: (other: Tally) => void
}

/** No run says the same thing more often than this. */
const violationsKept = 50

/** An empty book. */
export function openTally(): TallyBook {
  // one entry for each name of the list
  const checks = Object.fromEntries(invariants.map((name) => [name, 0])) as Record<Invariant, number>
  const counts = Object.fromEntries(countNames.map((name) => [name, 0])) as Record<CountName, number> // as above
  const violations: Violation[] = []
  const deaths = new Map<string, number>()
  const diedAt = (point: string, times = 1): void => void deaths.set(point, (deaths.get(point) ?? 0) + times)
  return {
    ...{ checks, counts, violations, deaths, diedAt },
    check: (invariant, holds, what) => {
      checks[invariant] += 1
      if (!holds && violations.length < violationsKept) violations.push({ invariant, what: what() })
      return holds
    },
    count: (name, by = 1) => {
      counts[name] += by
    },
    add: (other) => {
      for (const name of invariants) checks[name] += other.checks[name]
      for (const name of countNames) counts[name] += other.counts[name]
      for (const [point, times] of other.deaths) diedAt(point, times)
      violations.push(...other.violations)
    },
  }
}

/** The closing table: what happened, then each invariant with its checks and violations. */
export function tableOf(tally: Tally): string {
  const happened = countNames.map((name) => `${name} ${tally.counts[name]}`)
  const rows = invariants.map((name) => {
    const broken = tally.violations.filter((one) => one.invariant === name).length
    return `| ${name.padEnd(9)} | ${String(tally.checks[name]).padStart(9)} | ${String(broken).padStart(10)} |`
  })
  return [
    happened.slice(0, 8).join(', '),
    happened.slice(8).join(', '),
    `named crash points died at: ${tally.deaths.size} of ${crashPoints.length}, ${sum(tally.deaths.values())} times`,
    '',
    '| invariant |    checks | violations |',
    '| --------- | --------- | ---------- |',
    ...rows,
  ].join('\n')
}

function sum(numbers: Iterable<number>): number {
  let all = 0
  for (const number of numbers) all += number
  return all
}
