import { accessSync, constants, mkdirSync } from 'node:fs'
import { ok } from '#shared/kernel/result.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { storageCode } from './secrets.ts'

/** Makes the folder where this desk keeps its files, and says in a code why it cannot be used. */
export function prepareFolder(
  folder: string,
): Result<string, Refusal<'FOLDER_READ_ONLY' | 'DISK_FULL' | 'STORAGE_FAILED'>> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok(folder)
  } catch (error) {
    return refuse(storageCode(error), { folder })
  }
}
