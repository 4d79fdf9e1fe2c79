import { mayBecomeScan, tellingLength } from './scan.ts'

/**
 * Keys that come faster than fingers: at most so many ms between two. A scanner sends one every 2 to 20 ms, the fastest
 * typists one every 60, and a key held down repeats every 30 but says so itself.
 */
export const burstGapMs = 35
/** A burst is over when nothing came for so long. */
export const burstEndMs = 90

/** A finger may have come just before the scanner: so many keys at the beginning are not counted with it at most. */
export const strayKeys = 3

/**
 * A run of fast keys: what they typed so far, when the last came, and whether they are held back by now. `strays` of the
 * first ones were somebody's typing.
 */
export interface Burst {
  readonly text: string
  readonly strays: number
  readonly lastAt: number
  readonly isHeld: boolean
}

/** The burst after one more key (`\n` for Enter, `\t` for Tab). A key that comes too late begins a new one. */
export function nextBurst(burst: Burst | undefined, key: string, at: number): Burst {
  const isOn = burst !== undefined && at - burst.lastAt <= (burst.isHeld ? burstEndMs : burstGapMs)
  const text = isOn ? burst.text + key : key
  if (isOn && burst.isHeld) return { ...burst, text, lastAt: at }
  const strays = Array.from({ length: strayKeys + 1 }, (_, count) => count).find(
    (count) => text.length - count >= tellingLength && mayBecomeScan(text.slice(count)),
  )
  return { text, lastAt: at, isHeld: strays !== undefined, strays: strays ?? 0 }
}
