import type { Kysely } from 'kysely'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { CreditBureau } from '#core/sync/handler.ts'

/** The bureau of the demonstration: seeded history by person hash; never silent. Amounts in minor units. */
export function builtInBureau(db: Kysely<CoreDatabase>): CreditBureau {
  return {
    ask: async ({ personHash }) => {
      const record = await db
        .selectFrom('bureau_record')
        .selectAll()
        .where('person_hash', '=', personHash)
        .executeTakeFirst()
      if (!record) return { kind: 'unknown' }
      return {
        kind: 'record',
        paidOnTime: record.paid_on_time,
        paidLate: record.paid_late,
        openDebtMinor: record.open_debt_minor,
        insolvencies: record.insolvencies,
      }
    },
  }
}
