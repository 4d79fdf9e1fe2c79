import { z } from 'zod'
import type { BureauAnswer, CreditBureau } from '#core/sync/handler.ts'

export interface HttpBureauOptions {
  readonly url: string
  readonly timeoutMs: number
  readonly fetch?: typeof globalThis.fetch
}

/** Beyond this an answer is no answer; the bureau's is some hundred bytes. */
const answerLimitBytes = 65_536

const count = z.int().min(0)
const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('record'),
    paidOnTime: count,
    paidLate: count,
    openDebtMinor: count,
    insolvencies: count,
  }),
  z.object({ kind: z.literal('unknown') }),
])

/**
 * A bureau behind HTTP: POST of `{ surname, givenNames, birthDate }`. Slow, refusing, unreachable or malformed answers
 * all are silence: the decision then goes to a person. The keyed hash of the person stays here.
 */
export function httpBureau({ url, timeoutMs, fetch = globalThis.fetch }: HttpBureauOptions): CreditBureau {
  return {
    ask: async ({ surname, givenNames, birthDate }): Promise<BureauAnswer> => {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ surname, givenNames, birthDate }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        if (!response.ok) return await silence(response)
        const text = await readLimited(response)
        const parsed = answerSchema.safeParse(text === undefined ? undefined : JSON.parse(text))
        return parsed.success ? parsed.data : { kind: 'silent' }
      } catch {
        return { kind: 'silent' }
      }
    },
  }
}

async function silence(response: Response): Promise<BureauAnswer> {
  await response.body?.cancel()
  return { kind: 'silent' }
}

async function readLimited(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > answerLimitBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
