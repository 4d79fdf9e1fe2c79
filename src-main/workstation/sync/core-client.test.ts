import { expect, test } from 'vitest'
import { z } from 'zod'
import { systemTimers } from '../system.ts'
import type { CoreLine } from './core-client.ts'
import { askCore, isSafeAddress } from './core-client.ts'

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

test('fault 12: an answer that stops half way ends at once when it is broken off', async () => {
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

test('fault 12: silence ends a request by itself', async () => {
  const line = deafLine(() => new Promise(() => {}), new AbortController().signal)
  expect(await askCore(line, { ...request, timeoutMs: 5 })).toEqual({ kind: 'unreachable', reason: 'AbortError' })
})

test.each([
  ['https://core.example', true],
  ['http://127.0.0.1:4170', true],
  ['http://localhost:4170', true],
  ['http://[::1]:4170', true],
  ['http://core.example', false],
  ['http://127.0.0.1.core.example', false],
  ['http://localhost@core.example', false],
  ['ftp://127.0.0.1', false],
  ['core.example', false],
])('passwords and customers go to %s: %s', async (address, isSafe) => {
  expect(isSafeAddress(address)).toBe(isSafe)
})

test('an address that is not safe is never asked', async () => {
  let asked = 0
  const line: CoreLine = {
    fetch: () => {
      asked += 1
      return Promise.reject(new Error('asked'))
    },
    timers: { after: () => () => undefined },
    address: () => 'http://core.example',
    isCut: () => false,
  }
  const answer = await askCore(line, { method: 'GET', path: '/health', answer: z.unknown() })
  expect([answer, asked]).toEqual([{ kind: 'unreachable', reason: 'notEncrypted' }, 0])
})
