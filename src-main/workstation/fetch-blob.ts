import { sha256Hex } from '#shared/node/crypto.ts'
import { blobLimitBytes } from '#shared/contract/wire.ts'
import type { CoreLine } from './sync/core-client.ts'
import { openCore } from './sync/core-client.ts'

/** The bytes of an attachment by its SHA-256; undefined where the core cannot be asked, has none, or sends others. */
export type FetchBlob = (hash: string) => Promise<Uint8Array | undefined>

const silenceMs = 15_000

/** Asks under the sign-in of whoever sits at the desk. */
export function blobFetcher({ line, token }: BlobParts): FetchBlob {
  return async (hash) => {
    const now = token()
    if (now === undefined) return undefined
    const opened = await openCore(line, { method: 'GET', path: `/sync/v1/blobs/${hash}`, token: now }, silenceMs)
    if (opened.kind !== 'open') return undefined
    const { body, stillAlive, stop } = opened
    try {
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of body) {
        size += chunk.length
        if (size > blobLimitBytes) return undefined
        chunks.push(chunk)
        stillAlive()
      }
      const bytes = Buffer.concat(chunks)
      return sha256Hex(bytes) === hash ? bytes : undefined
    } catch {
      return undefined // broken off on its way
    } finally {
      stop()
    }
  }
}

interface BlobParts {
  readonly line: CoreLine
  readonly token: () => string | undefined
}
