/** A stream of numbers that a seed repeats: sfc32 (Chris Doty-Humphrey's small fast counter), 32 bits of state each. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  /** One of a list. Throws on an empty one. */
  readonly pick: <T>(list: readonly T[]) => T
  /** True in so many of a hundred cases. */
  readonly percent: (percent: number) => boolean
}

/** Starts a stream from a seed and the number of what is made: each customer has its own, so that a seed can be resumed. */
export function createRandom(seed: number, index: number): Random {
  let a = mixed(seed)
  let b = mixed(index ^ 0x9e3779b9)
  let c = mixed(Math.floor(index / 2 ** 32) + a)
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round += 1) next()
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit)
  return {
    below,
    percent: (percent) => below(100) < percent,
    pick: (list) => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}

/** Spreads the bits of a number over 32 (the finaliser of MurmurHash3). */
export function mixed(value: number): number {
  let bits = Math.imul((value ^ (value >>> 16)) | 0, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
