import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { pukResponseSchema } from '#shared/contract/wire.ts'
import type { Timers } from './outside.ts'
import type { CoreLine } from './sync/core-client.ts'
import { askCore } from './sync/core-client.ts'

const tries = 25
const everyMs = 200

export interface PukParts {
  readonly line: CoreLine
  readonly timers: Timers
  readonly token: () => string | undefined
  /** Whether the core has refused the command that asks for it. */
  readonly isRefused: (commandId: Id) => boolean
}

/** Fetches the PUK a command was granted, once the core has applied it; a few seconds at most. It is kept nowhere. */
export function pukFetcher({ line, timers, token, isRefused }: PukParts) {
  return async (commandId: Id): Promise<Result<string, { readonly code: 'CORE_UNREACHABLE' | 'PUK_REFUSED' }>> => {
    for (let left = tries; left > 0; left -= 1) {
      const now = token()
      if (now === undefined) return refuse('CORE_UNREACHABLE')
      const path = `/sync/v1/puk/${commandId}`
      const answer = await askCore(line, { method: 'GET', path, answer: pukResponseSchema, token: now })
      if (answer.kind === 'ok') return ok(answer.value.puk)
      if (isRefused(commandId)) return refuse('PUK_REFUSED')
      if (answer.kind === 'unreachable') return refuse('CORE_UNREACHABLE')
      await new Promise<void>((next) => void timers.after(everyMs, next))
    }
    return refuse('CORE_UNREACHABLE')
  }
}
