import { parseArgs } from 'node:util'
import { z } from 'zod'
import { plants } from '#shared/node/crash-points.ts'

const schema = z.object({
  /** The first of a row of runs; each run's own seed comes of it. */
  seed: z.coerce.number().int().min(0).max(2_000_000),
  minutes: z.coerce
    .number()
    .positive()
    .max(24 * 60),
  only: z.enum(['simulation', 'processes', 'authority']).optional(),
  /** One simulated run by its own seed, as a failure names it. */
  run: z.coerce.number().int().min(0).optional(),
  database: z.enum(['sqlite', 'postgres']).optional(),
  /** A bug put in on purpose, to see that it is found; LINEDESK_PLANT does the same. */
  plant: z.enum(plants).optional(),
  /** Histories of money by authority. */
  runs: z.coerce.number().int().min(1).max(1_000_000),
  actions: z.coerce.number().int().min(1).max(100_000),
})
export type ChaosArguments = z.infer<typeof schema>

/** What `npm run chaos --` was asked to do. Throws a sentence on what it does not understand. */
export function chaosArguments(args: readonly string[]): ChaosArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: String(freshSeed()) },
      minutes: { type: 'string', default: '3' },
      only: { type: 'string' },
      run: { type: 'string' },
      database: { type: 'string' },
      actions: { type: 'string', default: '60' },
      runs: { type: 'string', default: '10000' },
      plant: { type: 'string' },
    },
  })
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  throw new Error(`not understood: --${parsed.error.issues.map(({ path }) => path.join('.')).join(', --')}`)
}

/** A seed nobody chose. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 1_000_000)
}
