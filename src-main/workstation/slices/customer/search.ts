import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { sameDocumentKey } from '#shared/domain/identity/judge-document.ts'
import { issuingStates } from '#shared/domain/identity/state-codes.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { msisdnStart } from '#shared/domain/number/msisdn-start.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'
import { foundRows, hitOf, linesOf } from './customer.repo.ts'
import { compareRanked, matchOf, rank } from './rank-hits.ts'
import type { Found } from './search-index.ts'
import {
  foundByDocument,
  foundByNumberPart,
  foundByNumberStart,
  foundBySim,
  foundByWords,
  foundSimilar,
} from './search-index.ts'
import { pendingByNumber, pendingByWords } from './search-pending.ts'

/** Candidates looked at; sorted here, not by the index (bm25 over a short beginning is slow). */
const candidateCap = 80
/** Typing errors are thought of only when beginnings find fewer than this. */
const fewHits = 5

/**
 * Customers by beginnings of words (name, town, street, account), by phone number (any three figures of it), by the
 * beginning of a SIM's number, or by a whole document number; those only this desk knows too. The best first.
 */
export const search = defineDeskHandler('customer.search', (desk, { text, limit }) => {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return ok({ hits: [], more: false })
  const found = new Map<Id, Found>()
  const add = (some: readonly Found[]): void =>
    some.forEach((one) => void (found.has(one.id) || found.set(one.id, one)))
  if (isNumberLike(text)) add(byNumber(desk, text))
  add(foundByWords(desk, words, candidateCap))
  add(pendingByWords(desk, words))
  if (found.size === 0) add(byDocument(desk, text))
  if (found.size < fewHits && !/\d/.test(text)) add(foundSimilar(desk, words))
  const ranked = foundRows(desk, [...found.keys()])
    .flatMap((row) => {
      const matched = found.get(row.id)?.matched ?? matchOf(row, words)
      return matched ? [rank(row, matched, words)] : []
    })
    .toSorted(compareRanked)
  const shown = ranked.slice(0, limit)
  const lines = linesOf(
    desk,
    shown.map(({ row }) => row.id),
  )
  const hits = shown.map(({ row, matched }) => hitOf(row, matched, found.get(row.id)?.number ?? lines.get(row.id)))
  return ok({ hits, more: ranked.length > limit })
})

function isNumberLike(text: string): boolean {
  return /^[\d\s+().\-/]+$/.test(text) && text.replace(/\D/g, '').length >= 3
}

function byNumber(desk: Desk, text: string): readonly Found[] {
  const figures = text.replace(/\D/g, '')
  // the market's policy names a country libphonenumber knows
  const start = msisdnStart(text, (desk.policies()?.market.country ?? 'FR') as PhoneCountry)
  const begins = start !== undefined && start.length > 3 ? foundByNumberStart(desk, start, candidateCap) : []
  const inner = figures.replace(/^0+/, '')
  const inside = begins.length >= fewHits ? [] : foundByNumberPart(desk, inner, candidateCap)
  return [...begins, ...inside, ...pendingByNumber(desk, inner), ...foundBySim(desk, figures, candidateCap)]
}

/** A document number alone does not say its state and kind: all of them are tried, by keyed hash. */
function byDocument(desk: Desk, text: string): readonly Found[] {
  const documentNumber = text.replace(/[\s<]/g, '').toUpperCase()
  if (!/^(?=.*\d)[A-Z0-9]{5,15}$/.test(documentNumber)) return []
  const keys = issuingStates.flatMap((issuingState) =>
    (['passport', 'idCard'] as const).map((kind) => sameDocumentKey({ issuingState, kind, documentNumber })),
  )
  return foundByDocument(
    desk,
    keys.flatMap((key) => desk.hashOf(key) ?? []),
  )
}
