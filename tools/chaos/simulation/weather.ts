import type { Chance } from '../random.ts'

/** What may become of one request on its way to the core and back (sync.md, faults 7 to 13). */
export const mishaps = [
  'lostRequest',
  'lostAnswer',
  'twiceAtOnce',
  'twiceLater',
  'hoursLate',
  'status',
  'statusAfter',
  'portal',
  'truncated',
  'wrongLength',
  'flipped',
  'drip',
  'halfOpen',
] as const
export type Mishap = (typeof mishaps)[number]

/** How likely a line's requests come to harm; 0 is a line as it should be. */
export interface Weather {
  readonly harm: number
  readonly least: number
  readonly most: number
}

export const fair: Weather = { harm: 0, least: 2, most: 30 }

/** What is wrong with one request; undefined for most. `path` without its query. */
export function mishapOf(chance: Chance, weather: Weather, path: string): Mishap | undefined {
  if (!chance.isHit(weather.harm)) return undefined
  const mishap = chance.weighted<Mishap>({
    lostRequest: 3,
    lostAnswer: 4,
    twiceAtOnce: 3,
    twiceLater: 2,
    hoursLate: 1,
    status: 3,
    statusAfter: 1,
    portal: 1,
    truncated: 2,
    wrongLength: 1,
    flipped: 2,
    drip: 1,
    halfOpen: 1,
  })
  // what flips on a line in use is seen by its checksums (TLS, gzip); only answers that the desk judges itself are flipped
  if (mishap === 'flipped' && path !== '/sync/v1/push' && path !== '/sync/v1/pull') return 'truncated'
  return mishap
}

/** An answer that does not come from a core at work: each status of fault 13, with the code the core or a proxy has for it. */
export function refusalOf(chance: Chance, epoch: string): { readonly status: number; readonly body: string } {
  const [status, code] = chance.pick([
    [401, 'NOT_SIGNED_IN'],
    [403, 'NOT_ALLOWED'],
    [409, 'EPOCH_CHANGED'],
    [410, 'VERSION_UNSUPPORTED'],
    [413, 'TOO_LARGE'],
    [422, 'BLOB_HASH_DIFFERS'],
    [429, 'OVERLOADED'],
    [503, 'UNAVAILABLE'],
    [400, 'MALFORMED'],
    [500, 'INTERNAL'],
    [502, ''],
  ] as const)
  const details = code === 'EPOCH_CHANGED' ? { details: { epoch } } : {}
  return { status, body: code === '' ? 'Bad gateway' : JSON.stringify({ code, message: 'simulated', ...details }) }
}

export const portalPage = '<!doctype html><html><title>Welcome to the hotel</title></html>'
