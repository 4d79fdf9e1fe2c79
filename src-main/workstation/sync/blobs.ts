import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Reached } from '#shared/node/crash-points.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import type { Random } from '../outside.ts'
import { syncFile, syncFolder, writeAll } from './durable.ts'
import { nonceLength, seal, subkeyOf, unseal } from './seal.ts'

/** Attachments by their SHA-256: signed contracts and the like, encrypted, on disk before `keep` returns. */
export interface Blobs {
  readonly keep: (bytes: Uint8Array) => string
  /** The bytes, or undefined when they are not here or no longer what was kept. */
  readonly read: (hash: string) => Uint8Array | undefined
}

const idLength = 16

/** Opens the folder of attachments; creates it when there is none. */
export function openBlobs(folder: string, key: Uint8Array, random: Random, reached: Reached = reachedInProcess): Blobs {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    keep: (bytes) => {
      const hash = sha256Hex(bytes)
      const file = join(folder, hash)
      if (read(hash)) return hash
      const fileId = random(idLength)
      const sealed = seal(subkeyOf(key, fileId, 'linedesk blob'), random(nonceLength), aadOf(fileId, hash), bytes)
      const part = `${file}.part`
      const handle = openSync(part, 'w', 0o600)
      try {
        writeAll(handle, Buffer.concat([fileId, sealed]), 0)
        reached('blob.partWritten')
        syncFile(handle)
      } catch (error) {
        rmSync(part, { force: true }) // half an attachment must not keep a full disk full
        throw error
      } finally {
        closeSync(handle)
      }
      reached('blob.partSynced')
      renameSync(part, file)
      reached('blob.renamed')
      syncFolder(folder)
      return hash
    },
    read,
  }

  function read(hash: string): Uint8Array | undefined {
    const file = join(folder, hash)
    if (!/^[0-9a-f]{64}$/.test(hash) || !existsSync(file)) return undefined
    const bytes = readFileSync(file)
    const fileId = bytes.subarray(0, idLength)
    const plain = unseal(subkeyOf(key, fileId, 'linedesk blob'), aadOf(fileId, hash), bytes.subarray(idLength))
    return plain && sha256Hex(plain) === hash ? plain : undefined
  }
}

function aadOf(fileId: Uint8Array, hash: string): Buffer {
  return Buffer.concat([fileId, Buffer.from(hash, 'hex')])
}
