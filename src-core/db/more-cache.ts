import type { CoreStore } from './open-core-database.ts'

/**
 * Does work on the writing connection with room for more of an SQLite file's pages. Rows that come in no order of an
 * index otherwise read, and encrypt, most of its pages again and again. Nothing on PostgreSQL.
 */
export async function withMoreCache<T>(
  { sqlite }: Pick<CoreStore, 'sqlite'>,
  mebibytes: number,
  work: () => Promise<T>,
): Promise<T> {
  if (!sqlite) return work()
  const before = Number(sqlite.pragma('cache_size', { simple: true }))
  sqlite.pragma(`cache_size = -${mebibytes * 1024}`)
  try {
    return await work()
  } finally {
    sqlite.pragma(`cache_size = ${before}`)
    sqlite.pragma('shrink_memory')
  }
}
