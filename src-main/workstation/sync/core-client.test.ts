import { expect, test } from 'vitest'
import { z } from 'zod'
import { systemTimers } from '../system.ts'
import type { CoreLine } from './core-client.ts'
import { askCore } from './core-client.ts'

/** A line whose fetch never heeds its signal, as one of Node 20 does once in a while. */
function deafLine(fetch: CoreLine['fetch'], signal: AbortSignal): CoreLine {
  return { fetch, timers: systemTimers, address: () => 'http://127.0.0.1:9', isCut: () => false, signal: () => signal }
}

const request = { method: 'GET', path: '/x', answer: z.unknown(), timeoutMs: 60_000 } as const

test('a request that is broken off ends at once, even when its fetch never does', async () => {
  const abort = new AbortController()
  const answer = askCore(
    deafLine(() => new Promise(() => {}), abort.signal),
    request,
  )
  abort.abort()
  expect(await answer).toEqual({ kind: 'unreachable', reason: 'AbortError' })
})

test('an answer that stops half way ends at once when it is broken off', async () => {
  const abort = new AbortController()
  const half = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"a":')) })
  const answer = askCore(
    deafLine(() => Promise.resolve(new Response(half)), abort.signal),
    request,
  )
  await new Promise((resolve) => setImmediate(resolve))
  abort.abort()
  expect(await answer).toEqual({ kind: 'unreachable', reason: 'AbortError' })
})

test('silence ends a request by itself', async () => {
  const line = deafLine(() => new Promise(() => {}), new AbortController().signal)
  expect(await askCore(line, { ...request, timeoutMs: 5 })).toEqual({ kind: 'unreachable', reason: 'AbortError' })
})
