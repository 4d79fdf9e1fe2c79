/** Ways in which this machine's own files fail. Each has a sentence `error.CODE` in text/. */
export const storageProblems = [
  'KEY_WRONG',
  'DISK_FULL',
  'FOLDER_READ_ONLY',
  'IN_USE',
  'FILE_LOCKED',
  'STORAGE_FAILED',
] as const
export type StorageProblem = (typeof storageProblems)[number]

/** An error that carries a code of ours. */
export function storageProblem(code: StorageProblem, message: string): Error {
  return Object.assign(new Error(message), { code })
}

const codes: Readonly<Record<string, StorageProblem>> = {
  KEY_WRONG: 'KEY_WRONG',
  DISK_FULL: 'DISK_FULL',
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  SQLITE_FULL: 'DISK_FULL',
  FOLDER_READ_ONLY: 'FOLDER_READ_ONLY',
  EROFS: 'FOLDER_READ_ONLY',
  EACCES: 'FOLDER_READ_ONLY',
  EPERM: 'FOLDER_READ_ONLY',
  SQLITE_READONLY: 'FOLDER_READ_ONLY',
  SQLITE_CANTOPEN: 'FOLDER_READ_ONLY',
  SQLITE_PERM: 'FOLDER_READ_ONLY',
  STORAGE_FAILED: 'STORAGE_FAILED',
  EIO: 'STORAGE_FAILED',
  EMFILE: 'STORAGE_FAILED',
  ENFILE: 'STORAGE_FAILED',
  SQLITE_IOERR: 'STORAGE_FAILED',
  SQLITE_CORRUPT: 'STORAGE_FAILED',
  SQLITE_NOTADB: 'STORAGE_FAILED',
  IN_USE: 'IN_USE',
  SQLITE_BUSY: 'FILE_LOCKED',
  EBUSY: 'FILE_LOCKED',
}

/** Which storage fault an error is; undefined when it is none: then it is a bug. Extended SQLite codes count as their kind. */
export function storageProblemOf(error: unknown): StorageProblem | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  return codes[code] ?? codes[code.split('_').slice(0, 2).join('_')]
}

/** The `code` of a system or SQLite error. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** What kind of error it was, for a log: never what it says, which may hold rows. */
export function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
