import { randomBytes } from 'node:crypto'
import type { ChallengeResponse, DeviceSessionRequest, DeviceSessionResponse } from '#shared/contract/wire.ts'
import { isTextSigned, keyedHash, sha256Hex } from '#shared/node/crypto.ts'
import { hashKeyOf } from '../db/hash-key.ts'
import type { Device } from '../db/schema.ts'
import { deviceRevoked } from '../lease/revocation.ts'
import type { CoreRuntime } from '../runtime.ts'
import { refused } from './refusal.ts'

const challengeMs = 60_000
const sessionMs = 3_600_000

/** A text for a desk to sign: random, bound to the desk and to the core's own time, kept nowhere. Refuses as `knownDevice`. */
export async function challengeFor(core: CoreRuntime, deviceId: string): Promise<ChallengeResponse> {
  await knownDevice(core, deviceId)
  const made = `${core.clock.now()}.${randomBytes(16).toString('base64url')}`
  return { challenge: `${made}.${await sealOf(core, deviceId, made)}` }
}

/**
 * A session of the desk itself, for whoever holds its key: it may send commands and attachments and ask after them, and
 * reads nothing of the market. Each command is still judged by its own actor. Refuses with NOT_SIGNED_IN.
 */
export async function signInDevice(core: CoreRuntime, request: DeviceSessionRequest): Promise<DeviceSessionResponse> {
  const device = await knownDevice(core, request.deviceId)
  const now = core.clock.now()
  const [at = '', random = '', seal = ''] = request.challenge.split('.')
  const age = now - Number(at)
  const isOurs = seal === (await sealOf(core, device.id, `${at}.${random}`)) && age >= 0 && age < challengeMs
  if (!isOurs || !isTextSigned(device.public_key, 'device sign-in', request.challenge, request.signature))
    throw refused('NOT_SIGNED_IN')
  const token = randomBytes(32).toString('base64url')
  await core.store.db
    .insertInto('app_session')
    .values({
      token_hash: sha256Hex(token),
      user_id: '',
      device_id: device.id,
      created_at: now,
      until: now + sessionMs,
    })
    .execute()
  core.log('info', 'session.ofDevice', { device: device.id })
  return { token }
}

/** The desk of an id. Refuses with DEVICE_UNKNOWN, and with DEVICE_REVOKED and the core's signature under it. */
async function knownDevice(core: CoreRuntime, id: string): Promise<Device> {
  const device = await core.store.db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst()
  if (!device) throw refused('DEVICE_UNKNOWN')
  if (device.revoked_at !== null) throw await deviceRevoked(core, device)
  return device
}

async function sealOf(core: CoreRuntime, deviceId: string, made: string): Promise<string> {
  return keyedHash(await hashKeyOf(core.store.db, 'device challenge'), `${deviceId}\n${made}`)
}
