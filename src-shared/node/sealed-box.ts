import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'

const nonceLength = 12
const tagLength = 16
const purpose = 'linedesk sealed outbox 1'

/** Bytes sealed to the holder of an X25519 key: a fresh public key of the sealer's, nonce, ciphertext and tag. */
export interface SealedBox {
  /** SPKI, base64. */
  readonly sealer: string
  readonly bytes: Uint8Array
}

/**
 * Seals bytes so that only the holder of a public X25519 key (SPKI, base64) can open them, the sealer not: a key pair
 * made for this once, HKDF-SHA-256 (RFC 5869) over what both share, salted with both public keys, AES-256-GCM.
 * `frame` is not secret and is sealed against change. `random` gives bytes fit for a nonce.
 */
export function sealTo(
  publicKey: string,
  plain: Uint8Array,
  frame: string,
  random: (count: number) => Uint8Array,
): SealedBox {
  const pair = generateKeyPairSync('x25519')
  const sealer = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const holder = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  const key = keyOf(diffieHellman({ privateKey: pair.privateKey, publicKey: holder }), sealer, publicKey)
  const nonce = random(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(frame))
  return { sealer, bytes: Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]) }
}

/** Opens a box with the holder's keys (PKCS#8 and SPKI, base64); undefined when one bit of box, frame or key differs. */
export function openSealed(
  keys: { readonly privateKey: string; readonly publicKey: string },
  box: SealedBox,
  frame: string,
): Buffer | undefined {
  try {
    const holder = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    const sealer = createPublicKey({ key: Buffer.from(box.sealer, 'base64'), format: 'der', type: 'spki' })
    const key = keyOf(diffieHellman({ privateKey: holder, publicKey: sealer }), box.sealer, keys.publicKey)
    const decipher = createDecipheriv('aes-256-gcm', key, box.bytes.subarray(0, nonceLength))
    decipher.setAAD(Buffer.from(frame))
    decipher.setAuthTag(box.bytes.subarray(box.bytes.length - tagLength))
    return Buffer.concat([
      decipher.update(box.bytes.subarray(nonceLength, box.bytes.length - tagLength)),
      decipher.final(),
    ])
  } catch {
    return undefined
  }
}

function keyOf(shared: Uint8Array, sealer: string, holder: string): Buffer {
  const salt = Buffer.concat([Buffer.from(sealer, 'base64'), Buffer.from(holder, 'base64')])
  return Buffer.from(hkdfSync('sha256', shared, salt, purpose, 32))
}
