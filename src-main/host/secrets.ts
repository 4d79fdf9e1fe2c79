import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealedOutboxEnding } from '#shared/contract/sealed-outbox.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { writeWhole } from './preferences.ts'

/** Wraps the key for the disk, by whatever the system offers (safeStorage), and back. Both may throw. */
export interface KeyWrapping {
  readonly wrap: (text: string) => Uint8Array
  readonly unwrap: (bytes: Uint8Array) => string
  readonly random: (bytes: number) => Uint8Array
}

export type KeyRefusal = Refusal<'KEY_LOST' | 'DEVICE_REVOKED' | 'FOLDER_READ_ONLY' | 'DISK_FULL' | 'STORAGE_FAILED'>

export const keyFileName = 'key.bin'

/**
 * The key of this desk's files: 32 random bytes made at the first start, wrapped in `key.bin`.
 * DEVICE_REVOKED where it was dropped beside a sealed outbox; KEY_LOST where it cannot be unwrapped, or is missing beside
 * files it once locked: nothing is deleted or made anew then.
 */
export function loadKey(folder: string, wrapping: KeyWrapping): Result<Uint8Array, KeyRefusal> {
  const file = join(folder, keyFileName)
  try {
    mkdirSync(folder, { recursive: true })
    if (existsSync(file)) return unwrapped(file, folder, wrapping)
    const names = readdirSync(folder)
    const sealed = names.find((name) => name.endsWith(sealedOutboxEnding))
    if (sealed) return refuse('DEVICE_REVOKED', { file: join(folder, sealed) })
    if (names.some((name) => /\.db$|^journal/.test(name))) return refuse('KEY_LOST', { folder })
    const key = wrapping.random(32)
    writeWhole(file, wrapping.wrap(Buffer.from(key).toString('hex')))
    return ok(key)
  } catch (error) {
    return refuse(storageCode(error), { folder })
  }
}

/** Forgets the key: what it locked can never be read again. For a desk that was revoked and has sealed what it had not sent. */
export function dropKey(folder: string): void {
  const file = join(folder, keyFileName)
  if (!existsSync(file)) return
  writeFileSync(file, randomBytes(256), { flush: true })
  rmSync(file)
}

/** Which of our codes a failing disk means. */
export function storageCode(error: unknown): 'FOLDER_READ_ONLY' | 'DISK_FULL' | 'STORAGE_FAILED' {
  // as: node:fs errors carry a code; anything else has none and falls through
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'DISK_FULL'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR' || code === 'ENOENT')
    return 'FOLDER_READ_ONLY'
  return 'STORAGE_FAILED'
}

/** The key of the embedded core's file, hex: derived, so that one wrapped key serves both. */
export function coreKeyOf(key: Uint8Array): string {
  return derive(key, 'linedesk embedded core').toString('hex')
}

/** The demonstration's password of this install: random as the key is, known to the desk and its own core only. */
export function demoPasswordOf(key: Uint8Array): string {
  return derive(key, 'linedesk demonstration password').toString('base64url')
}

function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), purpose, 32))
}

function unwrapped(file: string, folder: string, wrapping: KeyWrapping): Result<Uint8Array, KeyRefusal> {
  let hex: string
  try {
    hex = wrapping.unwrap(readFileSync(file))
  } catch {
    return refuse('KEY_LOST', { folder })
  }
  return /^[0-9a-f]{64}$/.test(hex) ? ok(Buffer.from(hex, 'hex')) : refuse('KEY_LOST', { folder })
}
