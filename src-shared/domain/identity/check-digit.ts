/** The characters a machine readable zone may hold (ICAO 9303 part 3, 4.9): figures, capital letters and the filler. */
export const mrzAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'

const weights = [7, 3, 1] as const

/**
 * The check digit of a text (ICAO 9303 part 3, 4.9): values times 7, 3, 1 repeating from the left, the sum modulo 10.
 * Throws on a character outside the alphabet: ask `isMrzText` first.
 */
export function checkDigit(text: string): string {
  let total = 0
  for (let index = 0; index < text.length; index += 1) {
    const value = characterValue(text.charAt(index))
    if (value === undefined) throw new Error(`no check digit over: ${text}`)
    total += value * (weights[index % 3] ?? 0)
  }
  return String(total % 10)
}

/** What a character counts: figures as they are, A is 10 up to Z 35, the filler 0; undefined outside the alphabet. */
export function characterValue(character: string): number | undefined {
  if (character === '<') return 0
  const index = character.length === 1 ? mrzAlphabet.indexOf(character) : -1
  return index < 0 ? undefined : index
}

/** Whether every character belongs to the alphabet. */
export function isMrzText(text: string): boolean {
  return /^[0-9A-Z<]*$/.test(text)
}
