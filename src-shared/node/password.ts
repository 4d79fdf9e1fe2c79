import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** scrypt, RFC 7914: N 2^15, r 8, p 1 takes 32 MiB and some 80 ms, off the main thread. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 67_108_864 } as const
const hashBytes = 32

/** Hash of a password, for `app_user.password_hash` and for the verifier of a lease: `salt$hash`, both base64. The salt is random unless given (seeds). */
export async function hashPassword(password: string, salt: Uint8Array = randomBytes(16)): Promise<string> {
  const hash = await derive(password, salt)
  return `${Buffer.from(salt).toString('base64')}$${hash.toString('base64')}`
}

/** Whether a password fits a stored hash. False for a hash of another form, after the same work. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('$')
  const expected = Buffer.from(hash, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

function derive(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, hashBytes, cost, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
