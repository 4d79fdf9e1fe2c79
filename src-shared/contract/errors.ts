/** Codes that can come from anywhere, beside the refusals a command declares. Each has a sentence `error.CODE` in text/. */
export const generalErrors = [
  'INPUT_INVALID',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'UNKNOWN_PROCEDURE',
  'CORE_UNREACHABLE',
  'STALE_VERSION',
  'NOT_FOUND',
  'DISK_FULL',
  'FOLDER_READ_ONLY',
  'FILE_LOCKED',
  'STORAGE_FAILED',
  'INTERNAL',
] as const
export type GeneralError = (typeof generalErrors)[number]

/** Codes of the core's door (HTTP): transport, sign-in, version and overload. */
export const httpErrors = [
  'MALFORMED',
  'TOO_LARGE',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'DEVICE_UNKNOWN',
  'DEVICE_REVOKED',
  'USER_REVOKED',
  'SIGN_IN_WRONG',
  'SIGN_IN_LOCKED',
  'EPOCH_CHANGED',
  'CURSOR_TOO_OLD',
  'VERSION_UNSUPPORTED',
  'NOT_FOUND',
  'OVERLOADED',
  'UNAVAILABLE',
  'NOT_DEMONSTRATION',
  'BLOB_HASH_DIFFERS',
] as const
export type HttpErrorCode = (typeof httpErrors)[number]

/** Refusals of the ledger itself, whatever the command. */
export const ledgerErrors = [
  'COMMAND_ID_REUSED',
  'BODY_HASH_DIFFERS',
  'SIGNATURE_WRONG',
  'BODY_INVALID',
  'ROLE_NOT_ALLOWED',
  'STALE_VERSION',
  'BLOB_MISSING',
  'NUMBER_SEQUENCE_REUSED',
  'USER_REVOKED',
  'DEVICE_REVOKED',
  'NOT_APPROVED',
  'OVERRIDE_NEEDS_SUPERVISOR',
] as const
export type LedgerErrorCode = (typeof ledgerErrors)[number]
