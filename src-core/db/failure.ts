/** The driver's code of a database failure (`SQLITE_FULL`, `40P01`...), or undefined for anything else. */
export function failureCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Two inserts of one key: a collision when they came at once, a mistake of ours when it happens again. */
const duplicateKey = '23505'

/** Two transactions got in each other's way; nothing was written and the same work may be done again at once. */
export function isCollision(error: unknown): boolean {
  const code = failureCode(error)
  return code !== undefined && ['40001', '40P01', duplicateKey, 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'].includes(code)
}

const passing = [
  /^SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM)/,
  // serialisation, deadlock, out of disk or memory or connections, shutting down, connection lost (PostgreSQL's classes)
  /^(40|53|57P|58|08)/,
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOSPC|EROFS|EIO)$/,
]

/** The database cannot work just now: nothing was stored, and the sender should come again later. */
export function isPassing(error: unknown): boolean {
  const code = failureCode(error)
  return (
    code !== undefined && code !== duplicateKey && (isCollision(error) || passing.some((pattern) => pattern.test(code)))
  )
}
