import { z } from 'zod'

/**
 * What the core knows of a bill's line beside the bill. Of usage: all records of the line counted anew, those that came
 * twice left out, in millionths of the currency, and those of them that come out otherwise. Of a fee: what is owed for its
 * days by the charge as it stands, in the line's own pricing; null where that cannot be told.
 */
export const recountedLineSchema = z.object({
  lineId: z.string(),
  /** Whether what is charged is on record: the product, and the order it came of. */
  isOrdered: z.boolean(),
  /** Whether the same was charged once before. */
  isTwice: z.boolean(),
  billedMicro: z.int(),
  shouldMicro: z.int(),
  /** What was taken back of it since, by prices put right: it is on a later bill. */
  settledMicro: z.int(),
  /** Records without a price now. */
  unpriced: z.int(),
  uses: z.array(z.object({ id: z.string(), billedMicro: z.int(), shouldMicro: z.int(), isDouble: z.boolean() })),
  owedMinor: z.int().nullable(),
  owedDays: z.int(),
  /** Of the difference to what is owed: what bills after it gave back or give back by themselves. */
  settledMinor: z.int(),
})
export type RecountedLine = z.infer<typeof recountedLineSchema>

/** GET /sync/v1/bills/recount/BILL: the lines of a bill counted anew by all that is known now. Nothing is changed by it. */
export const recountSchema = z.object({ lines: z.array(recountedLineSchema) })
export type Recount = z.infer<typeof recountSchema>

/** A record as its network told it, `of`: whose it is and what, so that only alike ones are compared. */
export interface ToldUse {
  readonly id: string
  readonly of: string
  readonly startedAt: number
  readonly other: string
  readonly visited: string
  readonly units: number
}

/** Several parts of one message are told in one second: only what lasts can be known to be the same. */
export const lastingUses: readonly string[] = ['voice', 'received', 'data']

/**
 * Records that came a second time under another id: the same line in the same second, the same other side, as long. The
 * first one by id counts, the others are doubles.
 */
export function doublesOf(uses: readonly ToldUse[]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const doubles = new Set<string>()
  for (const { id, of, startedAt, other, visited, units } of uses.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (units === 0) continue
    const key = [of, Math.floor(startedAt / 1000), other, visited, units].join(' ')
    if (first.has(key)) doubles.add(id)
    else first.set(key, id)
  }
  return doubles
}
