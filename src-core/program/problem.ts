import { translate } from '#shared/text/translate.ts'
import { failureCode } from '../db/failure.ts'

/** Why the core cannot start; each has its sentence `core.problem.CODE`. The embedded core's starter hears the code. */
export type ProblemCode =
  | 'PORT_TAKEN'
  | 'FOLDER_READ_ONLY'
  | 'DISK_FULL'
  | 'KEY_LOST'
  | 'STORAGE_FAILED'
  | 'SCHEMA_NEWER'
  | 'MARKET_EXISTS'
  | 'REVOKE_UNKNOWN'
  | 'IMPORT_UNREADABLE'
  | 'IMPORT_REFUSED'
  | 'USAGE_UNREADABLE'
  | 'REJECT_UNKNOWN'
  | 'MARKET_MISSING'
  | 'PLAN_WRONG'
  | 'BALANCE_OFF'
  | 'SELLER_MISSING'
  | 'NUMBER_UNKNOWN'
  | 'RULES_BROKEN'
  | 'REBILL_REFUSED'
  | 'RERATE_REFUSED'
  | 'CYCLE_REFUSED'
  | 'OUT_UNWRITABLE'
  | 'ARGUMENT_WRONG'
  | 'INTERNAL'

/** A problem with its sentence for the terminal. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
}

/** An error that carries a problem known already. */
export function problemError(
  code: ProblemCode,
  params: Params,
): Error & { readonly problem: ProblemCode; readonly params: Params } {
  return Object.assign(new Error(code), { problem: code, params })
}

type Params = Readonly<Record<string, string | number>>

const terminal = { language: 'en', currency: 'EUR', zone: 'UTC', today: '1970-01-01' } as const

/** A sentence of the core for its terminal. */
export function say(key: string, params: Params = {}): string {
  return translate(terminal, key, params)
}

/** The problem behind an error of the start. `place` is the database as a person knows it, without its password. */
export function problemOf(error: unknown, place: string): Problem {
  if (isProblemError(error))
    return { code: error.problem, message: say(`core.problem.${error.problem}`, { place, ...error.params }) }
  const code = codeOf(error)
  const reason = error instanceof Error ? error.name : 'unknown'
  return { code, message: say(`core.problem.${code}`, { place, reason }) }
}

function codeOf(error: unknown): ProblemCode {
  const code = failureCode(error) ?? ''
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return 'KEY_LOST'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === '53100') return 'DISK_FULL'
  if (/^SQLITE_(READONLY|CANTOPEN)/.test(code) || ['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'ENOENT'].includes(code))
    return 'FOLDER_READ_ONLY'
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) return 'SCHEMA_NEWER'
  // every other code is a driver's or the system's: the database is away, or refuses us
  if (/^(SQLITE_|E[A-Z]+$|[0-9A-Z]{5}$)/.test(code)) return 'STORAGE_FAILED'
  return 'INTERNAL'
}

function isProblemError(error: unknown): error is ReturnType<typeof problemError> {
  return error instanceof Error && 'problem' in error
}
