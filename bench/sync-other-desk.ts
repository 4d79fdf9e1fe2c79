import { randomBytes } from 'node:crypto'
import { commandMaker } from '#core/test-command.ts'
import { peopleResponseSchema, pushResponseSchema, sessionResponseSchema } from '#shared/contract/wire.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { createDeviceKeys } from '#shared/node/crypto.ts'
import { benchPassword } from './sync-core.ts'

/** Another desk, so far as the core sees one: signed in, and pushing one signed command at a time. */
export async function openOtherDesk(address: string): Promise<{ readonly push: () => Promise<void> }> {
  const ids = { next: () => uuidV7(Date.now(), randomBytes(10)) }
  const keys = createDeviceKeys()
  const deviceId = ids.next()
  const { people } = peopleResponseSchema.parse(await (await fetch(`${address}/people`)).json())
  const person = people.find(({ role }) => role === 'store')
  const session = sessionResponseSchema.parse(
    await post('/session', {
      name: person?.name ?? '',
      password: benchPassword,
      device: { id: deviceId, name: 'Other desk', publicKey: keys.publicKey },
    }),
  )
  const { userId, name, role, deskName } = session
  const make = commandMaker({
    ...{ deviceId, privateKey: keys.privateKey, actor: { userId, name, role, deskName }, ids, now: Date.now },
  })
  let made = 0
  return {
    push: async () => {
      made += 1
      const reference = `99-${String(made).padStart(5, '0')}`
      const command = make('interaction.openCase', {
        ...{ caseId: ids.next(), contactId: ids.next(), reference, recipe: 'sale', channel: 'phone', customerId: null },
      })
      const body = { epoch: null, deviceId, commands: [command], held: [] }
      const { results } = pushResponseSchema.parse(await post('/sync/v1/push', body, session.token))
      if (results[0]?.result !== 'applied') throw new Error(`not applied: ${JSON.stringify(results)}`)
    },
  }

  async function post(path: string, body: object, token?: string): Promise<unknown> {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    return (await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
}
