import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isDate } from '#shared/kernel/date.ts'
import { completeLanguages } from '#shared/text/translate.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { cycleSchema } from '../slices/bill/payer-cycle.ts'
import { problemError } from './problem.ts'

const tasks = [
  'serve',
  'seed',
  'restored',
  'revoke',
  'import-outbox',
  'usage-import',
  'usage-rejects',
  'bill-run',
  'rebill',
  'rerate',
  'billing-cycle',
  'trial-balance',
  'ubl-export',
  'bill-pdf',
  'audit',
] as const

/** What the core was asked to do on its command line and by its environment. */
export interface Settings {
  readonly task: (typeof tasks)[number]
  /** Which file `import-outbox` or `usage-import` takes in, or the one whose line `usage-rejects` marks. */
  readonly file: string | undefined
  /** The line of it, from 1. */
  readonly line: number | undefined
  /** Whether `usage-rejects` tries again what was put aside. */
  readonly isRetry: boolean
  /** The day `bill-run` makes bills for. */
  readonly date: string | undefined
  /** The number of the bill or credit note that `ubl-export`, `bill-pdf`, `rebill` or `rerate` is about; undefined for all. */
  readonly bill: string | undefined
  /** The customer by number, and how often they are billed, for `billing-cycle`. */
  readonly customer: string | undefined
  readonly cycle: Cycle | undefined
  /** The folder or file they write. */
  readonly out: string | undefined
  /** Of the PDF, where not its customer's. */
  readonly language: string | undefined
  /** What `revoke` revokes: a desk by its id, or a person by login. */
  readonly device: string | undefined
  readonly user: string | undefined
  readonly db: string
  readonly port: number
  readonly host: string
  readonly isClockManual: boolean
  /** Fill an empty database with the demonstration market before listening. */
  readonly isDemo: boolean
  /** Prepare the cases of the demonstration's guide in a market filled so. */
  readonly hasStories: boolean
  readonly customers: number
  readonly seed: number
  /** Raw 32-byte key of an SQLite file; null leaves a new one plain. Only ever by environment. */
  readonly key: Uint8Array | null
  /** The one password of all people of a demonstration; only ever by environment. */
  readonly demoPassword: string | undefined
  /** Address of a credit bureau; the built-in one decides without it. */
  readonly bureauUrl: string | undefined
  /** What other systems show to send usage over HTTP; only ever by environment. */
  readonly usageToken: string | undefined
}

const options = {
  db: { type: 'string', default: 'sqlite:.linedesk/core.db' },
  port: { type: 'string', default: '4170' },
  host: { type: 'string', default: '127.0.0.1' },
  clock: { type: 'string', default: 'system' },
  demo: { type: 'boolean', default: false },
  stories: { type: 'boolean', default: false },
  customers: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  device: { type: 'string' },
  user: { type: 'string' },
  file: { type: 'string' },
  line: { type: 'string' },
  retry: { type: 'boolean', default: false },
  date: { type: 'string' },
  bill: { type: 'string' },
  customer: { type: 'string' },
  frequency: { type: 'string' },
  day: { type: 'string' },
  month: { type: 'string', default: '1' },
  out: { type: 'string' },
  language: { type: 'string' },
} as const

const whole = z
  .string()
  .regex(/^[0-9]{1,9}$/)
  .transform(Number)

const schemas = {
  db: z.string().regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/),
  port: whole.refine((port) => port <= 65_535),
  host: z.string().min(1),
  clock: z.enum(['system', 'manual']),
  demo: z.boolean(),
  stories: z.boolean(),
  customers: whole.refine((count) => count <= 1_000_000),
  seed: whole,
} as const

const environment = z.object({
  LINEDESK_CORE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  LINEDESK_DEMO_PASSWORD: z.string().min(8).max(200).optional(),
  LINEDESK_BUREAU_URL: z.url().optional(),
  LINEDESK_USAGE_TOKEN: z
    .string()
    .regex(/^\S{32,400}$/)
    .optional(),
})

/** Reads them. Throws a problem that names the first argument it does not understand. */
export function settingsFrom(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const { values, positionals } = parsedArguments(args)
  const task = positionals[0] ?? 'serve'
  if (!isTask(task)) throw problemError('ARGUMENT_WRONG', { argument: task })
  const [named, tooMany] = ['import-outbox', 'audit'].includes(task)
    ? positionals.slice(1)
    : [undefined, positionals[1]]
  if (task === 'audit' && named !== 'verify') throw problemError('ARGUMENT_WRONG', { argument: named ?? task })
  if (tooMany !== undefined) throw problemError('ARGUMENT_WRONG', { argument: tooMany })
  const file = named ?? values.file
  if ((task === 'import-outbox' || task === 'usage-import') && file === undefined)
    throw problemError('ARGUMENT_WRONG', { argument: task })
  const line = lineOf(values.line)
  if (!isUsageRejectsOr(task, { file, line, isRetry: values.retry, out: values.out }))
    throw problemError('ARGUMENT_WRONG', { argument: task })
  const { date } = values
  if (task === 'bill-run' ? date === undefined || !isDate(date) : date !== undefined)
    throw problemError('ARGUMENT_WRONG', { argument: date === undefined ? task : `--date ${date}` })
  const { bill, out, language } = values
  if ((task === 'ubl-export' || task === 'bill-pdf') && out === undefined)
    throw problemError('ARGUMENT_WRONG', { argument: task })
  if (['bill-pdf', 'rebill', 'rerate'].includes(task) && bill === undefined)
    throw problemError('ARGUMENT_WRONG', { argument: task })
  const { customer, frequency, day, month } = values
  const cycle = cycleSchema.safeParse({ frequency, cycleDay: Number(day), anchorMonth: Number(month) })
  if (task === 'billing-cycle' && (customer === undefined || !cycle.success)) {
    const wrong = { frequency: 'frequency', cycleDay: 'day', anchorMonth: 'month' } as const
    const [name = ''] = cycle.error?.issues[0]?.path ?? []
    const option = Object.entries(wrong).find(([key]) => key === name)?.[1] ?? 'customer'
    throw problemError('ARGUMENT_WRONG', { argument: `--${option} ${values[option] ?? ''}`.trim() })
  }
  if (language !== undefined && !completeLanguages.some((one) => one === language))
    throw problemError('ARGUMENT_WRONG', { argument: `--language ${language}` })
  const read = <N extends keyof typeof schemas>(name: N): z.infer<(typeof schemas)[N]> => {
    const parsed = schemas[name].safeParse(values[name])
    if (!parsed.success) throw problemError('ARGUMENT_WRONG', { argument: `--${name} ${shown(name, values[name])}` })
    // each schema's output belongs to its own name; the union over names hides that
    return parsed.data as z.infer<(typeof schemas)[N]>
  }
  const given = environment.safeParse(env)
  if (!given.success) throw problemError('ARGUMENT_WRONG', { argument: String(given.error.issues[0]?.path[0]) })
  const { LINEDESK_CORE_KEY: key, LINEDESK_DEMO_PASSWORD: demoPassword, LINEDESK_BUREAU_URL: bureauUrl } = given.data
  const { LINEDESK_USAGE_TOKEN: usageToken } = given.data
  return {
    task,
    file,
    line,
    isRetry: values.retry,
    date,
    bill,
    customer,
    cycle: cycle.data,
    out,
    language,
    device: values.device,
    user: values.user,
    db: read('db'),
    port: read('port'),
    host: read('host'),
    isClockManual: read('clock') === 'manual',
    isDemo: read('demo'),
    hasStories: read('stories'),
    customers: read('customers'),
    seed: read('seed'),
    key: key === undefined ? null : Buffer.from(key, 'hex'),
    demoPassword,
    bureauUrl,
    usageToken,
  }
}

/** Throws for what is no line. */
function lineOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const line = whole.safeParse(text)
  if (!line.success || line.data < 1) throw problemError('ARGUMENT_WRONG', { argument: `--line ${text}` })
  return line.data
}

/** Whether `usage-rejects` is asked for one thing (list, try again, or mark a line of a file), and nothing else is by its words. */
function isUsageRejectsOr(
  task: Settings['task'],
  { file, line, isRetry, out }: Pick<Settings, 'file' | 'line' | 'isRetry' | 'out'>,
): boolean {
  if (task !== 'usage-rejects') return line === undefined && !isRetry
  const asked = [file !== undefined && line !== undefined, isRetry, out !== undefined].filter(Boolean)
  return asked.length <= 1 && (file === undefined) === (line === undefined)
}

function isTask(task: string): task is Settings['task'] {
  return tasks.some((one) => one === task)
}

/** An argument as the terminal may show it: an address may hold a password. */
function shown(name: string, value: unknown): string {
  return name === 'db' ? placeOf(String(value)) : String(value)
}

/** The database as it may be shown: a file's path, or a server's address without user and password. */
export function placeOf(db: string): string {
  if (db.startsWith('sqlite:')) return db.slice('sqlite:'.length)
  try {
    const url = new URL(db)
    return `${url.protocol}//${url.host}${url.pathname}`
  } catch {
    return 'the database'
  }
}

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw problemError('ARGUMENT_WRONG', { argument: unknownIn(args, error) })
  }
}

function unknownIn(args: readonly string[], error: unknown): string {
  const named = error instanceof Error ? /'([^']+)'/.exec(error.message)?.[1] : undefined
  return named ?? args.join(' ')
}
