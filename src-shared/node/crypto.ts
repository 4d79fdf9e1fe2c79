import type { KeyObject } from 'node:crypto'
import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import type { Json } from '#shared/kernel/canonical.ts'
import { canonicalJson } from '#shared/kernel/canonical.ts'
import type { Command } from '#shared/contract/wire.ts'

/** SHA-256 of bytes or text, lower-case hex. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Whether somebody showed a secret; the time it takes says nothing of how much of it was right. */
export function isSecret(shown: string, secret: string): boolean {
  const [one, other] = [shown, secret].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** Keyed hash (HMAC-SHA-256) of a text, hex: for looking a document up without keeping its number. */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** Hash of a command's body: SHA-256 of its canonical JSON. */
export function bodyHashOf(body: Json): string {
  return sha256Hex(canonicalJson(body))
}

/** A new Ed25519 key pair: private as PKCS#8, public as SPKI, both base64 DER. */
export function createDeviceKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const pair = generateKeyPairSync('ed25519')
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

/** A new X25519 key pair, in the same form: for sealing to its holder. */
export function createSealingKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const pair = generateKeyPairSync('x25519')
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

/** What a signature stands for; part of what is signed, so that none serves for another. */
export type SignedPurpose = 'lease' | 'revocation' | 'device sign-in' | 'audit anchor'

/** Signs a text for a purpose with an Ed25519 key (PKCS#8, base64 DER); base64. */
export function signText(privateKey: string, purpose: SignedPurpose, text: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return sign(null, purposeBytes(purpose, text), key).toString('base64')
}

/** Whether a text was signed for this purpose by the holder of a key. False on anything malformed. */
export function isTextSigned(publicKey: string, purpose: SignedPurpose, text: string, signature: string): boolean {
  try {
    return verify(null, purposeBytes(purpose, text), publicKeyOf(publicKey), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function purposeBytes(purpose: SignedPurpose, text: string): Buffer {
  return Buffer.from(`linedesk ${purpose}\n${text}`)
}

/**
 * Signs commands with the device's private key: Ed25519 over the canonical JSON of all other fields, base64. The key is
 * read once: reading costs more than signing.
 */
export function createSigner(privateKey: string): (command: Omit<Command, 'signature'>) => string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return (command) => sign(null, signedBytes(command), key).toString('base64')
}

/** Whether a command's signature is the device's own. False on anything malformed. */
export function isCommandSigned(command: Command, publicKey: string): boolean {
  const { signature, ...rest } = command
  try {
    return verify(null, signedBytes(rest), publicKeyOf(publicKey), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function signedBytes(command: Omit<Command, 'signature'>): Buffer {
  return Buffer.from(canonicalJson(command as unknown as Json)) // a parsed command is JSON
}

/** Keys of the desks that sent last: a desk sends many commands, and reading its key costs more than verifying. */
const publicKeys = new Map<string, KeyObject>()
const keptKeys = 256

function publicKeyOf(text: string): KeyObject {
  const known = publicKeys.get(text)
  if (known) return known
  const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
  const [oldest] = publicKeys.keys()
  if (oldest !== undefined && publicKeys.size >= keptKeys) publicKeys.delete(oldest)
  publicKeys.set(text, key)
  return key
}
