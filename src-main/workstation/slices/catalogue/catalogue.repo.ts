import type { Desk } from '#main/workstation/desk.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'

/** Offers of one kind of line, as the catalogue ranks them. */
export function offersOf(desk: Desk, segment: string, billing: string): readonly OfferRow[] {
  return desk.view.sql<OfferRow>(
    "select * from offer where segment in (?, '') and billing in (?, '') order by position, id",
    segment,
    billing,
  )
}
