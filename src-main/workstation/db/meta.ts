import { z } from 'zod'
import { heldDecisionSchema } from '#shared/domain/dispute/decision-contract.ts'
import { openWorkSchema } from '#shared/domain/interaction/contract.ts'
import { callSchema } from '#shared/domain/phone/contract.ts'
import { signedTextSchema } from '#shared/domain/staff/lease.ts'
import { leftSchema, tileSchema } from '#shared/domain/staff/contract.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'

/** Facts of this desk that outlive a start, each JSON under its name. */
export const metaSchemas = {
  /** This desk: its id, its Ed25519 keys (PKCS#8 and SPKI, base64). Made once. */
  device: z.object({ id: z.string(), privateKey: z.string(), publicKey: z.string() }),
  /** Which cache file is read, and whose rows it holds. */
  cache: z.object({ number: z.int(), scope: z.string() }),
  /** Up to where the journal stands in the outbox. */
  journal: z.object({ segment: z.string(), end: z.int(), index: z.int() }),
  /** End of the last pull: the core's own time and day, and when this desk heard them. */
  feed: z.object({ epoch: z.string(), asOf: z.int(), heardAt: z.int(), businessDate: z.string(), customers: z.int() }),
  people: z.array(tileSchema),
  /** Who left the desk last; null while somebody is at it. */
  left: leftSchema.nullable(),
  /** What each person of this desk has open. */
  openWork: z.record(z.string(), openWorkSchema),
  /** The call at this desk. */
  call: callSchema.nullable(),
  /** Steps of the guide done here. */
  guide: z.array(z.string()),
  /** Decisions that can still be taken back: sent when their seconds are over. */
  decisions: z.array(heldDecisionSchema),
  /** The last ones that were sent: what they gave counts until it is booked. */
  sentDecisions: z.array(heldDecisionSchema),
  reference: z.object({ year: z.string(), next: z.int() }),
  /** Numbers of commands up to here were given before, as the journal or the core tells; the outbox may have lost them. */
  sequence: z.int(),
  /** Highest moment this desk has ever seen: a clock set back does not win time. */
  highestTime: z.int(),
  /** What the core's clock said, and this desk's highest moment then. */
  coreTime: z.object({ core: z.int(), seen: z.int() }),
  /** The core this desk belongs to, by its Ed25519 key (SPKI, base64). */
  core: z.object({ key: z.string() }),
  /** The last heads of the core's audit, oldest first, as it signed them. */
  anchors: z.array(
    signedTextSchema.extend({ epoch: z.string(), sequence: z.int(), hash: z.string(), heardAt: z.int() }),
  ),
  /** The core's proof that this desk is revoked: from then on it only seals what it has not sent. */
  revoked: signedTextSchema,
} as const

type MetaName = keyof typeof metaSchemas
type MetaOf<N extends MetaName> = z.infer<(typeof metaSchemas)[N]>

export interface Meta {
  /** The fact, or undefined when it is not there or no longer readable. */
  readonly get: <N extends MetaName>(name: N) => MetaOf<N> | undefined
  readonly set: <N extends MetaName>(name: N, value: MetaOf<N>) => void
  /** Known at once, on disk with the next `keepNoted`: for what a crash may take without harm, as a commit costs time. */
  readonly note: <N extends MetaName>(name: N, value: MetaOf<N>) => void
  /** Writes what was noted, inside the caller's transaction. */
  readonly keepNoted: () => void
}

/** Facts of the desk in outbox.db. */
export function metaOf(database: SqliteDatabase): Meta {
  const select = database.prepare<[string], { value: string }>('select value from meta where name = ?')
  const upsert = database.prepare<[string, string]>(
    'insert into meta (name, value) values (?, ?) on conflict do update set value = excluded.value',
  )
  const noted = new Map<MetaName, unknown>()
  const unkept = new Set<MetaName>()

  return {
    get: (name) => {
      // noted under this very name, and a transaction that was rolled back does not take it away
      if (noted.has(name)) return noted.get(name) as MetaOf<typeof name>
      const row = select.get(name)
      const parsed = row && metaSchemas[name].safeParse(JSON.parse(row.value))
      // parsed by the schema of this very name
      return parsed?.success ? (parsed.data as MetaOf<typeof name>) : undefined
    },
    set: (name, value) => {
      upsert.run(name, JSON.stringify(value))
      noted.delete(name)
      unkept.delete(name)
    },
    note: (name, value) => {
      noted.set(name, value)
      unkept.add(name)
    },
    keepNoted: () => {
      for (const name of unkept) upsert.run(name, JSON.stringify(noted.get(name)))
      unkept.clear()
    },
  }
}
