import type { z } from 'zod'
import { refused } from './refusal.ts'

/** Input parsed at the door. Refuses with MALFORMED and the first wrong field; never shows what was in it. */
export function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = attempt(() => schema.safeParse(input))
  if (!result) throw refused('MALFORMED', { field: '' })
  if (!result.success) throw refused('MALFORMED', { field: result.error.issues[0]?.path.join('.') ?? '' })
  return result.data
}

/** A body nested thousands deep runs out of stack while it is read: malformed like any other. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
