import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Path of cache file `number`; which number is read stands in outbox.db, so no file is ever renamed. */
export function cacheFile(folder: string, number: number): string {
  return join(folder, `cache-${number}.db`)
}

/** Numbers of the cache files in a folder, lowest first. */
export function cacheNumbers(folder: string): readonly number[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => /^cache-(\d+)\.db$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

/** Removes a cache file with its WAL. What another process still holds open is left for the next start. */
export function removeCache(folder: string, number: number): void {
  for (const end of ['-wal', '-shm', ''])
    try {
      rmSync(cacheFile(folder, number) + end, { force: true })
    } catch {
      // held open (Windows): removed at the next start
    }
}
