import { signText } from '#shared/node/crypto.ts'
import { coreKeysOf } from '../db/core-keys.ts'
import type { Device } from '../db/schema.ts'
import type { Refused } from '../http/refusal.ts'
import { refused } from '../http/refusal.ts'
import type { CoreRuntime } from '../runtime.ts'

/**
 * The refusal of a revoked desk. Its details carry the core's signature over the desk's id: a desk gives up its keys for
 * that signature only, not for a word that anybody on the way could say.
 */
export async function deviceRevoked(core: CoreRuntime, device: Device): Promise<Refused> {
  const keys = await coreKeysOf(core.store.db)
  const text = JSON.stringify({ deviceId: device.id, revokedAt: device.revoked_at })
  return refused('DEVICE_REVOKED', { text, signature: signText(keys.signing.privateKey, 'revocation', text) })
}
