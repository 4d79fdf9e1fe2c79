import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { czechNumbers } from './business-numbers-cz.ts'
import { frenchNumbers } from './business-numbers-fr.ts'
import { britishNumbers } from './business-numbers-gb.ts'
import { germanNumbers } from './business-numbers-de.ts'
import { russianNumbers } from './business-numbers-ru.ts'

/** How one kind of number is written and checked. */
export interface BusinessNumberRule {
  /** What the country itself calls it; the same in every language. */
  readonly name: string
  /** Letters a number begins with; put before it where they were left out. */
  readonly prefix: string
  /** Characters a number may have, its prefix included. */
  readonly lengths: readonly number[]
  /** A published number, to show how one is written. */
  readonly example: string
  readonly form: RegExp
  /** Whether the check digits fit; asked only of what has the form. */
  readonly holds: (number: string) => boolean
}

const rules = {
  ...czechNumbers,
  ...frenchNumbers,
  ...germanNumbers,
  ...britishNumbers,
  ...russianNumbers,
} as const satisfies Readonly<Record<string, BusinessNumberRule>>

export type BusinessNumberKind = keyof typeof rules
// keys of a const object
export const businessNumberKinds = Object.keys(rules) as readonly BusinessNumberKind[]

export const businessNumberRefusals = [
  'BUSINESS_NUMBER_LENGTH',
  'BUSINESS_NUMBER_FORM',
  'BUSINESS_NUMBER_CHECK_DIGIT',
] as const
export type BusinessNumberRefusal = (typeof businessNumberRefusals)[number]

/**
 * Reads a register or tax number as typed: spaces, dots, dashes and slashes dropped, upper case, the country's letters put
 * before where they belong (standards.md, section 4). A check digit proves typing, never that the company exists.
 * Refusals: BUSINESS_NUMBER_LENGTH {name, has, of}, _FORM {name, example}, _CHECK_DIGIT {name}.
 */
export function readBusinessNumber(
  kind: BusinessNumberKind,
  text: string,
): Result<string, Refusal<BusinessNumberRefusal>> {
  const rule: BusinessNumberRule = rules[kind]
  const { name, example } = rule
  const bare = text.replace(/[\s.\-‐‑–/]/gu, '').toUpperCase()
  const number = hasPrefix(rule, bare) ? bare : `${rule.prefix}${bare}`
  if (!rule.lengths.includes(number.length)) {
    const before = rule.prefix.length
    return refuse('BUSINESS_NUMBER_LENGTH', {
      name,
      has: number.length - before,
      of: rule.lengths.map((length) => length - before).join(' / '),
    })
  }
  if (!rule.form.test(number)) return refuse('BUSINESS_NUMBER_FORM', { name, example })
  return rule.holds(number) ? ok(number) : refuse('BUSINESS_NUMBER_CHECK_DIGIT', { name })
}

/** The numbers a country gives to companies: of its register (more than one where the length tells them apart), and of tax. */
export interface CountryNumbers {
  readonly register: readonly BusinessNumberKind[]
  readonly vat: readonly BusinessNumberKind[]
  /** Of a place of business, where the country numbers those too. */
  readonly place?: readonly BusinessNumberKind[]
}

const byCountry: Readonly<Record<string, CountryNumbers>> = {
  CZ: { register: ['czIco'], vat: ['czDic'] },
  DE: { register: ['deRegister'], vat: ['deVat'] },
  FR: { register: ['frSiren', 'frSiret'], vat: ['frTva'] },
  GB: { register: ['gbCompany'], vat: ['gbVat'] },
  RU: { register: ['ruOgrn'], vat: ['ruInn'], place: ['ruKpp'] },
}

/** Countries (ISO 3166-1 alpha-2) whose numbers are known here. */
export const businessCountries: readonly string[] = Object.keys(byCountry)

/** The kinds of numbers of a country; undefined where they are not known and a number is kept as typed. */
export function businessNumbersOf(country: string): CountryNumbers | undefined {
  return Object.hasOwn(byCountry, country) ? byCountry[country] : undefined
}

/**
 * Whether a company has a number of its place of business (КПП) beside these, as typed so far: an entrepreneur is a person,
 * by the fifteen figures of the register or the twelve of the tax number, and has none.
 */
export function hasPlaceNumber(country: string, registerNumber: string, vatNumber: string): boolean {
  const figures = (text: string): number => text.replace(/\D/g, '').length
  return businessNumbersOf(country)?.place !== undefined && figures(registerNumber) !== 15 && figures(vatNumber) !== 12
}

/** Reads a number as the kind of those offered whose length it has; as the first one where none has it. */
export function readOneOf(
  kinds: readonly BusinessNumberKind[],
  text: string,
): Result<{ readonly kind: BusinessNumberKind; readonly number: string }, Refusal<BusinessNumberRefusal>> {
  const [first] = kinds
  if (first === undefined) throw new Error('no kind of number to read')
  const tried = kinds.map((kind) => ({ kind, read: readBusinessNumber(kind, text) }))
  const best = tried.find(({ read }) => read.ok || read.error.code !== 'BUSINESS_NUMBER_LENGTH') ?? tried[0]
  if (best === undefined) throw new Error('no kind of number to read')
  return best.read.ok ? ok({ kind: best.kind, number: best.read.value }) : best.read
}

/** Whether a tax number can be the one of a register number: those of France and the Czech Republic hold it. */
export function isOfRegister(register: string, vat: string): boolean {
  if (vat.startsWith('FR')) return register.startsWith(vat.slice(4))
  if (vat.startsWith('CZ') && vat.length === 10) return register === vat.slice(2)
  return true
}

/** Whether a number begins with its country's letters: exactly them, or others that stand for the same. */
function hasPrefix({ prefix }: BusinessNumberRule, number: string): boolean {
  return prefix === '' || number.startsWith(prefix) || (prefix === 'GB' && number.startsWith('XI'))
}
