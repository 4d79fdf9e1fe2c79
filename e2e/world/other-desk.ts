import { randomBytes } from 'node:crypto'
import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import { commandDefinition, commands } from '#shared/contract/commands.ts'
import type { Command, PushResult } from '#shared/contract/wire.ts'
import { pushResponseSchema, sessionResponseSchema } from '#shared/contract/wire.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { bodyHashOf, createDeviceKeys, createSigner } from '#shared/node/crypto.ts'
import { demoPassword } from './core.ts'

const newId = () => uuidV7(Date.now(), randomBytes(10))

/** Another desk of the market, speaking CSR-Sync without a window: it holds a number for a case of its own. */
export async function holdNumberElsewhere(address: string, msisdn: string): Promise<readonly PushResult[]> {
  const keys = createDeviceKeys()
  const sign = createSigner(keys.privateKey)
  const deviceId = newId()
  const answer = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Irina',
      password: demoPassword,
      device: { id: deviceId, name: 'Counter 1', publicKey: keys.publicKey },
    }),
  })
  const session = sessionResponseSchema.parse(await answer.json())
  let sequence = 0
  const command = <T extends CommandType>(type: T, body: CommandBody<T>): Command => {
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
    return { ...bare, signature: sign(bare) }
  }
  const caseId = newId()
  const pushed = await fetch(`${address}/sync/v1/push`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${session.token}`,
      'x-linedesk-protocol': '1',
    },
    body: JSON.stringify({
      epoch: session.epoch,
      deviceId,
      held: [],
      commands: [
        command('interaction.openCase', {
          caseId,
          contactId: newId(),
          reference: '26-90001',
          recipe: 'sale',
          channel: 'walkIn',
          customerId: null,
        }),
        command('number.reserveNumber', { msisdn, caseId }),
      ],
    }),
  })
  return pushResponseSchema.parse(await pushed.json()).results
}
