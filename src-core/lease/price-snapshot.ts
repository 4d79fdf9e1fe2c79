import type { Kysely } from 'kysely'
import { z } from 'zod'
import { offerTable, priceListTable, promotionTable } from '#shared/domain/catalogue/rows.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import type { CoreDatabase } from '../db/schema.ts'

/** Columns of an offer that came later than the first snapshots, as a row of that time had them. */
const laterColumns = {
  speed_mbit: 0,
  has_number: 1,
  down_minor: 0,
  instalment_minor: 0,
  instalment_months: 0,
  contains: '[]',
  for_customer: '',
}

const snapshotSchema = z.object({
  offers: z.array(
    z.preprocess(
      (row) => (typeof row === 'object' && row !== null ? { ...laterColumns, ...row } : row),
      rowSchemaOf(offerTable),
    ),
  ),
  promotions: z.array(rowSchemaOf(promotionTable)).default([]),
  priceLists: z.array(rowSchemaOf(priceListTable)),
})
/** Everything a price is counted from, as it was. */
export type Prices = z.infer<typeof snapshotSchema>

/** Keeps the market's offers, promotions and price lists as they are now, once for each state of theirs; gives its SHA-256. */
export async function keepPrices(db: Kysely<CoreDatabase>, scope: string, now: Instant): Promise<string> {
  const offers = await db.selectFrom('offer').selectAll().where('scope', '=', scope).orderBy('id').execute()
  const lists = await db.selectFrom('price_list').selectAll().where('scope', '=', scope).orderBy('id').execute()
  const promotions = await db.selectFrom('promotion').selectAll().where('scope', '=', scope).orderBy('id').execute()
  // parsed, so that columns which are no part of a price (the feed's) make no new state
  const body = JSON.stringify(snapshotSchema.parse({ offers, promotions, priceLists: lists }))
  const hash = sha256Hex(`${scope}\n${body}`)
  await db
    .insertInto('price_snapshot')
    .values({ hash, scope, body, taken_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return hash
}

/** Prices as they were; undefined for a hash that nothing is kept under. */
export async function pricesOf(db: Kysely<CoreDatabase>, hash: string): Promise<Prices | undefined> {
  const row = await db.selectFrom('price_snapshot').select('body').where('hash', '=', hash).executeTakeFirst()
  return row && snapshotSchema.parse(JSON.parse(row.body))
}
