import type { z } from 'zod'
import type { HttpErrorCode } from '#shared/contract/errors.ts'
import { httpErrors } from '#shared/contract/errors.ts'
import { httpErrorSchema, protocolVersion } from '#shared/contract/wire.ts'
import type { Details } from '#shared/kernel/result.ts'
import type { Timers } from '../outside.ts'

/** An answer of the core, or why there is none. Nothing here throws. */
export type CoreAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: HttpErrorCode
      readonly details: Details
      readonly retryAfterMs: number | null
    }
  /** No core there: no connection, a time-out, or something that does not speak as the core does (a captive portal). */
  | { readonly kind: 'unreachable'; readonly reason: string }

export interface CoreRequest<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly answer: z.ZodType<T>
  readonly token?: string
  readonly json?: unknown
  readonly bytes?: Uint8Array
  readonly timeoutMs?: number
}

export interface CoreLine {
  readonly fetch: typeof fetch
  readonly timers: Timers
  readonly address: () => string | undefined
  /** True while the demonstration's cable is pulled: every connection refuses. */
  readonly isCut: () => boolean
  /** Aborted when what is under way is of no use any more. */
  readonly signal?: () => AbortSignal
}

/** Asks the core once. Redirects are refused: the core never redirects, portals do. */
export async function askCore<T>(line: CoreLine, request: CoreRequest<T>): Promise<CoreAnswer<T>> {
  const opened = await openCore(line, request, request.timeoutMs ?? 15_000)
  if (opened.kind !== 'open') return opened
  const { body, stop } = opened
  try {
    const parsed = request.answer.safeParse(JSON.parse(await textOf(body)))
    return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'unreachable', reason: 'malformed' }
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) }
  } finally {
    stop()
  }
}

export type OpenAnswer =
  | {
      readonly kind: 'open'
      readonly contentType: string
      readonly header: (name: string) => string | null
      /** The answer's bytes as they come; throws at once when it is broken off. */
      readonly body: AsyncIterable<Uint8Array>
      /** Call again and again while data comes; silence ends it. */
      readonly stillAlive: () => void
      readonly stop: () => void
    }
  | Exclude<CoreAnswer<never>, { readonly kind: 'ok' }>

/** Opens an answer to be read as a stream; it breaks off after `silenceMs` without `stillAlive`. */
export async function openCore(
  line: CoreLine,
  request: Omit<CoreRequest<unknown>, 'answer' | 'timeoutMs'>,
  silenceMs: number,
): Promise<OpenAnswer> {
  const address = line.address()
  if (address === undefined) return { kind: 'unreachable', reason: 'noAddress' }
  if (line.isCut()) return { kind: 'unreachable', reason: 'cable' }
  if (!isSafeAddress(address)) return { kind: 'unreachable', reason: 'notEncrypted' }
  const breaker = breakable(line.signal?.())
  let cancel = line.timers.after(silenceMs, breaker.breakOff)
  const stop = (): void => {
    cancel()
    breaker.breakOff()
  }
  try {
    const body =
      (request.bytes && Buffer.from(request.bytes)) ??
      (request.json === undefined ? undefined : JSON.stringify(request.json))
    const asked = line.fetch(new URL(request.path, address), {
      method: request.method,
      headers: { ...headersOf(request), ...(isSameMachine(address) ? { 'accept-encoding': 'identity' } : {}) },
      redirect: 'error',
      signal: breaker.signal,
      ...(body === undefined ? {} : { body }),
    })
    const response = await Promise.race([asked, breaker.broken])
    const bytes = bytesOf(response, breaker.broken)
    if (response.ok) {
      const stillAlive = (): void => {
        cancel()
        cancel = line.timers.after(silenceMs, breaker.breakOff)
      }
      const header = (name: string): string | null => response.headers.get(name)
      return { kind: 'open', contentType: header('content-type') ?? '', header, body: bytes, stillAlive, stop }
    }
    const refusal = await refusalOf(response, bytes)
    stop()
    return refusal
  } catch (error) {
    stop()
    return { kind: 'unreachable', reason: reasonOf(error) }
  }
}

/** Whether passwords and customers may go to an address: https, or this very machine (sync.md, Time, versions, people). */
export function isSafeAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'https:') return true
  return url?.protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
}

/**
 * What ends a request from our side: its own silence, or the line's signal. `broken` rejects at once: an aborted fetch
 * of an older runtime (seen on Node 20) may leave its answer waiting for ever, so that nobody waits on the fetch alone.
 */
function breakable(outer: AbortSignal | undefined): {
  readonly signal: AbortSignal
  readonly broken: Promise<never>
  readonly breakOff: () => void
} {
  const abort = new AbortController()
  let reject: (reason: Error) => void = () => {}
  const broken = new Promise<never>((_resolve, fail) => {
    reject = fail
  })
  broken.catch(() => {}) // nobody may be waiting any more
  const breakOff = (): void => {
    outer?.removeEventListener('abort', breakOff)
    abort.abort()
    reject(new DOMException('broken off', 'AbortError'))
  }
  if (outer?.aborted === true) breakOff()
  else outer?.addEventListener('abort', breakOff)
  return { signal: abort.signal, broken, breakOff }
}

async function* bytesOf(response: Response, broken: Promise<never>): AsyncIterable<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), broken])
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => {}) // it may be broken off already
  }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Plain http goes to this very machine only (`isSafeAddress`): packing would cost both sides more than it saves. */
function isSameMachine(address: string): boolean {
  return address.startsWith('http:')
}

function headersOf(request: Omit<CoreRequest<unknown>, 'answer'>): Record<string, string> {
  return {
    'x-linedesk-protocol': String(protocolVersion),
    ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
    ...(request.bytes ? { 'content-type': 'application/octet-stream' } : {}),
    ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

async function refusalOf(
  response: Response,
  body: AsyncIterable<Uint8Array>,
): Promise<Exclude<CoreAnswer<never>, { readonly kind: 'ok' }>> {
  const parsed = httpErrorSchema.safeParse(jsonOf(await textOf(body)))
  const known = parsed.success ? httpErrors.find((code) => code === parsed.data.code) : undefined
  // a proxy before the core says "too much" or "not now" in its own words; anything else in foreign words is no core
  const code = known ?? overloads[response.status]
  if (code === undefined) return { kind: 'unreachable', reason: `status ${response.status}` }
  const retryAfterMs = retryAfter(response.headers.get('retry-after'))
  return {
    kind: 'refused',
    status: response.status,
    code,
    details: (parsed.success && parsed.data.details) || {},
    retryAfterMs,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const overloads: Readonly<Record<number, HttpErrorCode>> = { 413: 'TOO_LARGE', 429: 'OVERLOADED', 503: 'UNAVAILABLE' }

/** Seconds of the header; a date in it is not used, as the clocks may differ. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : null
}

function reasonOf(error: unknown): string {
  return error instanceof SyntaxError ? 'malformed' : error instanceof Error ? error.name : 'unknown'
}
