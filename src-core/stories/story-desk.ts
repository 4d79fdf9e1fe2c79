import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import { commandDefinition, commands } from '#shared/contract/commands.ts'
import type { Command, PushResult } from '#shared/contract/wire.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { bodyHashOf, createDeviceKeys, createSigner } from '#shared/node/crypto.ts'
import type { Device } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'
import { decideCommand } from '../sync/decide.ts'

/** A desk of yesterday's shift: a person at it, and what they sent. */
export interface StoryDesk {
  readonly userId: Id
  /** Sends a command as captured at a moment; throws where the core answers otherwise than a story tells it. */
  readonly send: <T extends CommandType>(
    type: T,
    body: CommandBody<T>,
    told: { readonly at: Instant; readonly answer?: PushResult['result'] },
  ) => Promise<void>
  /** Nobody sends under this desk's key any more. */
  readonly close: () => Promise<void>
}

/** Enrols a desk for a person of the demonstration. Its key is made anew and forgotten. */
export async function openStoryDesk(core: CoreRuntime, login: string): Promise<StoryDesk> {
  const { db } = core.store
  const user = await db.selectFrom('app_user').selectAll().where('login', '=', login).executeTakeFirstOrThrow()
  const keys = createDeviceKeys()
  const sign = createSigner(keys.privateKey)
  const device = await enrolled(core, keys.publicKey, user.scope)
  const actor = { userId: user.id, name: user.name, role: roleSchema.parse(user.role), deskName: user.seat }
  let sent = 0
  return {
    userId: user.id,
    send: async (type, body, { at, answer = 'applied' }) => {
      sent += 1
      const json = body as Json // a command's body is JSON by its schema
      const bare: Omit<Command, 'signature'> = {
        id: core.ids.next(),
        deviceId: device.id,
        deviceSeq: sent,
        type,
        version: commands[type].version,
        touches: [...commandDefinition(type).touches(body)],
        after: [],
        needs: [],
        base: {},
        body: json as Command['body'], // zod's JSON differs from ours only in not being readonly
        bodyHash: bodyHashOf(json),
        actor,
        capturedAt: at,
        resolves: null,
        blobs: [],
      }
      const result = await decideCommand(core, device, { ...bare, signature: sign(bare) })
      if (result.result !== answer)
        throw new Error(`story: ${type} was ${result.result} ${'code' in result ? result.code : ''}`)
    },
    close: async () => {
      await db.updateTable('device').set({ revoked_at: core.clock.now() }).where('id', '=', device.id).execute()
    },
  }
}

async function enrolled(core: CoreRuntime, publicKey: string, scope: string): Promise<Device> {
  const { db } = core.store
  const highest = await db
    .selectFrom('device')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst()
  const device: Device = {
    id: core.ids.next(),
    number: (highest?.number ?? 0) + 1,
    name: 'Linedesk',
    public_key: publicKey,
    scope,
    enrolled_at: core.clock.now(),
    revoked_at: null,
  }
  await db.insertInto('device').values(device).execute()
  return device
}
