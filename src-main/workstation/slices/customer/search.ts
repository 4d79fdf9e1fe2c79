import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { documentNumberHash } from '#shared/domain/identity/document-hash.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { msisdnStart } from '#shared/domain/number/msisdn-start.ts'
import { figuresOf } from '#shared/kernel/figure-grams.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'
import { asSeenNow, hitOf, linesOf } from './customer.repo.ts'
import { compareRanked, rank } from './rank-hits.ts'
import type { Found } from './search-index.ts'
import {
  foundByAccount,
  foundByDocument,
  foundByFigures,
  foundByNumberStart,
  foundBySim,
  foundByWords,
} from './search-index.ts'
import { foundByBusinessNumber } from './search-companies.ts'
import { pendingByNumber, pendingByWords } from './search-pending.ts'
import { foundSimilar } from './search-similar.ts'

/** Candidates looked at; sorted here, not by the index (bm25 over a short beginning is slow). */
const candidateCap = 24
/** Typing errors are thought of only when beginnings find fewer than this. */
const fewHits = 5
/** Figures from which a number that begins so is the one that was meant, and others with them inside are not looked for. */
const mostlyWhole = 7

/**
 * Customers by beginnings of words (name, town, street, account), by phone number (any three figures of it), by the
 * beginning of a SIM's number or of a company's register or tax number, or by a whole document number; those only this desk knows too. The best first.
 */
export const search = defineDeskHandler('customer.search', (desk, { text, limit }) => {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return ok({ hits: [], more: false })
  const found = new Map<Id, Found>()
  const add = (some: readonly Found[]): void =>
    some.forEach((one) => void (found.has(one.row.id) || found.set(one.row.id, one)))
  if (/\d/.test(text)) add([...foundByBusinessNumber(desk, text, limit + 1), ...byFigures(desk, text, limit + 1)])
  add(pendingByWords(desk, words))
  if (found.size <= limit) add(foundByWords(desk, words, Math.max(candidateCap, limit + 1)))
  if (found.size === 0) add(byDocument(desk, text))
  if (found.size < fewHits && !/\d/.test(text)) add(foundSimilar(desk, words, candidateCap))
  const asSeen = asSeenNow(desk)
  const ranked = [...found.values()]
    .flatMap((one) => rank(asSeen(one.row), one.matched, words) ?? [])
    .toSorted(compareRanked)
  const shown = ranked.slice(0, limit)
  const lines = linesOf(
    desk,
    shown.map(({ row }) => row.id),
  )
  const hits = shown.map(({ row, matched }) => hitOf(row, matched, found.get(row.id)?.number ?? lines.get(row.id)))
  return ok({ hits, more: ranked.length > limit })
})

/** By account, SIM and phone number: a text of figures, or for accounts one that has some. */
function byFigures(desk: Desk, text: string, limit: number): readonly Found[] {
  const account = foundByAccount(desk, text.trim().toUpperCase(), limit)
  if (!/^[\d\s+().\-/]+$/.test(text)) return account
  const figures = figuresOf(text)
  if (figures.length < 3) return account
  // the market's policy names a country libphonenumber knows
  const start = msisdnStart(text, (desk.policies()?.market.country ?? 'FR') as PhoneCountry)
  const begins = start !== undefined && start.length > 3 ? foundByNumberStart(desk, start, limit) : []
  const inner = figures.replace(/^0+/, '')
  const isInner = inner.length >= 3 && (begins.length === 0 || (begins.length < fewHits && inner.length < mostlyWhole))
  const inside = isInner ? foundByFigures(desk, inner, limit * 2) : []
  const pending = inner.length >= 3 ? pendingByNumber(desk, inner) : []
  return [...account, ...pending, ...begins, ...inside, ...foundBySim(desk, figures, limit)]
}

function byDocument(desk: Desk, text: string): readonly Found[] {
  const documentNumber = text.replace(/[\s<]/g, '').toUpperCase()
  if (!/^(?=.*\d)[A-Z0-9]{5,15}$/.test(documentNumber) || desk.hashOf('') === undefined) return []
  return foundByDocument(
    desk,
    documentNumberHash(documentNumber, (one) => desk.hashOf(one) ?? ''),
  )
}
