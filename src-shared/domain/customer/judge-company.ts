import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { BusinessNumberKind, BusinessNumberRefusal } from './business-numbers.ts'
import { businessNumbersOf, hasPlaceNumber, isOfRegister, readOneOf } from './business-numbers.ts'

export interface CompanyNumbers {
  readonly registerNumber: string
  readonly vatNumber: string | null
  /** Of the place of business; '' none, or none in this country. */
  readonly placeNumber: string
}

export type CompanyNumberRefusal = BusinessNumberRefusal | 'VAT_OF_ANOTHER'

/**
 * Judges the numbers of a company by the rules of its country, and whether both can be of one company. The refusal names
 * its `field`: registerNumber, vatNumber or placeNumber. Numbers of a country without rules here are kept as typed.
 */
export function judgeCompanyNumbers(
  country: string,
  typed: Omit<CompanyNumbers, 'placeNumber'> & { readonly placeNumber?: string },
): Result<CompanyNumbers, Refusal<CompanyNumberRefusal>> {
  const kinds = businessNumbersOf(country)
  const register = read(kinds?.register, typed.registerNumber, 'registerNumber')
  if (!register.ok) return register
  const hasPlace = hasPlaceNumber(country, typed.registerNumber, typed.vatNumber ?? '')
  const place = placeOf(hasPlace ? kinds?.place : undefined, typed.placeNumber ?? '')
  if (!place.ok) return place
  const common = { registerNumber: register.value, placeNumber: place.value }
  if (typed.vatNumber === null || typed.vatNumber.trim() === '') return ok({ ...common, vatNumber: null })
  const vat = read(kinds?.vat, typed.vatNumber, 'vatNumber')
  if (!vat.ok) return vat
  if (!isOfRegister(register.value, vat.value)) return refuse('VAT_OF_ANOTHER', { field: 'vatNumber' })
  return ok({ ...common, vatNumber: vat.value })
}

function placeOf(
  kinds: readonly BusinessNumberKind[] | undefined,
  text: string,
): Result<string, Refusal<BusinessNumberRefusal>> {
  return kinds === undefined || text.trim() === '' ? ok('') : read(kinds, text, 'placeNumber')
}

function read(
  kinds: readonly BusinessNumberKind[] | undefined,
  text: string,
  field: string,
): Result<string, Refusal<BusinessNumberRefusal>> {
  if (kinds === undefined) return ok(text.trim().toUpperCase())
  const number = readOneOf(kinds, text)
  return number.ok ? ok(number.value.number) : refuse(number.error.code, { ...number.error.details, field })
}
