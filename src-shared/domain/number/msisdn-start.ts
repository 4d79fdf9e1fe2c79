import { AsYouType } from 'libphonenumber-js/max'
import type { PhoneCountry } from './msisdn.ts'

/**
 * The beginning of a stored number (E.164) as far as it is typed, national or international: `06 39` in France is
 * `+33639`. Undefined while the figures say no country yet.
 */
export function msisdnStart(typed: string, defaultCountry: PhoneCountry): string | undefined {
  const reader = new AsYouType(defaultCountry)
  reader.input(typed.trim().replace(/^00/, '+'))
  const number = reader.getNumber()?.number
  return number !== undefined && /^\+[1-9]\d*$/.test(number) ? number : undefined
}
