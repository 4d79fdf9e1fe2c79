import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

export const nonceLength = 12
export const tagLength = 16

/** A key for one file, from the desk's key and the file's own id (HKDF-SHA-256, RFC 5869). */
export function subkeyOf(key: Uint8Array, fileId: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, fileId, purpose, 32))
}

/** AES-256-GCM: nonce, ciphertext and tag in one run of bytes. The nonce is random and used once. */
export function seal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes, or undefined when one bit of key, place or content differs. */
export function unseal(key: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceLength + tagLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength))
  decipher.setAAD(aad)
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  try {
    const plain = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength))
    return Buffer.concat([plain, decipher.final()])
  } catch {
    return undefined
  }
}
