import { keyedHash } from '#shared/node/crypto.ts'

/** What is kept of a one-time code: bound to its own id, so that equal codes of two contracts look different. */
export function hashOfCode(hashKey: Uint8Array, codeId: string, code: string): string {
  return keyedHash(hashKey, `signing code ${codeId} ${code}`)
}
