import type { Desk } from '#main/workstation/desk.ts'
import { lettersApart, lettersOf, mayBeNear } from './letters-apart.ts'
import { backward } from '#shared/kernel/backward.ts'
import type { Found } from './search-index.ts'
import { beginning, foundByMatch } from './search-index.ts'

/** Letters a word must have for a typing error to be thought of, and letters from which two may be wrong. */
const shortest = 4
const long = 7
/** Words tried for one mistyped word, the nearest first. */
const nearCap = 16

/**
 * Customers of whose words each is near a searched one: a letter apart (two in long words) from a word of names, or,
 * short ones, beginning so.
 */
export function foundSimilar(desk: Desk, words: readonly string[], limit: number): readonly Found[] {
  if (!words.some((word) => word.length >= shortest)) return []
  const near = words.map((word) => (word.length < shortest ? [] : nearWords(desk, word)))
  if (near.every((some) => some.length === 0)) return []
  const match = words.map((word, index) => {
    const others = (near[index] ?? []).map((other) => `"${other}"`)
    return `(${[beginning(desk, word), ...others].join(' OR ')})`
  })
  const table = words.length === 1 ? 'customer_names' : 'customer_words'
  return foundByMatch(desk, table, match.join(' AND '), limit).map((row) => ({ row, matched: 'similar' }))
}

/**
 * Words of the market near a word, the nearest first: each one slip away; of those two slips away, in long words, the
 * ones that begin or end with the same three letters.
 */
export function nearWords(desk: Desk, word: string): readonly string[] {
  const limit = word.length >= long ? 2 : 1
  const found = desk.view.sql<Word>(
    'select w.word from json_each(?) slip cross join search_word w on w.word = slip.value',
    JSON.stringify(slipsOf(word)),
  )
  const others = limit === 1 ? [] : [...sharing(desk, 'word', word), ...sharing(desk, 'backward', backward(word))]
  const letters = lettersOf(word)
  return [...new Set([...found, ...others.filter((one) => mayBeNear(letters, one.word, limit))].map((one) => one.word))]
    .map((one) => ({ word: one, apart: lettersApart(word, one, limit) }))
    .filter(({ apart }) => apart <= limit)
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, nearCap)
    .map((one) => one.word)
}

interface Word {
  readonly word: string
}

function sharing(desk: Desk, column: 'word' | 'backward', word: string): readonly Word[] {
  const start = word.slice(0, 3)
  return desk.view.sql<Word>(
    `select word from search_word where ${column} >= ? and ${column} < ? and length(word) between ? and ?`,
    start,
    `${start}\u{10ffff}`,
    word.length - 2,
    word.length + 2,
  )
}

const alphabets = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщъыьэюя']

/** Every word one slip away: a letter missing, two swapped, another one, or one too many. */
function slipsOf(word: string): readonly string[] {
  const letters = [...(alphabets.find((alphabet) => alphabet.includes(word.charAt(0))) ?? '')]
  return Array.from({ length: word.length + 1 }, (_, at) => {
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    return [
      before + after,
      before + after.charAt(0) + letter + after.slice(1),
      ...letters.flatMap((other) => [before + other + after, before + other + letter + after]),
    ]
  }).flat()
}
