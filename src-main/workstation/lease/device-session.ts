import { challengeResponseSchema, deviceSessionResponseSchema } from '#shared/contract/wire.ts'
import { signText } from '#shared/node/crypto.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { CoreAnswer, CoreLine } from '../sync/core-client.ts'
import { askCore } from '../sync/core-client.ts'

/** This desk, by its id and Ed25519 keys (PKCS#8 and SPKI, base64). */
export interface DeviceIdentity {
  readonly id: Id
  readonly publicKey: string
  readonly privateKey: string
}

/** Asks the core for a challenge to this desk; also how a desk asks whether it is revoked. */
export function askChallenge(
  line: CoreLine,
  device: Pick<DeviceIdentity, 'id'>,
): Promise<CoreAnswer<{ readonly challenge: string }>> {
  return askCore(line, {
    method: 'POST',
    path: '/device/challenge',
    answer: challengeResponseSchema,
    json: { deviceId: device.id },
  })
}

/**
 * A token of the desk itself, for what was captured under sign-ins that have ended: it sends and asks after commands, and
 * reads nothing. The desk proves its key by signing the core's challenge; no clock of either side is compared.
 */
export async function askDeviceToken(line: CoreLine, device: DeviceIdentity): Promise<CoreAnswer<string>> {
  const asked = await askChallenge(line, device)
  if (asked.kind !== 'ok') return asked
  const { challenge } = asked.value
  const answer = await askCore(line, {
    method: 'POST',
    path: '/device/session',
    answer: deviceSessionResponseSchema,
    json: {
      deviceId: device.id,
      challenge,
      signature: signText(device.privateKey, 'device sign-in', challenge),
    },
  })
  return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.token } : answer
}
