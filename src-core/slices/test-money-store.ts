import { firstCompany } from '#core/seed/company-rows.ts'
import { seedWithBills } from '#core/seed/bills/test-bills.ts'
import { seedId } from '#core/seed/seed-ids.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { storeCopies } from './bill/test-billing.ts'
import { saleDay } from './test-sale.ts'

/** Two bills open: 146.10 and 39.90. */
export const pavel = seedId(1, 'customer', 1)
/** A company whose bills have their tax added, all of them paid. */
export const martin = seedId(1, 'customer', firstCompany)

/** Stores in which there are a second lead, a second supervisor and a manager. */
export function moneyStores() {
  return storeCopies('linedesk-money-', async (store) => {
    await seedWithBills(store, { customers: 20, now: saleDay, only: ['pavel', 'martin'] })
    await addPeople(store)
  })
}

async function addPeople(store: CoreStore): Promise<void> {
  const like = await store.db.selectFrom('app_user').selectAll().where('login', '=', 'irina').executeTakeFirstOrThrow()
  const people = [['eva', 'lead'] as const, ['boris', 'supervisor'] as const, ['marta', 'manager'] as const]
  for (const [index, [login, role]] of people.entries()) {
    const person = { id: seedId(1, 'user', 20 + index), name: login, role }
    await store.db
      .insertInto('app_user')
      .values({ ...like, ...person, login, position: 20 + index })
      .execute()
    await inUnit(store, (unit) => unit.insert('colleague', { ...person, scope: like.scope, seat: '' }))
  }
}
