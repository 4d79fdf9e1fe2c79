import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { hashSchema } from '#shared/kernel/text-field.ts'
import type { Workstation } from './workstation.ts'
import { createWorkstation } from './create-workstation.ts'
import { paperThread } from './paper/spawn-paper.ts'
import { openPatiently } from './patient-desk.ts'
import { deskHandlers } from './slices/index.ts'
import { cacheWriterThread } from './sync/spawn-cache-writer.ts'
import { systemClock, systemLog, systemTimers } from './system.ts'

/** The first message: all the service needs to know of the outside. */
const configSchema = z.object({ folder: z.string(), keyHex: hashSchema, version: z.string(), resources: z.string() })

/** What may follow, in any order. */
const messageSchema = z.union([
  z.object({ id: z.int(), name: z.string().max(80), input: z.unknown() }),
  z.object({
    setCore: z.object({ address: z.string().max(300), embedded: z.boolean(), demoPassword: z.string().optional() }),
  }),
  z.object({
    setStartup: z.object({
      step: z.enum(['build', 'core']),
      state: z.enum(['waits', 'runs', 'done', 'failed']),
      done: z.int(),
      of: z.int(),
      tookMs: z.int().nullable(),
    }),
  }),
  z.object({ close: z.literal(true) }),
])

/** The port of a utilityProcess, as far as we use it; Electron types are the shell's own. */
interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

type Service = Pick<Workstation, 'call' | 'setCore' | 'setStartup' | 'close'>

const port = (process as { parentPort?: ParentPort }).parentPort // set by Electron in a utilityProcess
if (!port) throw new Error('the workstation service is started by the shell')

let service: Service | undefined
port.on('message', ({ data }) => {
  if (!service) service = start(configSchema.parse(data))
  else receive(service, messageSchema.parse(data))
})

function start({ folder, keyHex, version, resources }: z.infer<typeof configSchema>): Service {
  const outside = { clock: systemClock, timers: systemTimers, random: randomBytes, log: systemLog }
  const service = openPatiently(
    (onDamaged) =>
      createWorkstation({
        ...outside,
        folder,
        key: Buffer.from(keyHex, 'hex'),
        version,
        fetch: globalThis.fetch,
        // without its cache writer the service starts again as a whole; what was captured is on disk
        spawnCacheWriter: cacheWriterThread(import.meta.url, (message) => {
          systemLog('cache writer died', { message })
          process.exit(3)
        }),
        makePdf: paperThread(import.meta.url, { fontFolder: join(resources, 'fonts'), timers: systemTimers }),
        handlers: deskHandlers,
        dropKeys: (file) => port?.postMessage({ dropKeys: file }),
        onDamaged,
      }),
    { folder, timers: systemTimers, log: systemLog },
  )
  service.onEvent(({ name, payload }) => port?.postMessage({ event: name, payload }))
  return service
}

function receive(to: Service, message: z.infer<typeof messageSchema>): void {
  if ('name' in message) {
    const { id, name, input } = message
    void to.call(name, input).then((reply) => port?.postMessage({ id, reply }))
  } else if ('setCore' in message) to.setCore(message.setCore)
  else if ('setStartup' in message) to.setStartup(message.setStartup)
  else void to.close().then(() => process.exit(0))
}
