import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { sameDocumentKey } from '#shared/domain/identity/judge-document.ts'
import { issuingStates } from '#shared/domain/identity/state-codes.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { msisdnStart } from '#shared/domain/number/msisdn-start.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'
import type { Found } from './customer.repo.ts'
import {
  hitOf,
  idsByDocument,
  idsByNumberPart,
  idsByNumberStart,
  idsByWords,
  pendingByWords,
  similarIds,
} from './customer.repo.ts'
import { compareRanked, matchOf, rank } from './rank-hits.ts'

/** Candidates looked at; sorted here, not by the index (bm25 over a short beginning is slow). */
const candidateCap = 80
/** Typing errors are thought of only when beginnings find fewer than this. */
const fewHits = 5

/**
 * Customers by beginnings of words (name, town, street, account, SIM), by phone number (any three figures of it), or by
 * a whole document number; those only this desk knows too. The best first.
 */
export const search = defineDeskHandler('customer.search', (desk, { text, limit }) => {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return ok({ hits: [], more: false })
  const numbers = isNumberLike(text) ? byNumber(desk, text) : []
  const found = new Map<Id, Found | undefined>(numbers.map((one) => [one.id, one]))
  const add = (ids: readonly Id[]): void => ids.forEach((id) => void (found.has(id) || found.set(id, undefined)))
  add(idsByWords(desk, words, candidateCap))
  add(pendingByWords(desk, words))
  const isDocument = found.size === 0
  if (isDocument) add(byDocument(desk, text))
  const isSimilar = found.size < fewHits && !/\d/.test(text)
  const sure = new Set(found.keys())
  if (isSimilar) add(similarIds(desk, words))
  const ranked = [...found].flatMap(([id, number]) => {
    const row = desk.view.get('customer', id)?.row
    if (!row) return []
    const matched = !sure.has(id) ? 'similar' : number ? 'number' : isDocument ? 'document' : matchOf(desk, row, words)
    return [{ ...rank(row, matched, words), number: number?.number }]
  })
  // only what is shown is looked up further
  const shown = ranked.toSorted(compareRanked).slice(0, limit)
  const hits = shown.map(({ row, matched, number }) => hitOf(desk, row, matched, number))
  return ok({ hits, more: ranked.length > limit })
})

function isNumberLike(text: string): boolean {
  return /^[\d\s+().\-/]+$/.test(text) && text.replace(/\D/g, '').length >= 3
}

function byNumber(desk: Desk, text: string): readonly Found[] {
  const figures = text.replace(/\D/g, '')
  // the market's policy names a country libphonenumber knows
  const start = msisdnStart(text, (desk.policies()?.market.country ?? 'FR') as PhoneCountry)
  const begins = start !== undefined && start.length > 3 ? idsByNumberStart(desk, start, candidateCap) : []
  const inside = begins.length >= fewHits ? [] : idsByNumberPart(desk, figures.replace(/^0+/, ''), candidateCap)
  const pending = desk.view.pendingRows('customer').flatMap(({ row }): readonly Found[] => {
    const number = row.contact_number
    return number?.includes(figures.replace(/^0+/, '')) ? [{ id: row.id, number }] : []
  })
  return [...begins, ...inside, ...pending]
}

/** A document number alone does not say its state and kind: all of them are tried, by keyed hash. */
function byDocument(desk: Desk, text: string): readonly Id[] {
  const documentNumber = text.replace(/[\s<]/g, '').toUpperCase()
  if (!/^(?=.*\d)[A-Z0-9]{5,15}$/.test(documentNumber)) return []
  const keys = issuingStates.flatMap((issuingState) =>
    (['passport', 'idCard'] as const).map((kind) => sameDocumentKey({ issuingState, kind, documentNumber })),
  )
  return idsByDocument(
    desk,
    keys.flatMap((key) => desk.hashOf(key) ?? []),
  )
}
