import { readdirSync, readFileSync } from 'node:fs'

/** One line of a benchmark; `ratio` is against the yardstick of the same run. */
export interface Measure {
  readonly bench: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  readonly ratio?: number
}

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle of the samples. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}

/** What work took, in seconds: by the clock, and of the processors, which other programs disturb less. */
export interface Spent {
  readonly seconds: number
  readonly cpuSeconds: number
}

/** Starts counting; each call of what it gives says what was spent since. */
export function stopwatch(): () => Spent {
  const began = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1_000_000 }
  }
}

/** A number with at most two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** A process and all below it, by process id (Linux: read from /proc). */
export function familyOf(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = readOr(`/proc/${name}/stat`)
    if (stat !== '') parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const family = [root]
  for (const pid of family) for (const [child, parent] of parents) if (parent === pid) family.push(child)
  return family
}

/** Memory of a process and all below it in MiB, pages shared between processes counted once (proportional set size). */
export function memoryOf(root: number): number {
  const kib = familyOf(root).map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
  return kib.reduce((all, one) => all + one, 0) / 1024
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
