import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { parseMsisdn } from '#shared/domain/number/msisdn.ts'
import { readCsv } from '#shared/kernel/csv.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Details, Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { plainLine } from '#shared/kernel/text-field.ts'

/** Most lines one file may bring. */
export const linesAtMost = 500

/** What is wrong with a file as a whole. */
export const lineFileRefusals = [
  'LINES_EMPTY',
  'LINES_TOO_MANY',
  'LINES_COLUMN_MISSING',
  'LINES_COLUMN_UNKNOWN',
] as const
export type LineFileRefusal = (typeof lineFileRefusals)[number]

/** What is wrong with one line of it. */
export const lineProblems = [
  'LINE_CELLS',
  'LINE_NAME_EMPTY',
  'LINE_NAME_LONG',
  'LINE_PLAN_UNKNOWN',
  'LINE_PLAN_ENDED',
  'LINE_NUMBER_WRONG',
  'LINE_NUMBER_TWICE',
  'LINE_NUMBER_TAKEN',
  'LINE_SIM_WRONG',
  'LINE_REFERENCE_LONG',
] as const
export type LineProblem = (typeof lineProblems)[number]

export interface LineOfFile {
  /** Where it begins in the file, from 1, the head counted. */
  readonly line: number
  readonly userName: string
  readonly planId: string
  /** null lets the core choose one. */
  readonly msisdn: string | null
  readonly sim: 'card' | 'eSim'
  readonly purchaseOrder: string
  readonly problems: readonly { readonly code: LineProblem; readonly details: Details }[]
}

export interface LineFileFacts {
  /** Plans a company may have on such lines: mobile and post-paid, those that ended among them. */
  readonly plans: readonly OfferRow[]
  readonly today: string
  readonly country: string
  /** Whether a number can be had: it is of this market and nobody's. */
  readonly isFree: (msisdn: string) => boolean
}

/**
 * Reads a file of lines for a company and judges each of them; nothing is ordered while one of them is wrong. Columns by
 * their head, in any order and in any of the four languages: name, plan (id or name), and if there: number, SIM, purchase
 * order. Refusals: LINES_EMPTY, LINES_TOO_MANY {has, max}, LINES_COLUMN_MISSING {column}, LINES_COLUMN_UNKNOWN {column}.
 */
export function judgeLineFile(
  text: string,
  facts: LineFileFacts,
): Result<readonly LineOfFile[], Refusal<LineFileRefusal>> {
  const [head, ...rows] = readCsv(plainCells(text))
  if (!head || rows.length === 0) return refuse('LINES_EMPTY')
  if (rows.length > linesAtMost) return refuse('LINES_TOO_MANY', { has: rows.length, max: linesAtMost })
  const columns = head.cells.map((cell) => columnOf(cell))
  const unknown = head.cells.find((_cell, index) => columns[index] === undefined)
  if (unknown !== undefined) return refuse('LINES_COLUMN_UNKNOWN', { column: unknown })
  const missing = (['name', 'plan'] as const).find((column) => !columns.includes(column))
  if (missing !== undefined) return refuse('LINES_COLUMN_MISSING', { column: heads[missing][0] })
  const seen = new Map<string, number>()
  return ok(
    rows.map(({ line, cells }) => {
      const cell = (column: Column): string => cells[columns.indexOf(column)] ?? ''
      return judgeLine({ line, cell, hasAllCells: cells.length === columns.length }, facts, seen)
    }),
  )
}

type Column = 'name' | 'plan' | 'number' | 'sim' | 'order'

/** What stands above a column in a file made by people; the first one is what a refusal names. */
const heads: Readonly<Record<Column, readonly [string, ...string[]]>> = {
  name: ['name', 'user', 'nom', 'utilisateur', 'jmeno', 'uzivatel', 'имя', 'пользователь'],
  plan: ['plan', 'offer', 'forfait', 'offre', 'tarif', 'тариф'],
  number: ['number', 'phone number', 'numero', 'cislo', 'номер'],
  sim: ['sim'],
  order: ['order', 'purchase order', 'commande', 'bon de commande', 'objednavka', 'заказ'],
}

function columnOf(cell: string): Column | undefined {
  const folded = foldText(cell)
  // keys of a const object
  return (Object.keys(heads) as Column[]).find((column) => heads[column].some((one) => foldText(one) === folded))
}

interface RawLine {
  readonly line: number
  readonly cell: (column: Column) => string
  readonly hasAllCells: boolean
}

function judgeLine({ line, cell, hasAllCells }: RawLine, facts: LineFileFacts, seen: Map<string, number>): LineOfFile {
  const problems: { readonly code: LineProblem; readonly details: Details }[] = []
  const wrong = (code: LineProblem, details: Details = {}): void => void problems.push({ code, details })
  if (!hasAllCells) wrong('LINE_CELLS')
  const userName = cell('name')
  if (userName === '') wrong('LINE_NAME_EMPTY')
  if (userName.length > 80) wrong('LINE_NAME_LONG', { max: 80 })
  const plan = planOf(cell('plan'), facts.plans)
  if (!plan) wrong('LINE_PLAN_UNKNOWN', { plan: cell('plan') })
  else if (plan.valid_from > facts.today || (plan.valid_until !== null && plan.valid_until < facts.today))
    wrong('LINE_PLAN_ENDED', { plan: cell('plan') })
  const msisdn = numberOf(cell('number'), line, facts, seen, wrong)
  const sim = simOf(cell('sim'))
  if (!sim) wrong('LINE_SIM_WRONG', { sim: cell('sim') })
  if (cell('order').length > 40) wrong('LINE_REFERENCE_LONG', { max: 40 })
  return {
    ...{ line, userName, planId: plan?.id ?? cell('plan'), msisdn, sim: sim ?? 'card' },
    ...{ purchaseOrder: cell('order'), problems },
  }
}

function planOf(text: string, plans: readonly OfferRow[]): OfferRow | undefined {
  const folded = foldText(text)
  if (folded === '') return undefined
  const named = (plan: OfferRow): readonly string[] => {
    const names = namesOf(plan.name)
    return ['en', 'fr', 'cs', 'ru'].map((language) => foldText(nameIn(names, language)))
  }
  return plans.find(({ id }) => id === text.trim()) ?? plans.find((plan) => named(plan).includes(folded))
}

function numberOf(
  text: string,
  line: number,
  facts: LineFileFacts,
  seen: Map<string, number>,
  wrong: (code: LineProblem, details?: Details) => void,
): string | null {
  if (text === '') return null
  // the market's policy names a country libphonenumber knows
  const read = parseMsisdn(text, facts.country as PhoneCountry)
  if (!read.ok) {
    wrong('LINE_NUMBER_WRONG', { number: text })
    return null
  }
  const first = seen.get(read.value)
  if (first !== undefined) wrong('LINE_NUMBER_TWICE', { number: text, line: first })
  else if (!facts.isFree(read.value)) wrong('LINE_NUMBER_TAKEN', { number: text })
  seen.set(read.value, first ?? line)
  return read.value
}

function simOf(text: string): 'card' | 'eSim' | undefined {
  const folded = foldText(text).replace(/[^\p{L}]/gu, '')
  if (['', 'card', 'sim', 'carte', 'karta', 'карта', 'sim карта', 'simкарта'].includes(folded)) return 'card'
  return folded === 'esim' ? 'eSim' : undefined
}

/** What no cell holds: what cannot be seen goes, line breaks, tabs and the mark at the very beginning stay. */
function plainCells(text: string): string {
  return text
    .split(/([\r\n\t]+)/)
    .map((part) => (/^[\r\n\t]+$/.test(part) ? part : plainLine(part)))
    .join('')
}
