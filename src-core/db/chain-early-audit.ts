import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'
import { auditFacts, auditHash, auditText } from './audit-row.ts'
import { auditGuards } from './migrations/183-audit.ts'
import type { DialectName } from './open-core-database.ts'
import type { CoreDatabase } from './schema.ts'

/** Rows of the audit from before it was a chain become its beginning, oldest first; then nobody changes a row any more. */
export function chainEarlyAudit(dialect: DialectName): Migration {
  return {
    up: async (db: Kysely<CoreDatabase>) => {
      const count = await hangOn(db)
      if (count > 0) await moveHead(db, count)
      await sql`drop table audit_early`.execute(db)
      for (const statement of auditGuards[dialect]) await sql.raw(statement).execute(db)
    },
  }
}

interface EarlyRow {
  readonly id: string
  readonly at: number
  readonly user_id: string
  readonly device_id: string
  readonly type: string
  readonly subject: string
  readonly result: string
}

const perRead = 500

async function hangOn(db: Kysely<CoreDatabase>): Promise<number> {
  let sequence = 0
  let previous = ''
  for (;;) {
    const { rows } = await sql<EarlyRow>`select * from audit_early
      order by at, id limit ${perRead} offset ${sequence}`.execute(db)
    for (const row of rows) {
      const facts = auditFacts({
        ...{ id: row.id, at: row.at, userId: row.user_id, deviceId: row.device_id, type: row.type },
        ...{ touches: row.subject === '' ? [] : [row.subject], result: row.result, bodyHash: '' },
      })
      sequence += 1
      const hash = auditHash(previous, sequence, auditText(facts))
      await db
        .insertInto('audit')
        .values({ sequence, ...facts, previous, hash })
        .execute()
      previous = hash
    }
    if (rows.length < perRead) return sequence
  }
}

async function moveHead(db: Kysely<CoreDatabase>, sequence: number): Promise<void> {
  await sql`update feed_counter set audit_sequence = ${sequence},
    audit_head = (select hash from audit where sequence = ${sequence}),
    audit_previous = (select previous from audit where sequence = ${sequence})`.execute(db)
}
