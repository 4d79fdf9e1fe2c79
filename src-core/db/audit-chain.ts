import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { sha256Hex } from '#shared/node/crypto.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { AuditFacts } from './audit-row.ts'
import { auditText } from './audit-row.ts'
import type { DialectName } from './open-core-database.ts'
import type { CoreDatabase } from './schema.ts'

/**
 * Raises the feed's counter and hangs the entries onto the audit's chain, whose head stands in the counter's row: from
 * its lock on nobody else can, so the chain never forks. The database counts each hash itself, so that PostgreSQL needs
 * no second question while others wait behind the lock. Gives the counter's value.
 */
export async function raiseAndChain(
  tx: Transaction<CoreDatabase>,
  dialect: DialectName,
  entries: readonly AuditFacts[],
): Promise<number> {
  const [first, ...rest] = entries
  if (!first) return raise(tx)
  const value = await chain(tx, dialect, first, 1)
  for (const entry of rest) await chain(tx, dialect, entry, 0)
  return value
}

async function raise(tx: Transaction<CoreDatabase>): Promise<number> {
  const counter = await tx
    .updateTable('feed_counter')
    .set((set) => ({ value: set('value', '+', 1) }))
    .where('id', '=', 1)
    .returning('value')
    .executeTakeFirstOrThrow()
  return counter.value
}

interface Link {
  readonly value: number
  readonly sequence: number
  readonly previous: string
  readonly hash: string
}

async function chain(
  tx: Transaction<CoreDatabase>,
  dialect: DialectName,
  facts: AuditFacts,
  by: number,
): Promise<number> {
  const text = auditText(facts)
  if (dialect === 'postgres') return chainAtOnce(tx, facts, text, by)
  const hashed = sql`sha256_hex(audit_head || char(10) || (audit_sequence + 1) || char(10) || ${text})`
  const { rows } = await moveHead(hashed, by).execute(tx)
  const { value, ...link } = theRow(rows)
  await tx
    .insertInto('audit')
    .values({ ...link, ...facts })
    .execute()
  return value
}

/** The right side sees the row as it was: the head before becomes the previous one. */
function moveHead(hashed: ReturnType<typeof sql>, by: number) {
  return sql<Link>`update feed_counter set value = value + ${sql.lit(by)}, audit_sequence = audit_sequence + 1,
    audit_previous = audit_head, audit_head = ${hashed} where id = 1
    returning value, audit_sequence as sequence, audit_previous as previous, audit_head as hash`
}

async function chainAtOnce(
  tx: Transaction<CoreDatabase>,
  facts: AuditFacts,
  text: string,
  by: number,
): Promise<number> {
  const hashed = sql`encode(sha256(convert_to(
    audit_head || chr(10) || (audit_sequence + 1)::text || chr(10) || ${text}::text, 'UTF8')), 'hex')`
  const { at, ...texts } = facts
  const names = Object.keys(texts).map((name) => sql.ref(name))
  const cells = Object.values(texts).map((cell) => sql`${cell}::text`)
  const { rows } = await sql<Pick<Link, 'value'>>`with head as (${moveHead(hashed, by)}),
    made as (insert into audit (sequence, previous, hash, at, ${sql.join(names)})
      select sequence, previous, hash, ${at}::bigint, ${sql.join(cells)} from head)
    select value from head`.execute(tx)
  return theRow(rows).value
}

function theRow<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('the feed has no counter')
  return row
}

/** Teaches a writing connection to SQLite to hash a text. */
export function addSha256(database: SqliteDatabase): void {
  database.function('sha256_hex', { deterministic: true }, (text) => sha256Hex(String(text)))
}
