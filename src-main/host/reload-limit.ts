/** A page that crashes again and again is not reloaded more often than this. */
const most = 3
const withinMs = 60_000

/** How long to wait before a crashed page is loaded again: at once the first three times in a minute, then until it is over. */
export function reloadLimit(now: () => number): () => number {
  let crashes: readonly number[] = []
  return () => {
    const at = now()
    crashes = [...crashes, at].filter((one) => at - one < withinMs).slice(-most - 1)
    const [first] = crashes
    return crashes.length <= most || first === undefined ? 0 : first + withinMs - at
  }
}
