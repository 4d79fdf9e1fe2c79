import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import { commandDefinition } from '#shared/contract/commands.ts'
import type { Command } from '#shared/contract/wire.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Id, Ids } from '#shared/kernel/ids.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { bodyHashOf, createSigner } from '#shared/node/crypto.ts'

/** A desk as far as its commands name it. */
export interface CommandMaker {
  readonly deviceId: Id
  readonly privateKey: string
  readonly actor: Command['actor']
  readonly ids: Ids
  readonly now: () => number
}

/** For tests: makes and signs a desk's commands one after the other; a change is signed with the rest. */
export function commandMaker({ deviceId, privateKey, actor, ids, now }: CommandMaker) {
  const sign = createSigner(privateKey)
  let deviceSeq = 0
  return <T extends CommandType>(type: T, body: CommandBody<T>, change: Partial<Command> = {}): Command => {
    deviceSeq += 1
    const rest = {
      id: ids.next(),
      deviceId,
      deviceSeq,
      type,
      version: 1,
      touches: [...commandDefinition(type).touches(body)],
      after: [],
      needs: [],
      base: {},
      body: body as Json, // bodies of commands are JSON by their schemas
      bodyHash: bodyHashOf(body as Json),
      actor,
      capturedAt: now(),
      resolves: null,
      blobs: [],
      ...change,
    } as Omit<Command, 'signature'> // z.json() is writable, our Json is readonly: the same values
    return { ...rest, signature: change.signature ?? sign(rest) }
  }
}

/** For tests: ids that count up, each of the moment it is made. */
export function countedIds(now: () => number): Ids {
  let made = 0
  return {
    next: () => {
      made += 1
      const random = new Uint8Array(10)
      new DataView(random.buffer).setUint32(6, made)
      return uuidV7(now(), random)
    },
  }
}
