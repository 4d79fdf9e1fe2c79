/**
 * A text as search sees it: lower case, marks dropped (é to e, ř to r), ligatures opened, everything that is neither
 * letter nor figure turned into one space. Cyrillic stays Cyrillic: people type the name as they see it.
 */
export function foldText(text: string): string {
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
