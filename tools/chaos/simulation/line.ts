import { gunzipSync, gzipSync } from 'node:zlib'
import type { Chance } from '../random.ts'
import type { TallyBook } from '../tally.ts'
import type { Life } from './clock.ts'
import type { SimCore } from './core.ts'
import type { WireAnswer, WireRequest } from './wire.ts'
import type { Scheduler } from './scheduler.ts'
import type { Mishap, Weather } from './weather.ts'
import { fair, mishapOf, portalPage, refusalOf } from './weather.ts'

/** The line between one desk and the core, with its weather. */
export interface Line {
  /** `fetch` for one life of the desk: after its death no answer comes any more, what was on its way still arrives. */
  readonly fetchFor: (life: Life) => typeof fetch
  readonly setWeather: (weather: Weather) => void
  /** Nobody gets through at all. */
  readonly setCut: (isCut: boolean) => void
}

export interface LineParts {
  readonly core: SimCore
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly tally: TallyBook
}

const hour = 3_600_000

/** Opens a line in fair weather. */
export function openLine(parts: LineParts): Line {
  const { core, scheduler, chance, tally } = parts
  let weather = fair
  let isCut = false

  return {
    fetchFor: (life) => (address, init) => {
      if (life.isOver()) return new Promise(() => undefined)
      const url = new URL(String(address))
      const request = requestOf(url, init)
      const signal = init?.signal ?? undefined
      const path = url.pathname
      return new Promise((answer, fail) => {
        const reset = (): void => fail(new TypeError('fetch failed'))
        signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')))
        const mishap = mishapOf(chance, weather, path)
        if (mishap) note(mishap)
        if (isCut || mishap === 'lostRequest') return void life.timers.after(delay(), reset)
        const give = (response: Response): void => {
          if (!life.isOver()) answer(response)
        }
        if (mishap === 'status') {
          const { status, body } = refusalOf(chance, `false-${chance.below(1e6)}`)
          return void life.timers.after(delay(), () => give(new Response(body, { status })))
        }
        if (mishap === 'portal') return void life.timers.after(delay(), () => give(new Response(portalPage)))
        if (path === '/sync/v1/events') return void travelStream(request, life, signal, mishap, give, reset)
        travel(request, life, signal, mishap, give, reset)
      })
    },
    setWeather: (next) => {
      weather = next
    },
    setCut: (next) => {
      isCut = next
    },
  }

  function delay(): number {
    return chance.between(weather.least, weather.most)
  }

  function note(mishap: Mishap): void {
    if (mishap === 'lostAnswer' || mishap === 'statusAfter') tally.count('lost')
    else if (mishap === 'twiceAtOnce' || mishap === 'twiceLater') tally.count('doubled')
    else if (mishap === 'hoursLate') tally.count('late')
    else if (mishap === 'status') tally.count('refusedAtDoor')
    else tally.count('damaged')
  }

  /** One request there and its answer back; the way there goes on whatever becomes of the desk. */
  function travel(
    request: WireRequest,
    life: Life,
    signal: AbortSignal | undefined,
    mishap: Mishap | undefined,
    give: (response: Response) => void,
    reset: () => void,
  ): void {
    const there = mishap === 'hoursLate' ? chance.between(1, 5) * hour : delay()
    if (mishap === 'twiceLater')
      scheduler.after(chance.pick([2_000, 60_000, 3 * hour]), () => core.ask(request).then(nothing, nothing))
    scheduler.after(there, async () => {
      const asked =
        mishap === 'twiceAtOnce'
          ? Promise.all([core.ask(request), core.ask(request)]).then(([, second]) => second)
          : core.ask(request)
      const answer = await asked.catch(() => undefined)
      if (!answer || mishap === 'lostAnswer') return void life.timers.after(delay(), reset)
      life.timers.after(delay(), () => give(responseOf(answer, life, signal, mishap)))
    })
  }

  function travelStream(
    request: WireRequest,
    life: Life,
    signal: AbortSignal | undefined,
    mishap: Mishap | undefined,
    give: (response: Response) => void,
    reset: () => void,
  ): void {
    scheduler.after(delay(), async () => {
      let leave: () => void = nothing
      let controller: ReadableStreamDefaultController<Uint8Array> | undefined
      let isOver = false
      const endsAfter = mishap ? chance.between(1, 20) : Number.POSITIVE_INFINITY
      let heard = 0
      const end = (isBroken: boolean): void => {
        if (isOver) return
        isOver = true
        leave()
        if (isBroken) controller?.error(new TypeError('terminated'))
        else controller?.close()
      }
      const body = new ReadableStream<Uint8Array>({
        start: (given) => {
          controller = given
        },
        cancel: () => end(false),
      })
      const onBytes = (bytes: Uint8Array): void => {
        heard += 1
        // half open: nothing more comes, and nobody says that the line is dead
        if (heard > endsAfter)
          return mishap === 'halfOpen' ? undefined : void life.timers.after(delay(), () => end(true))
        life.timers.after(delay(), () => {
          if (!isOver) controller?.enqueue(bytes)
        })
      }
      const opened = await core
        .listen(request, onBytes, () => void life.timers.after(delay(), () => end(true)))
        .catch(() => undefined)
      if (!opened) return void life.timers.after(delay(), reset)
      leave = opened.leave
      life.over.catch(() => end(false))
      signal?.addEventListener('abort', () => end(true))
      life.timers.after(delay(), () => give(new Response(body, { status: opened.status, headers: opened.headers })))
    })
  }

  function responseOf(
    answer: WireAnswer,
    life: Life,
    signal: AbortSignal | undefined,
    mishap: Mishap | undefined,
  ): Response {
    const { status, headers } = answer
    if (mishap === 'statusAfter') return new Response('Bad gateway', { status: 502 })
    const plain = plainOf(answer, mishap)
    if (plain) return new Response(Buffer.from(plain), { status, headers })
    return new Response(streamOf(partsOf(answer.body, mishap), life, signal), { status, headers })
  }

  /** An answer that comes at once, right or not; undefined for one that comes in pieces. */
  function plainOf({ body, headers }: WireAnswer, mishap: Mishap | undefined): Uint8Array | undefined {
    if (mishap === 'truncated' || mishap === 'halfOpen' || mishap === 'drip') return undefined
    if (mishap === 'wrongLength') return Buffer.concat([body, chance.bytes(chance.between(1, 40))])
    if (mishap !== 'flipped') return body
    return headers['content-type']?.includes('ndjson') ? flippedInGzip(body) : flipped(body)
  }

  /** What comes of an answer piece by piece, with the pauses between; half open, its end never comes. */
  function partsOf(body: Uint8Array, mishap: Mishap | undefined): readonly Part[] {
    const some = chance.below(body.length + 1)
    if (mishap !== 'drip')
      return [
        { afterMs: 0, bytes: body.subarray(0, some), isLast: mishap === 'truncated', isBroken: chance.isHit(0.5) },
      ]
    const size = Math.max(1, Math.ceil(body.length / 8))
    const gap = chance.pick([500, 4_000, 20_000])
    return Array.from({ length: 8 }, (_, place) => ({
      afterMs: gap,
      bytes: body.subarray(place * size, (place + 1) * size),
      isLast: place === 7,
      isBroken: false,
    }))
  }

  function flipped(body: Uint8Array): Uint8Array {
    const copy = Uint8Array.from(body)
    const at = chance.below(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
    return copy
  }

  /** As a page travels: compressed, so that the checksum at its end tells. */
  function flippedInGzip(body: Uint8Array): Uint8Array {
    try {
      return gunzipSync(flipped(gzipSync(body)))
    } catch {
      return body.subarray(0, chance.below(body.length))
    }
  }
}

interface Part {
  readonly afterMs: number
  readonly bytes: Uint8Array
  readonly isLast: boolean
  readonly isBroken: boolean
}

function streamOf(parts: readonly Part[], life: Life, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  let isOver = false
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const fail = (): void => {
        if (!isOver) controller.error(new TypeError('terminated'))
        isOver = true
      }
      signal?.addEventListener('abort', fail)
      let at = 0
      for (const part of parts) {
        at += part.afterMs
        life.timers.after(at, () => {
          if (isOver) return
          if (part.bytes.length > 0) controller.enqueue(part.bytes)
          if (!part.isLast) return
          if (part.isBroken) return fail()
          isOver = true
          controller.close()
        })
      }
    },
    cancel: () => {
      isOver = true
    },
  })
}

function requestOf(url: URL, init: RequestInit | undefined): WireRequest {
  const { body } = init ?? {}
  return {
    method: init?.method ?? 'GET',
    path: url.pathname + url.search,
    headers: Object.fromEntries(new Headers(init?.headers).entries()),
    body: body instanceof Uint8Array ? body : typeof body === 'string' ? Buffer.from(body) : undefined,
  }
}

function nothing(): void {
  // an answer nobody waits for
}
