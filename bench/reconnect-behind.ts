import { randomBytes } from 'node:crypto'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { coreKey } from './sync-core.ts'

/** Where the feed stood before and after. */
export interface Behind {
  readonly from: number
  readonly upTo: number
  readonly epoch: string
}

/**
 * What happens in a core in three days, written by its own units while it is stopped: half of the rows one after the
 * other by people (a contact, the customer's e-mail), half by jobs that change two hundred lines at a time.
 */
export async function writeThreeDays(file: string, rows: number): Promise<Behind> {
  const store = await openCoreDatabase(`sqlite:${file}`, { key: Buffer.from(coreKey, 'hex') })
  try {
    const from = await store.db.selectFrom('feed_counter').selectAll().executeTakeFirstOrThrow()
    const people = await store.db
      .selectFrom('customer')
      .select(['id', 'scope'])
      .limit(Math.floor(rows / 4))
      .execute()
    const lines = await store.db
      .selectFrom('product')
      .select('id')
      .limit(rows - 2 * people.length)
      .execute()
    if (2 * people.length + lines.length < rows) throw new Error('there are too few customers to change')
    for (const { id, scope } of people)
      await inUnit(store, async (unit) => {
        await unit.patch('customer', id, { email: `changed-${id.slice(-6)}@example.org` })
        await unit.insert('contact', {
          ...{ id: uuidV7(Date.now(), randomBytes(10)), scope, customer_id: id, case_id: null, channel: 'phone' },
          ...{ direction: 'inbound', summary: 'contact.sale', at: Date.now(), by_name: 'Somebody Else' },
          ...{ note: '', outcome: '', duration_s: 0 },
        })
      })
    for (let at = 0; at < lines.length; at += 200)
      await inUnit(store, async (unit) => {
        for (const { id } of lines.slice(at, at + 200)) await unit.patch('product', id, {})
      })
    const counter = await store.db.selectFrom('feed_counter').selectAll().executeTakeFirstOrThrow()
    return { from: from.value, upTo: counter.value, epoch: counter.epoch }
  } finally {
    await store.close()
  }
}
