/**
 * A document's number as a creditor reference (ISO 11649): `RF`, two check digits, and the number's letters and digits. What
 * a bank passes on whole, so that a payment finds its bill. Undefined when more than 21 characters are left.
 */
export function creditorReference(documentNumber: string): string | undefined {
  const bare = documentNumber.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (bare === '' || bare.length > 21) return undefined
  return `RF${String(98 - remainder(`${bare}RF00`)).padStart(2, '0')}${bare}`
}

/** Remainder by 97 of a text read as a number, its letters as 10 to 35 (ISO 7064). */
function remainder(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** Groups of four, as an account number or a reference is read and typed. */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}
