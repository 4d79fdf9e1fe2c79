/** How a country writes letters that the zone does not have. `icao` is the standard's recommendation. */
const styles = ['icao', 'plain', 'doubled', 'ukrainian', 'ukrainianNational'] as const
type Style = (typeof styles)[number]

/**
 * A name in the letters of the machine readable zone, as ICAO 9303 part 3 section 6 recommends (standards.md 1.6):
 * upper case, marks and apostrophes dropped, hyphens as spaces, one space between parts. Letters of alphabets the
 * table does not know stay as they are.
 */
export function transliterate(name: string): string {
  return inStyle(name, 'icao')
}

/** Every way a document may write the name, the recommended one first: Müller gives MUELLER, MULLER and MUXXLLER. */
export function transliterations(name: string): readonly string[] {
  return [...new Set(styles.map((style) => inStyle(name, style)))]
}

/**
 * Whether a name of the zone can be the typed one. `mayBeCut` when the name fills its field to the end (then the
 * document's is a beginning of the person's; standards.md 1.4).
 */
export function namesMatch(mrzName: string, typedName: string, mayBeCut = false): boolean {
  const printed = inStyle(mrzName, 'icao')
  if (printed === '') return false
  return transliterations(typedName).some((written) => written === printed || (mayBeCut && written.startsWith(printed)))
}

/** One form for all ways to write a name, to compare and to hash, never to show: Müller, MUELLER and MULLER are MULLER. */
export function canonicalName(name: string): string {
  return transliterate(name)
    .replace(/UXX/g, 'U')
    .replace(/NXX/g, 'N')
    .replace(/AE/g, 'A')
    .replace(/OE/g, 'O')
    .replace(/UE/g, 'U')
    .replace(/AA/g, 'A')
}

const icaoLetters: Readonly<Record<string, string>> = {
  ...pairs(
    'АA БB ВV ГG ДD ЕE ЁE ЖZH ЗZ ИI ЙI КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХKH ЦTS ЧCH ШSH ЩSHCH ЪIE ЫY Ь ЭE ЮIU ЯIA',
  ),
  ...pairs('ІI ЇI ЄIE ҐG ЎU ЈJ ЉLJ ЊNJ ЂD ЃG ЌK ЋC ЅDZ ЏDZ'),
  ...pairs('ÄAE ÖOE ÜUE ẞSS ÆAE ŒOE ØOE ÅAA ÞTH ÐD ĐD ŁL ĦH ŦT ŊN ĲIJ'),
}

const styleLetters: Readonly<Record<Style, Readonly<Record<string, string>>>> = {
  icao: {},
  plain: pairs('ÄA ÖO ÜU ØO ÅA'),
  doubled: pairs('ÄA ÖO ÜUXX ØO ÅA ÑNXX'),
  ukrainian: pairs('ИY'),
  ukrainianNational: pairs('ИY ГH'),
}

/** Ukrainian national practice at the start of a word. */
const ukrainianInitials = pairs('ЄYE ЇYI ЙY ЮYU ЯYA')

function inStyle(name: string, style: Style): string {
  const letters = { ...icaoLetters, ...styleLetters[style] }
  const text = name
    .normalize('NFC')
    .toUpperCase()
    .replace(/['’ʼ`´.,]/g, '')
  let written = ''
  for (const [index, character] of [...text].entries()) {
    const before = [...text][index - 1]
    const isInitial = before === undefined || !/\p{L}/u.test(before)
    const initial = style === 'ukrainianNational' && isInitial ? ukrainianInitials[character] : undefined
    written += initial ?? letters[character] ?? withoutMarks(character)
  }
  return written.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function withoutMarks(character: string): string {
  return character.normalize('NFD').replace(/\p{M}/gu, '')
}

/** A table from text: each word is a letter and what it becomes; a letter alone becomes nothing. */
function pairs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(text.split(' ').map((word) => [word.charAt(0), word.slice(1)]))
}
