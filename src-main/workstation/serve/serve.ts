import type { z } from 'zod'
import type { ErrorOf, OutputOf, Reply, ServiceProcedureName } from '#shared/contract/procedures.ts'
import { procedureOf, serviceProcedures } from '#shared/contract/procedures.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import { bugPlace } from '../bug-place.ts'
import { isDamage } from '../db/open-outbox.ts'
import type { Desk, DeskHandler } from '../desk.ts'
import type { Log } from '../outside.ts'
import { storageProblemOf } from '../storage-problem.ts'
import { permissions } from './permissions.ts'

export type DeskHandlers = { readonly [N in ServiceProcedureName]: DeskHandler<N> }

export interface ServeParts {
  readonly desk: Desk
  readonly handlers: DeskHandlers
  /** Reads of one moment for the part of a handler that runs at once. */
  readonly inSnapshot: <T>(work: () => T) => T
  readonly log: Log
  /** A page of the outbox does not open any more: the desk must be opened anew, which mends it. */
  readonly onDamaged?: (() => void) | undefined
}

/**
 * The door of the service: name, input, right, handler, output, in this order. Never throws: a bug answers INTERNAL, a
 * full disk DISK_FULL, and the log carries ids and codes only.
 */
export async function serve(parts: ServeParts, name: string, input: unknown): Promise<Reply> {
  if (!isServiceProcedure(name)) return refused('UNKNOWN_PROCEDURE')
  const procedure = procedureOf(name)
  const parsed = parse(procedure.input, input)
  if (!parsed?.success) return refused('INPUT_INVALID', { field: parsed?.error.issues[0]?.path.join('.') ?? '' })
  const denied = deny(parts.desk, name)
  if (denied) return refused(denied)
  try {
    // the input was parsed by this very procedure, and the map's entry has its name
    const handler = parts.handlers[name] as (desk: Desk, input: unknown) => Answer | Promise<Answer>
    const desk = permissions[name] === 'nobodyYet' ? parts.desk : forSession(parts.desk)
    const answer = await parts.inSnapshot(() => handler(desk, parsed.data))
    if (!answer.ok) return { ok: false, error: answer.error }
    const output = procedure.output.safeParse(answer.value)
    if (output.success) return { ok: true, value: output.data }
    parts.log('answer does not fit', { name, field: output.error.issues[0]?.path.join('.') ?? '' })
    return refused('INTERNAL')
  } catch (error) {
    const problem = storageProblemOf(error)
    if (isDamage(error)) parts.onDamaged?.()
    parts.log('call failed', {
      name,
      problem: problem ?? 'bug',
      error: bugPlace(error),
    })
    return refused(problem === undefined || problem === 'KEY_WRONG' || problem === 'IN_USE' ? 'INTERNAL' : problem)
  }
}

/**
 * The desk for one call: an act that waits for something does not end in the name of whoever sits here by then. To it nobody
 * does, and nothing is captured.
 */
function forSession(desk: Desk): Desk {
  const userId = desk.session()?.userId
  const isSame = (): boolean => desk.session()?.userId === userId
  return {
    ...desk,
    session: () => (isSame() ? desk.session() : undefined),
    capture: (input) => (isSame() ? desk.capture(input) : refuse('NOT_SIGNED_IN')),
  }
}

/** An input nested thousands deep runs out of stack while it is read: it does not fit like any other. */
function parse(schema: z.ZodType, input: unknown): ReturnType<z.ZodType['safeParse']> | undefined {
  try {
    return schema.safeParse(input)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

type Answer = Result<OutputOf<ServiceProcedureName>, Refusal<ErrorOf<ServiceProcedureName>>>

function isServiceProcedure(name: string): name is ServiceProcedureName {
  return Object.hasOwn(serviceProcedures, name)
}

function deny(desk: Desk, name: ServiceProcedureName): 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | undefined {
  const allowed = permissions[name]
  if (allowed === 'nobodyYet') return undefined
  const session = desk.session()
  if (!session) return 'NOT_SIGNED_IN'
  return allowed.includes(session.role) ? undefined : 'NOT_ALLOWED'
}

function refused(code: string, details?: Readonly<Record<string, unknown>>): Reply {
  return { ok: false, error: details === undefined ? { code } : { code, details } }
}
