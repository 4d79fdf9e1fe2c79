export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * The last lines of `npm test`: what was not run and how to get it, then `N passed, N failed`.
 * Under CI what was not run has failed: a machine that shows less than everything shows nothing.
 */
export function closingLines(
  counts: readonly Count[],
  notRun: readonly string[],
  isCi: boolean,
): { readonly lines: readonly string[]; readonly failed: number } {
  const sum = (pick: (count: Count) => number): number => counts.reduce((total, count) => total + pick(count), 0)
  const skipped = sum((count) => count.skipped)
  const failed = sum((count) => count.failed) + (isCi ? skipped + notRun.length : 0)
  const lines = [
    ...(skipped > 0 ? [`Not run: ${skipped} skipped tests.`] : []),
    ...notRun.map((line) => `Not run: ${line}`),
    `${sum((count) => count.passed)} passed, ${failed} failed`,
  ]
  return { lines, failed }
}
