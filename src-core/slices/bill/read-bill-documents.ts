import type { Kysely } from 'kysely'
import type { BillDocument, BillUse, Buyer } from '#shared/domain/bill/document.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import type { MarketPolicy, Seller } from '#shared/domain/catalogue/policies.ts'
import type { CompanyRow } from '#shared/domain/customer/company-rows.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import { useOf } from './usage-rows.ts'

/** A document with the language its customer reads. */
export interface LanguageDocument {
  readonly document: BillDocument
  readonly language: string
}

/** How many documents are read at once. */
export const documentsAtOnce = 200

/**
 * Bills and credit notes with all that their documents say, in the order of the rows given; read with a query for each
 * table, whatever their number (at most `documentsAtOnce`). The single records only when asked for.
 */
export async function readBillDocuments(
  db: Kysely<CoreDatabase>,
  bills: readonly BillRow[],
  {
    seller,
    market,
    withUsage,
  }: { readonly seller: Seller; readonly market: MarketPolicy; readonly withUsage: boolean },
): Promise<readonly LanguageDocument[]> {
  if (bills.length === 0) return []
  const ids = bills.map(({ id }) => id)
  const lines = await db.selectFrom('bill_line').selectAll().where('bill_id', 'in', ids).orderBy('position').execute()
  const taxes = await db
    .selectFrom('bill_tax')
    .selectAll()
    .where('bill_id', 'in', ids)
    .orderBy('basis_points', 'desc')
    .orderBy('category')
    .execute()
  const userIds = [...new Set([...bills.map(({ customer_id }) => customer_id), ...lines.map(({ user_id }) => user_id)])]
  const productIds = [...new Set(lines.flatMap(({ product_id }) => product_id ?? []))]
  const customers = byId(await db.selectFrom('customer').selectAll().where('id', 'in', userIds).execute())
  const companies = byId(await db.selectFrom('company').selectAll().where('id', 'in', userIds).execute())
  const accounts = byId(await accountsOf(db, bills))
  const abouts = byId(await aboutsOf(db, bills))
  const credits = await creditsOf(db, ids)
  const phones = await phonesOf(db, productIds)
  const uses = withUsage ? await usesOf(db, ids) : null
  const linesOf = Map.groupBy(lines, ({ bill_id }) => bill_id)
  const taxesOf = Map.groupBy(taxes, ({ bill_id }) => bill_id)
  return bills.map((bill) => {
    const own = linesOf.get(bill.id) ?? []
    const payer = customers.get(bill.customer_id)
    const about = abouts.get(bill.about_id ?? '')
    const users = own.map(({ user_id }) => [user_id, nameIn(customers.get(user_id))] as const)
    return {
      language: payer?.language ?? 'en',
      document: {
        bill,
        lines: own,
        taxes: taxesOf.get(bill.id) ?? [],
        seller,
        buyer: buyerOf(payer, companies.get(bill.customer_id), market, accounts.get(bill.customer_id)?.number ?? ''),
        about: about ? { number: about.number, date: about.bill_date } : null,
        users: Object.fromEntries(users),
        phones: Object.fromEntries(own.flatMap(({ product_id: id }) => phones.get(id ?? '') ?? [])),
        creditMinor: credits.get(bill.id) ?? 0,
        usage: uses ? own.flatMap(({ id }) => uses.get(id) ?? []) : [],
      },
    }
  })
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

async function accountsOf(db: Kysely<CoreDatabase>, bills: readonly BillRow[]) {
  const ids = bills.map(({ customer_id }) => customer_id)
  return db.selectFrom('billing_account').select(['id', 'number']).where('id', 'in', ids).execute()
}

async function aboutsOf(db: Kysely<CoreDatabase>, bills: readonly BillRow[]) {
  const ids = bills.flatMap(({ about_id }) => about_id ?? [])
  if (ids.length === 0) return []
  return db.selectFrom('bill').select(['id', 'number', 'bill_date']).where('id', 'in', ids).execute()
}

/** What each bill took of its payer's credit when it was made. */
async function creditsOf(db: Kysely<CoreDatabase>, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('payment_allocation')
    .select(['bill_id', 'amount_minor'])
    .where(
      'id',
      'in',
      ids.map((id) => `${id}:credit`),
    )
    .execute()
  return new Map(rows.map(({ bill_id, amount_minor }) => [bill_id, amount_minor]))
}

async function phonesOf(
  db: Kysely<CoreDatabase>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly (readonly [string, string])[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('product').select(['id', 'msisdn']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, msisdn }) => [id, msisdn === null ? [] : [[id, msisdn] as const]]))
}

async function usesOf(db: Kysely<CoreDatabase>, billIds: readonly string[]): Promise<ReadonlyMap<string, BillUse[]>> {
  const rows = await db
    .selectFrom('rated_usage')
    .innerJoin('usage_record', 'usage_record.id', 'rated_usage.usage_id')
    .innerJoin('bill_line', 'bill_line.id', 'rated_usage.bill_line_id')
    .select(['bill_line.id as lineId', 'usage_record.id', 'usage_record.started_at', 'usage_record.other'])
    .select(['usage_record.visited', 'usage_record.units', 'rated_usage.charged', 'rated_usage.free'])
    .select(['rated_usage.amount_micro', 'rated_usage.beyond_fair_use'])
    .where('bill_line.bill_id', 'in', billIds)
    .execute()
  return Map.groupBy(
    rows.map((row): BillUse => ({ lineId: row.lineId, ...useOf(row, row) })),
    ({ lineId }) => lineId,
  )
}

function nameIn(customer: CustomerRow | undefined): string {
  return customer ? customerName(customer) : ''
}

function buyerOf(
  customer: CustomerRow | undefined,
  company: CompanyRow | undefined,
  market: MarketPolicy,
  accountNumber: string,
): Buyer {
  return {
    name: nameIn(customer),
    street: customer?.street ?? '',
    postalCode: customer?.postal_code ?? '',
    town: customer?.town ?? '',
    country: company?.country ?? market.country,
    email: customer?.email ?? '',
    registerNumber: company?.register_number ?? null,
    vatNumber: company?.vat_number ?? null,
    purchaseOrder: company?.purchase_order ?? '',
    accountNumber,
  }
}
