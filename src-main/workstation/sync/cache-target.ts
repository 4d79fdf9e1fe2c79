import { cacheFile, cacheNumbers, removeCache } from '../db/cache-files.ts'
import { cacheShape } from '../db/cache-tables.ts'
import type { CacheFile } from '../db/open-cache.ts'
import { openCacheForWriting } from '../db/open-cache.ts'
import type { CacheWriterConfig } from './cache-protocol.ts'
import { existsSync } from 'node:fs'

/** The file that pulls go to: the one in use, or one still being loaded. */
export interface Target {
  readonly file: CacheFile
  readonly isLoad: boolean
}

/**
 * Finds where to go on for a scope: the current file, or one that was loaded whole but not yet switched to; else a new
 * file. One that does not open, has another shape, or whose load a crash cut off, is left aside for a new one.
 */
export function findTarget(
  config: CacheWriterConfig,
  current: number | null,
  scope: string,
  damaged: ReadonlySet<number>,
  onDamaged: (number: number) => void,
): Target {
  const { folder } = config
  const numbers = cacheNumbers(folder)
  const candidates = numbers.filter((number) => (current === null || number >= current) && !damaged.has(number))
  for (const number of [...candidates].reverse()) {
    const file = openUsable(config, number, scope, onDamaged)
    if (!file) continue
    return { file, isLoad: number !== current }
  }
  return newTarget(config, scope)
}

/** A new file behind all there are. */
export function newTarget(config: CacheWriterConfig, scope: string): Target {
  const number = (cacheNumbers(config.folder).at(-1) ?? 0) + 1
  return { file: openCacheForWriting(config.folder, number, config.key, scope), isLoad: true }
}

/** Removes every file but one. */
export function removeOthers(folder: string, keep: number): void {
  for (const number of cacheNumbers(folder)) if (number !== keep) removeCache(folder, number)
}

function openUsable(
  config: CacheWriterConfig,
  number: number,
  scope: string,
  onDamaged: (number: number) => void,
): CacheFile | undefined {
  if (!existsSync(cacheFile(config.folder, number))) return undefined
  let file: CacheFile | undefined
  try {
    file = openCacheForWriting(config.folder, number, config.key, scope)
    const state = file.state()
    if (state.shape === cacheShape && state.scope === scope && state.is_complete === 1) return file
    file.close()
  } catch {
    file?.close()
    onDamaged(number)
  }
  return undefined
}
