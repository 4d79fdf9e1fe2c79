/** The sum of digits, each times its weight; digits beyond the weights are left out. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0)
}

/** The rest of a row of digits over a divisor; as long as need be. */
export function restOf(digits: string, divisor: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0)
}

/** A digit of a row of digits. Throws where there is none: the form was not looked at. */
export function digitAt(digits: string, index: number): number {
  const digit = digits.charAt(index)
  if (!/^[0-9]$/.test(digit)) throw new Error(`no digit at ${index}`)
  return Number(digit)
}
