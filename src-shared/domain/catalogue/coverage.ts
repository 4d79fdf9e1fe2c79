import { foldText } from '#shared/kernel/fold-text.ts'
import type { CoverageRow, OfferRow } from './rows.ts'

/** Ways a fixed line reaches a house, the best one first. */
export const accessWays = ['fibre', 'dsl', 'radio'] as const
export type AccessWay = (typeof accessWays)[number]

/** Mbit/s the network carries to an address, by way of access; 0 nothing. */
export type Coverage = Readonly<Record<AccessWay, number>>

export interface PlaceOfLine {
  readonly street: string
  readonly postalCode: string
  readonly town: string
}

export const noCoverage: Coverage = { fibre: 0, dsl: 0, radio: 0 }

/** Whether an address is typed far enough to look it up: a street and a postal code. */
export function isAddressed({ street, postalCode }: PlaceOfLine): boolean {
  return street.trim() !== '' && postalCode.trim() !== ''
}

/**
 * What the network carries at an address, from the rows of its postal code: those of its street, else those of the whole
 * place, else nothing. Streets are compared folded (no accents, no case); of two that fit, the longer name is meant.
 */
export function coverageAt(rows: readonly CoverageRow[], place: PlaceOfLine): Coverage {
  const typed = ` ${foldText(place.street)} `
  const code = place.postalCode.replace(/\s/g, '')
  const [row] = rows
    .filter((each) => each.postal_code === code && (each.street === '' || typed.includes(` ${each.street} `)))
    .toSorted((a, b) => b.street.length - a.street.length)
  return row ? { fibre: row.fibre_mbit, dsl: row.dsl_mbit, radio: row.radio_mbit } : noCoverage
}

/** Whether a line of an offer can be had with this coverage; `mbit` is what there is instead. */
export function carries(coverage: Coverage, offer: OfferRow): { readonly isEnough: boolean; readonly mbit: number } {
  const way = accessWays.find((one) => one === offer.coverage)
  if (!way) return { isEnough: true, mbit: 0 }
  return { isEnough: coverage[way] > 0 && coverage[way] >= offer.speed_mbit, mbit: coverage[way] }
}
