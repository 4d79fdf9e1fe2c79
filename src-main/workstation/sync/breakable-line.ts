import type { CoreLine } from './core-client.ts'

/** A line to the core, and the end of all that is under way over it: it will not come, or nobody waits for it any more. */
export function breakableLine(parts: Omit<CoreLine, 'signal'>): {
  readonly line: CoreLine
  readonly breakOff: () => void
} {
  let aborter = new AbortController()
  return {
    line: { ...parts, signal: () => aborter.signal },
    breakOff: () => {
      aborter.abort()
      aborter = new AbortController()
    },
  }
}
