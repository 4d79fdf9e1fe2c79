/** Letters apart of two words, a swap of neighbours counting one; `limit` + 1 when farther. */
export function lettersApart(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start += 1
  let end = 0
  while (end < most - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end += 1
  return Math.min(apart(one.slice(start, one.length - end), other.slice(start, other.length - end)), limit + 1)
}

/** Of what is left between a common beginning and a common end: row by row, the two rows before at hand. */
function apart(one: string, other: string): number {
  if (one === '' || other === '') return Math.max(one.length, other.length)
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const line = [i]
    const letter = one.charCodeAt(i - 1)
    for (let j = 1; j <= other.length; j += 1) {
      const change = letter === other.charCodeAt(j - 1) ? 0 : 1
      let best = Math.min((line[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + change)
      const isSwap =
        i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      line.push(best)
    }
    before = last
    last = line
  }
  return last[other.length] ?? 0
}

/** Which letters a word has, in 32 bits; two letters may share one. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** Whether a word can be so near at all, told quickly: a slip brings at most one letter in and takes one out. */
export function mayBeNear(letters: number, other: string, limit: number): boolean {
  let different = letters ^ lettersOf(other)
  let count = 0
  while (different !== 0 && count <= limit * 2) {
    different &= different - 1
    count += 1
  }
  return count <= limit * 2
}
