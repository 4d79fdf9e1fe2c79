/** Chance that can be repeated: everything a run does by chance comes from one seed through one of these. */
export interface Chance {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number
  readonly between: (least: number, most: number) => number
  readonly isHit: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of a table's names, each as often as its weight says. */
  readonly weighted: <N extends string>(weights: Readonly<Partial<Record<N, number>>>) => N
  readonly bytes: (count: number) => Uint8Array
  /** Chance of its own for a part of the world, so that what one part draws does not move the others. */
  readonly fork: (label: string) => Chance
}

/** Makes chance of a seed: SplitMix32, a counter mixed by multiplication and shifts; fast, and good enough to throw dice. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const draw = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const below = (limit: number): number => Math.floor((draw() / 2 ** 32) * limit)
  const chance: Chance = {
    below,
    between: (least, most) => least + below(most - least + 1),
    isHit: (probability) => draw() / 2 ** 32 < probability,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[below(list.length)] as T // the index is inside the list
    },
    weighted: <N extends string>(weights: Readonly<Partial<Record<N, number>>>) => {
      const entries = Object.entries(weights) as [N, number][] // keys of this very table
      let left = (draw() / 2 ** 32) * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      const last = entries.at(-1)
      if (!last) throw new Error('nothing to pick from')
      return last[0]
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => draw() & 0xff),
    fork: (label) => chanceOf(hashOf(`${seed}/${label}`)),
  }
  return chance
}

/** FNV-1a over the text's UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
