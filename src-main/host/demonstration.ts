import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a demonstration leaves in its folder: the core's files, this desk's own work, its copy of the market, papers. */
const left = [/^core\.db(-wal|-shm|-journal)?$/, /^outbox\.db(-wal|-shm|-journal)?$/, /^cache-\d+\.db(-wal|-shm)?$/]
const leftFolders = ['journal', 'blobs']

/**
 * Removes all of it, so that the next start fills a new market; key and preferences stay, and what is not ours. Only for
 * a desk whose core is on this machine, with nothing running on the folder. Throws what the disk throws.
 */
export function forgetDemonstration(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (left.some((pattern) => pattern.test(name))) rmSync(join(folder, name), { force: true })
    if (leftFolders.includes(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}
