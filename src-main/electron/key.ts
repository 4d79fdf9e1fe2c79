import { randomBytes } from 'node:crypto'
import { safeStorage } from 'electron'
import type { Notice } from '#shared/contract/desk.ts'
import type { Result } from '#shared/kernel/result.ts'
import { loadKey } from '#main/host/secrets.ts'
import type { KeyRefusal } from '#main/host/secrets.ts'

/**
 * The desk's key, wrapped by the system's key store. Where the system has none (`basic_text`), Electron's fixed
 * password is all there is: the desk works and says so.
 */
export function loadDeskKey(folder: string): {
  readonly key: Result<Uint8Array, KeyRefusal>
  readonly notice: Notice | undefined
} {
  const isUnprotected = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (isUnprotected) safeStorage.setUsePlainTextEncryption(true)
  const key = loadKey(folder, {
    wrap: (text) => safeStorage.encryptString(text),
    unwrap: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
    random: (bytes) => randomBytes(bytes),
  })
  const notice: Notice = { id: 'key', tone: 'late', sentence: { key: 'notice.keyUnprotected', params: {} } }
  return { key, notice: isUnprotected ? notice : undefined }
}
