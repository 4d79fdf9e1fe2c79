/**
 * What of a bill may be collected now: what is open less what is disputed, never below zero. `claims` are the sums of its
 * open disputes, tax inside. The only such function: screens, letters and collections all ask it.
 */
export function collectableAmount(openMinor: number, claims: readonly number[]): number {
  return openMinor - heldAmount(openMinor, claims)
}

/** What of an open amount is held out of collections by disputes: never more than is open. */
export function heldAmount(openMinor: number, claims: readonly number[]): number {
  return Math.min(
    Math.max(0, openMinor),
    claims.reduce((sum, claim) => sum + claim, 0),
  )
}
