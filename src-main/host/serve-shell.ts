import type { Notice } from '#shared/contract/desk.ts'
import { preferencesSchema } from '#shared/contract/desk.ts'
import { shellProcedures } from '#shared/contract/procedures.ts'
import type { Reply, ShellProcedureName } from '#shared/contract/procedures.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { PreferenceStore } from './preferences.ts'
import { storageCode } from './secrets.ts'

export interface ShellDoor {
  readonly store: PreferenceStore
  readonly notices: () => readonly Notice[]
  /** Told after preferences changed, e.g. to turn the window dark. */
  readonly onPreferences: () => void
  /** Sets the figure on the task bar; undefined where there is none. */
  readonly onBadge?: ((count: number) => void) | undefined
  /** Begins the demonstration anew; undefined where the core is not on this machine. */
  readonly resetDemonstration?: (() => Promise<void>) | undefined
}

/** Answers what this machine's host answers itself. Input is parsed here; never throws across. */
export async function serveShell(door: ShellDoor, name: ShellProcedureName, input: unknown): Promise<Reply> {
  const parsed = shellProcedures[name].input.safeParse(input)
  if (!parsed.success) return { ok: false, error: { code: 'INPUT_INVALID' } }
  switch (name) {
    case 'preferences.get':
      return { ok: true, value: door.store.get() }
    case 'preferences.set':
      return setPreferences(door, input, parsed.data)
    case 'shell.notices':
      return { ok: true, value: { notices: door.notices() } }
    case 'shell.resetDemonstration':
      return reset(door)
    case 'shell.setBadge':
      door.onBadge?.(shellProcedures[name].input.parse(input).count)
      return { ok: true, value: {} }
    default:
      return assertNever(name)
  }
}

async function reset({ resetDemonstration }: ShellDoor): Promise<Reply> {
  if (!resetDemonstration) return { ok: false, error: { code: 'NOT_DEMONSTRATION' } }
  try {
    await resetDemonstration()
    return { ok: true, value: {} }
  } catch (error) {
    return { ok: false, error: { code: storageCode(error) } }
  }
}

/** Only what the page named changes: zod fills a missing key with its default even in a partial object. */
async function setPreferences(door: ShellDoor, input: unknown, parsed: object): Promise<Reply> {
  const named = Object.entries(parsed).filter(([key]) => Object.hasOwn(Object(input), key))
  const next = preferencesSchema.parse({ ...door.store.get(), ...Object.fromEntries(named) })
  try {
    await door.store.set(next)
  } catch (error) {
    return { ok: false, error: { code: storageCode(error) } }
  }
  door.onPreferences()
  return { ok: true, value: next }
}
