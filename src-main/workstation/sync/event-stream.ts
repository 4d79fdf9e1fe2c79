import type { Random, Timers } from '../outside.ts'
import type { Next } from './backoff.ts'
import { backoffMs, startLoop } from './backoff.ts'
import type { CacheReport } from './cache-protocol.ts'
import type { CoreLine } from './core-client.ts'
import { openCore } from './core-client.ts'
import { silenceMs } from './reach.ts'

export interface EventParts {
  readonly line: CoreLine
  readonly timers: Timers
  readonly random: Random
  readonly token: () => string | undefined
  readonly report: (report: CacheReport) => void
  readonly onMore: () => void
  readonly onBug: (error: unknown) => void
}

/** The line is also how a desk learns that the core is back: it is looked for more often than work is pushed at it. */
const longestMs = 10_000

/** Who hears of a refusal ends the connection; where the disk was too full to note it, it is asked and told again. */
export const refusedWaitMs = 30_000

/** The line of server-sent events: kept open, opened again when it breaks; each sign of life is told. */
export interface Events {
  /** Leaves the line and connects anew with the present address and token, if there are any. */
  readonly restart: () => void
  readonly stop: () => Promise<void>
}

/** Listens for "there is more" (sync.md, "Pull"); the data itself always comes by a pull. */
export function startEvents(parts: EventParts): Events {
  const { line, random, report } = parts
  let failures = 0
  let leave: (() => void) | undefined

  async function listen(): Promise<Next> {
    const token = parts.token()
    if (token === undefined || line.address() === undefined || line.isCut()) {
      if (line.isCut()) report({ kind: 'failed', reason: 'cable' })
      return { kind: 'idle' }
    }
    let isLeft = false
    leave = () => {
      isLeft = true
    }
    const opened = await openCore(line, { method: 'GET', path: '/sync/v1/events', token }, silenceMs)
    if (isLeft) {
      if (opened.kind === 'open') opened.stop()
      return { kind: 'again' }
    }
    if (opened.kind === 'refused') {
      if (opened.status === 401 || opened.status === 403) report({ kind: 'refused', code: opened.code, token })
      if (opened.status === 401 || opened.status === 403) return { kind: 'wait', ms: refusedWaitMs }
      failures += 1
      return { kind: 'wait', ms: opened.retryAfterMs ?? backoffMs(failures, random) }
    }
    if (opened.kind === 'unreachable') return broken(opened.reason)
    leave = () => {
      isLeft = true
      opened.stop()
    }
    try {
      if (!opened.contentType.startsWith('text/event-stream')) return broken('malformed')
      parts.onMore() // what happened while nobody listened
      const decoder = new TextDecoder()
      let tail = ''
      for await (const bytes of opened.body) {
        failures = 0
        opened.stillAlive()
        report({ kind: 'alive' })
        const text = tail + decoder.decode(bytes, { stream: true })
        if (/^event: ?more\s*$/m.test(text)) parts.onMore()
        tail = text.slice(text.lastIndexOf('\n') + 1)
      }
      return isLeft ? { kind: 'again' } : broken('ended')
    } catch {
      return isLeft ? { kind: 'again' } : broken('broken')
    } finally {
      opened.stop()
      leave = undefined
    }
  }

  function broken(reason: string): Next {
    failures += 1
    report({ kind: 'failed', reason })
    return { kind: 'wait', ms: Math.min(longestMs, backoffMs(failures, random)) }
  }

  const loop = startLoop(parts.timers, listen, parts.onBug)
  return {
    restart: () => {
      failures = 0
      leave?.()
      loop.wake()
    },
    stop: async () => {
      const stopped = loop.stop()
      leave?.()
      await stopped
    },
  }
}
