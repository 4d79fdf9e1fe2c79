import type { LightMyRequestResponse } from 'fastify'

export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | undefined
}

export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** An answer that goes on: the line of events. */
export interface WireStream {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly leave: () => void
}

/** A request as Fastify's `inject` takes it. */
export function injected({ method, path, headers, body }: WireRequest) {
  return {
    method: method as 'GET', // light-my-request lists the methods; ours come from the desk's client
    url: path,
    headers,
    ...(body === undefined ? {} : { payload: Buffer.from(body) }),
  }
}

/** The headers of what it answers, as text. */
export function headersOf(answer: LightMyRequestResponse): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]))
}
