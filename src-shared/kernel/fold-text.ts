/**
 * A text as search sees it: lower case, marks dropped (é to e, ř to r), ligatures opened, everything that is neither
 * letter nor figure turned into one space. Cyrillic stays Cyrillic: people type the name as they see it.
 */
export function foldText(text: string): string {
  if (isPlain.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Most texts of a market are in ASCII, and a market's index folds millions. */
const isPlain = /^[\x20-\x7e]*$/
