import type { HttpErrorCode } from '#shared/contract/errors.ts'
import type { HttpError } from '#shared/contract/wire.ts'

/** Status of each refusal at the core's door. */
const statuses: Readonly<Record<HttpErrorCode, number>> = {
  MALFORMED: 400,
  TOO_LARGE: 413,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  DEVICE_UNKNOWN: 403,
  DEVICE_REVOKED: 403,
  USER_REVOKED: 403,
  SIGN_IN_WRONG: 401,
  SIGN_IN_LOCKED: 429,
  EPOCH_CHANGED: 409,
  CURSOR_TOO_OLD: 410,
  VERSION_UNSUPPORTED: 410,
  NOT_FOUND: 404,
  OVERLOADED: 429,
  UNAVAILABLE: 503,
  NOT_DEMONSTRATION: 403,
  BLOB_HASH_DIFFERS: 422,
}

/** What each refusal says to people who read logs; screens have their own sentences in text/. */
const messages: Readonly<Record<HttpErrorCode, string>> = {
  MALFORMED: 'The request is not what this address takes.',
  TOO_LARGE: 'The request is larger than this address takes.',
  NOT_SIGNED_IN: 'Sign in first: the token is missing, unknown or has ended.',
  NOT_ALLOWED: 'This session may not do that.',
  DEVICE_UNKNOWN: 'This desk is not enrolled under this key.',
  DEVICE_REVOKED: 'This desk was revoked; it seals what it has not sent.',
  USER_REVOKED: 'This person may not sign in any more.',
  SIGN_IN_WRONG: 'Name or password is wrong.',
  SIGN_IN_LOCKED: 'Too many wrong passwords; try again later.',
  EPOCH_CHANGED: 'The core was restored; load everything again.',
  CURSOR_TOO_OLD: 'The core no longer tells what was removed since; load everything again.',
  VERSION_UNSUPPORTED: 'This core speaks another version of the protocol.',
  NOT_FOUND: 'There is nothing at this address.',
  OVERLOADED: 'The core has too much to do; come again later.',
  UNAVAILABLE: 'The core cannot store anything now; come again later.',
  NOT_DEMONSTRATION: 'Only a demonstration core answers this.',
  BLOB_HASH_DIFFERS: 'The bytes do not have the hash they were sent under.',
}

type RefusalDetails = NonNullable<HttpError['details']>

/** An error that the door answers with its code; thrown by routes and hooks, turned into an answer in one place. */
export interface Refused extends Error {
  readonly refused: { readonly code: HttpErrorCode; readonly details?: RefusalDetails; readonly retryAfterS?: number }
}

/** Makes such an error. `retryAfterS` becomes the header. */
export function refused(code: HttpErrorCode, details?: RefusalDetails, retryAfterS?: number): Refused {
  return Object.assign(new Error(messages[code]), {
    refused: { code, ...(details ? { details } : {}), ...(retryAfterS === undefined ? {} : { retryAfterS }) },
  })
}

/** Whether an error is one of ours. */
export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && 'refused' in error
}

/** The HTTP status of a code. */
export function statusOf(code: HttpErrorCode): number {
  return statuses[code]
}

/** The body of the answer. */
export function bodyOfRefusal(error: Refused): HttpError {
  const { code, details } = error.refused
  return { code, message: messages[code], ...(details ? { details } : {}) }
}
