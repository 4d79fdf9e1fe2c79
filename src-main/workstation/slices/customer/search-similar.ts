import type { Desk } from '#main/workstation/desk.ts'
import { lettersApart, lettersOf, mayBeNear } from './letters-apart.ts'
import { backward } from '#shared/kernel/backward.ts'
import type { Found } from './search-index.ts'
import { beginning, foundByMatch } from './search-index.ts'

/** Letters a word must have for a typing error to be thought of, and letters from which two may be wrong. */
const shortest = 4
const long = 7
/** Words tried for one mistyped word, the nearest first. */
const nearCap = 12

/**
 * Customers found when a word was mistyped: a letter apart (two in long words) from a word of the market. Of several
 * words one at a time, and all of them only when that finds nobody.
 */
export function foundSimilar(desk: Desk, words: readonly string[], limit: number): readonly Found[] {
  const begun = words.map((word) => beginning(desk, word))
  const near = words.map((word) => (word.length < shortest ? '' : anyOf(nearWords(desk, word))))
  const suspects = near.flatMap((match, index) => (match === '' ? [] : [index]))
  const table = words.length === 1 ? 'customer_names' : 'customer_words'
  const matching = (isWrong: (index: number) => boolean): readonly Found[] => {
    const match = begun.map((whole, index) => (isWrong(index) ? near[index] : whole)).join(' AND ')
    return foundByMatch(desk, table, match, limit).map((row) => ({ row, matched: 'similar' }))
  }
  const found = suspects.flatMap((suspect) => matching((index) => index === suspect))
  return found.length > 0 || suspects.length < 2 ? found : matching((index) => suspects.includes(index))
}

function anyOf(words: readonly string[]): string {
  return words.length === 0 ? '' : `(${words.map((word) => `"${word}"`).join(' OR ')})`
}

/**
 * Words of the market near a word, the nearest first: each one slip away; of those two slips away, in long words, the
 * ones with two letters exchanged, and those that begin with the same four or end with the same five (fewer would be
 * every name in -ova).
 */
export function nearWords(desk: Desk, word: string): readonly string[] {
  const limit = word.length >= long ? 2 : 1
  const found = desk.view.sql<Word>(
    'select w.word from json_each(?) slip cross join search_word w on w.word = slip.value',
    JSON.stringify([...slipsOf(word), ...(limit === 2 ? exchangesOf(word) : [])]),
  )
  const others = limit === 1 ? [] : [...sharing(desk, 'word', word, 4), ...sharing(desk, 'backward', backward(word), 5)]
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

function sharing(desk: Desk, column: 'word' | 'backward', word: string, letters: number): readonly Word[] {
  const start = word.slice(0, letters)
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

/** Every word with two of its letters exchanged, however far apart. */
function exchangesOf(word: string): readonly string[] {
  const letters = [...word]
  return letters.flatMap((one, from) =>
    letters.slice(from + 1).map((other, gap) =>
      letters
        .with(from, other)
        .with(from + 1 + gap, one)
        .join(''),
    ),
  )
}
