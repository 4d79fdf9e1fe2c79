import type { AuthorityRoom } from '#shared/domain/adjustment/contract.ts'

/** The first role above one's own limit that may give a sum; undefined above all of them. */
export function roleAbove({ levels, leftMinor }: AuthorityRoom, amountMinor: number): string | undefined {
  const [, ...above] = levels.filter(
    ({ perItemMinor }, at) => at === 0 || perItemMinor > (levels[0]?.perItemMinor ?? 0),
  )
  return above.find(({ perItemMinor }) => perItemMinor >= amountMinor && perItemMinor > leftMinor)?.role
}
