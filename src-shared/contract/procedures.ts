import { z } from 'zod'
import { command, done, nothing, query } from '#shared/kernel/procedure.ts'
import type { Procedure } from '#shared/kernel/procedure.ts'
import { noticeSchema, preferencesSchema } from './desk.ts'
import type { GeneralError } from './errors.ts'
import { billProcedures } from './bill-procedures.ts'
import { caseProcedures } from './case-procedures.ts'
import { contactProcedures } from './contact-procedures.ts'
import { decisionProcedures } from './decision-procedures.ts'
import { deskProcedures } from './desk-procedures.ts'
import { disputeProcedures } from './dispute-procedures.ts'
import { saleProcedures } from './sale-procedures.ts'

/** Procedures the shell (or the web host) answers itself: this machine's preferences and notices. */
export const shellProcedures = {
  'preferences.get': query(nothing, preferencesSchema),
  /** What a person chooses; where the core is and the window's place are not the page's to say. */
  'preferences.set': command(preferencesSchema.omit({ coreAddress: true, window: true }).partial(), preferencesSchema),
  /** Throws this demonstration away, cases and all, and fills a new one; only with a core on this machine. */
  'shell.resetDemonstration': command(nothing, done, ['NOT_DEMONSTRATION']),
  /** How much waits for a decision, on the task bar where the platform has room for a figure. */
  'shell.setBadge': command(z.strictObject({ count: z.int().min(0) }), done),
  'shell.notices': query(nothing, z.object({ notices: z.array(noticeSchema) })),
} as const

/** Procedures the workstation service answers; who acts comes from its session, never from the page. */
export const serviceProcedures = {
  ...deskProcedures,
  ...caseProcedures,
  ...saleProcedures,
  ...contactProcedures,
  ...billProcedures,
  ...disputeProcedures,
  ...decisionProcedures,
} as const

export const procedures = { ...shellProcedures, ...serviceProcedures } as const

export type ProcedureName = keyof typeof procedures
export type ServiceProcedureName = keyof typeof serviceProcedures
export type ShellProcedureName = keyof typeof shellProcedures
export type InputOf<N extends ProcedureName> = z.infer<(typeof procedures)[N]['input']>
export type OutputOf<N extends ProcedureName> = z.infer<(typeof procedures)[N]['output']>
export type ErrorOf<N extends ProcedureName> = (typeof procedures)[N]['errors'][number] | GeneralError

/** Whether a text names a procedure. */
export function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name)
}

/** Whether the shell answers a procedure itself. */
export function isShellProcedure(name: ProcedureName): name is ShellProcedureName {
  return Object.hasOwn(shellProcedures, name)
}

/** A procedure with its types forgotten, for the door that treats all alike. */
export function procedureOf(name: ProcedureName): Procedure<unknown, unknown> {
  // every entry is a Procedure of its own types; the door parses input and output with this same entry
  return procedures[name] as unknown as Procedure<unknown, unknown>
}

/** What the service tells the page without being asked. Data always comes by a query. */
export const events = {
  /** Something on screen may have changed: `topics` are first parts of procedure names (`interaction`, `desk`...). */
  changed: z.object({ topics: z.array(z.string()) }),
} as const
export type EventName = keyof typeof events
export type EventOf<N extends EventName> = z.infer<(typeof events)[N]>

/** What crosses the bridge, whatever carries it. */
export const callSchema = z.object({ name: z.string().max(80), input: z.unknown() })
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> }
    }
