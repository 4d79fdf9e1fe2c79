import { randomBytes } from 'node:crypto'
import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import { commandDefinition, commands } from '#shared/contract/commands.ts'
import type { Command, PushResult } from '#shared/contract/wire.ts'
import { pushResponseSchema, sessionResponseSchema } from '#shared/contract/wire.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { bodyHashOf, createDeviceKeys, createSigner } from '#shared/node/crypto.ts'
import { demoPassword } from './core.ts'

export const newId = () => uuidV7(Date.now(), randomBytes(10))

/** A desk without a window, signed in as somebody: it speaks CSR-Sync as any desk does. */
export interface DeskElsewhere {
  readonly userId: string
  readonly push: <T extends CommandType>(type: T, body: CommandBody<T>) => Promise<PushResult>
  /** Asks the core's door, as a desk does for what it does not keep. */
  readonly get: <T>(path: string, answer: { readonly parse: (value: unknown) => T }) => Promise<T>
}

/** Signs in at another desk of the market. */
export async function deskElsewhere(address: string, name: string): Promise<DeskElsewhere> {
  const keys = createDeviceKeys()
  const sign = createSigner(keys.privateKey)
  const deviceId = newId()
  const answer = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name,
      password: demoPassword,
      device: { id: deviceId, name: 'Counter 1', publicKey: keys.publicKey },
    }),
  })
  const session = sessionResponseSchema.parse(await answer.json())
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${session.token}`,
    'x-linedesk-protocol': '1',
  }
  let sequence = 0
  return {
    userId: session.userId,
    push: async (type, body) => {
      sequence += 1
      const bare: Omit<Command, 'signature'> = {
        id: newId(),
        deviceId,
        deviceSeq: sequence,
        type,
        version: commands[type].version,
        touches: [...commandDefinition(type).touches(body)],
        after: [],
        needs: [],
        base: {},
        body,
        bodyHash: bodyHashOf(body as Json), // as: a command's body is JSON
        actor: { userId: session.userId, name: session.name, role: session.role, deskName: 'Shop Metz, Counter 1' },
        capturedAt: Date.now(),
        resolves: null,
        blobs: [],
      }
      const pushed = await fetch(`${address}/sync/v1/push`, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          ...{ epoch: session.epoch, deviceId, held: [] },
          commands: [{ ...bare, signature: sign(bare) }],
        }),
      })
      const [result] = pushResponseSchema.parse(await pushed.json()).results
      if (!result) throw new Error('the core answered nothing')
      return result
    },
    get: async (path, schema) => {
      const got = await fetch(`${address}/sync/v1/${path}`, { headers })
      return schema.parse(await got.json())
    },
  }
}

/** Another desk of the market holds a number for a case of its own. */
export async function holdNumberElsewhere(address: string, msisdn: string): Promise<readonly PushResult[]> {
  const desk = await deskElsewhere(address, 'Irina')
  const caseId = newId()
  return [
    await desk.push('interaction.openCase', {
      ...{ caseId, contactId: newId(), reference: '26-90001', recipe: 'sale', channel: 'walkIn', customerId: null },
    }),
    await desk.push('number.reserveNumber', { msisdn, caseId }),
  ]
}
