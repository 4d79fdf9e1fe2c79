import { z } from 'zod'

/**
 * The head of the audit's chain as the core signs it with the feed (purpose `audit anchor`). `why`: how its epoch began,
 * '' for the first one. `before`: what the core has at the place the desk asked about, hash '' where it has nothing there;
 * null where nothing was asked.
 */
export const anchorSchema = z.object({
  epoch: z.string(),
  why: z.enum(['', 'declared', 'unsaid']),
  sequence: z.int(),
  hash: z.string(),
  before: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
})
export type Anchor = z.infer<typeof anchorSchema>

/** A place of the chain that a desk holds on to, as it is asked for: `EPOCH.SEQUENCE.HASH`. */
export interface HeldAnchor {
  readonly epoch: string
  readonly sequence: number
  readonly hash: string
}

/** As it stands in the address of a pull. */
export function anchorText({ epoch, sequence, hash }: HeldAnchor): string {
  return `${epoch}.${sequence}.${hash}`
}

/** Reads it back; an empty chain has no hash. */
export const askedAnchorSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,80}\.\d{1,15}\.([0-9a-f]{64})?$/)
  .transform((text): HeldAnchor => {
    const [epoch = '', sequence = '', hash = ''] = text.split('.')
    return { epoch, sequence: Number(sequence), hash }
  })
