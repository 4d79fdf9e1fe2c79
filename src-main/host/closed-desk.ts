import type { Reply } from '#shared/contract/procedures.ts'
import type { Startup } from '#shared/contract/desk.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** Answers in place of a service that cannot be started: the start page says why, everything else is refused. */
export function closedDesk(
  problem: Refusal,
  code: 'STORAGE_FAILED' | 'INTERNAL' = 'STORAGE_FAILED',
): (name: string) => Reply {
  const params = Object.fromEntries(Object.entries(problem.details ?? {}).map(([key, value]) => [key, String(value)]))
  const startup: Startup = { steps: [], isReady: false, problem: { key: `startup.problem.${problem.code}`, params } }
  return (name) => (name === 'desk.startup' ? { ok: true, value: startup } : { ok: false, error: { code } })
}
