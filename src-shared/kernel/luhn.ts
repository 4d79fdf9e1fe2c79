/** The Luhn digit to write after a row of digits (ISO/IEC 7812-1 annex B). Throws on anything but digits. */
export function luhnDigit(digits: string): string {
  if (!/^[0-9]+$/.test(digits)) throw new Error(`no Luhn digit over: ${digits}`)
  let total = 0
  for (let index = 0; index < digits.length; index += 1) {
    const isDoubled = (digits.length - index) % 2 === 1
    const value = Number(digits.charAt(index)) * (isDoubled ? 2 : 1)
    total += value > 9 ? value - 9 : value
  }
  return String((10 - (total % 10)) % 10)
}
