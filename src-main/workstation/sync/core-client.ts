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
  const { response, stop } = opened
  try {
    const parsed = request.answer.safeParse(await response.json())
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
      readonly response: Response /** Call again and again while data comes; silence ends it. */
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
  const abort = new AbortController()
  let cancel = line.timers.after(silenceMs, () => abort.abort(new Error('silence')))
  const stop = (): void => {
    cancel()
    abort.abort(new Error('done'))
  }
  try {
    const body =
      (request.bytes && Buffer.from(request.bytes)) ??
      (request.json === undefined ? undefined : JSON.stringify(request.json))
    const response = await line.fetch(new URL(request.path, address), {
      method: request.method,
      headers: headersOf(request),
      redirect: 'error',
      signal: line.signal ? AbortSignal.any([abort.signal, line.signal()]) : abort.signal,
      ...(body === undefined ? {} : { body }),
    })
    if (response.ok) {
      const stillAlive = (): void => {
        cancel()
        cancel = line.timers.after(silenceMs, () => abort.abort(new Error('silence')))
      }
      return { kind: 'open', response, stillAlive, stop }
    }
    const refusal = await refusalOf(response)
    stop()
    return refusal
  } catch (error) {
    stop()
    return { kind: 'unreachable', reason: reasonOf(error) }
  }
}

function headersOf(request: Omit<CoreRequest<unknown>, 'answer'>): Record<string, string> {
  return {
    'x-linedesk-protocol': String(protocolVersion),
    ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
    ...(request.bytes ? { 'content-type': 'application/octet-stream' } : {}),
    ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

async function refusalOf(response: Response): Promise<Exclude<CoreAnswer<never>, { readonly kind: 'ok' }>> {
  const parsed = httpErrorSchema.safeParse(await response.json().catch(() => undefined))
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

const overloads: Readonly<Record<number, HttpErrorCode>> = { 413: 'TOO_LARGE', 429: 'OVERLOADED', 503: 'UNAVAILABLE' }

/** Seconds of the header; a date in it is not used, as the clocks may differ. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : null
}

function reasonOf(error: unknown): string {
  return error instanceof SyntaxError ? 'malformed' : error instanceof Error ? error.name : 'unknown'
}
