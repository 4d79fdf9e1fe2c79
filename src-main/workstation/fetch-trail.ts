import type { TrailFact } from '#shared/domain/interaction/trail.ts'
import { coreTrailSchema } from '#shared/domain/interaction/trail.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { CoreLine } from './sync/core-client.ts'
import { askCore } from './sync/core-client.ts'

/** What the core has on record of a case; undefined where it cannot be asked, or does not know the case yet. */
export type FetchTrail = (caseId: Id) => Promise<readonly TrailFact[] | undefined>

/** Asks under the sign-in of whoever sits at the desk. */
export function trailFetcher(parts: { readonly line: CoreLine; readonly token: () => string | undefined }): FetchTrail {
  return async (caseId) => {
    const token = parts.token()
    if (token === undefined) return undefined
    const path = `/sync/v1/trail/${caseId}`
    const got = await askCore(parts.line, { method: 'GET', path, answer: coreTrailSchema, token })
    return got.kind === 'ok' ? got.value.entries : undefined
  }
}
