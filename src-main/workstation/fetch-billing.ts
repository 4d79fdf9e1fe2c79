import type { z } from 'zod'
import type { Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { CoreLine } from './sync/core-client.ts'
import { askCore } from './sync/core-client.ts'

export interface BillingParts {
  readonly line: CoreLine
  readonly token: () => string | undefined
}

/** Asks the core for what of bills is not on this desk. NOT_FOUND where it knows no such thing. */
export type FetchBilling = <T>(
  path: string,
  answer: z.ZodType<T>,
) => Promise<Result<T, { readonly code: 'CORE_UNREACHABLE' | 'NOT_FOUND' }>>

/** Asks under the sign-in of whoever sits at the desk. */
export function billingFetcher({ line, token }: BillingParts): FetchBilling {
  return async (path, answer) => {
    const now = token()
    if (now === undefined) return refuse('CORE_UNREACHABLE')
    const got = await askCore(line, { method: 'GET', path: `/sync/v1/bills/${path}`, answer, token: now })
    if (got.kind === 'ok') return ok(got.value)
    return refuse(got.kind === 'refused' && got.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'CORE_UNREACHABLE')
  }
}
