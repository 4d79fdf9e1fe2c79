import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import { billLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import { addDays, addMonths, utcDateOf } from '#shared/kernel/date.ts'
import { seedCore, coreKey } from './sync-core.ts'

/** A customer of ten years: all that stands in their history beside what the seed gave them; a desk has all of their bills here. */
export const history = { bills: 120, contacts: 400, orders: 30 } as const

const yearMs = 365 * 86_400_000

/** Fills a core's database with customers, the first of them with ten years of bills, contacts and orders; gives their account numbers. */
export async function seedHistories(file: string, customers: number, rich: number): Promise<readonly string[]> {
  await seedCore(file, customers)
  const store = await openCoreDatabase(`sqlite:${file}`, { key: Buffer.from(coreKey, 'hex') })
  try {
    const rows = await store.db
      .selectFrom('customer')
      .select(['id', 'scope', 'account_number'])
      .where('kind', '=', 'individual')
      .orderBy('id')
      .limit(rich)
      .execute()
    const now = Date.now()
    for (const [place, { id, scope }] of rows.entries())
      await inUnit(store, async (unit) => {
        const idOf = (kind: number, index: number): string =>
          `0196${String(kind)}000-0000-7000-8000-${String(place).padStart(4, '0')}${String(index).padStart(8, '0')}`
        for (let index = 0; index < history.contacts; index++)
          await unit.insert('contact', {
            id: idOf(1, index),
            scope,
            customer_id: id,
            case_id: null,
            channel: index % 3 === 0 ? 'email' : 'phone',
            direction: 'inbound',
            summary: 'wrapUp.billQuestion',
            at: now - Math.floor((10 * yearMs * index) / history.contacts),
            by_name: 'Anna',
            note: index % 4 === 0 ? 'Asked what the roaming charge on the last bill was for, and was told' : '',
            outcome: 'done',
            duration_s: 240,
          })
        for (let index = 0; index < history.orders; index++)
          await unit.insert('product_order', {
            id: idOf(2, index),
            scope,
            customer_id: id,
            case_id: idOf(3, index),
            agreement_id: idOf(4, index),
            state: 'completed',
            offer_id: 'mobile-m',
            msisdn: '',
            iccid: null,
            hold_reason: '',
            submitted_at: now - Math.floor((10 * yearMs * index) / history.orders),
            updated_at: now,
          })
        for (let index = 0; index < history.bills; index++) {
          const date = addDays(addMonths(utcDateOf(now), -index), -7)
          const billId = `${id}:${date}`
          const line = { ...billLine({}), id: `${billId}/1`, bill_id: billId, scope, user_id: id }
          const about = { id: billId, bill_date: date, customer_id: id, scope, number: `9${place}-${index}` }
          const { version: _, ...bill } = billOf([line], about)
          const { version: _version, ...rest } = line
          await unit.insert('bill', bill)
          await unit.insert('bill_line', rest)
        }
      })
    return rows.flatMap(({ account_number: account }) => account ?? [])
  } finally {
    await store.close()
  }
}
