import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Reply } from '#shared/contract/procedures.ts'
import { hashSchema } from '#shared/kernel/text-field.ts'
import type { Workstation } from './create-workstation.ts'
import { createWorkstation } from './create-workstation.ts'
import { paperThread } from './paper/spawn-paper.ts'
import { deskHandlers } from './slices/index.ts'
import { storageProblemOf } from './storage-problem.ts'
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

function start(config: z.infer<typeof configSchema>): Service {
  try {
    const workstation = createWorkstation({
      folder: config.folder,
      key: Buffer.from(config.keyHex, 'hex'),
      version: config.version,
      clock: systemClock,
      timers: systemTimers,
      random: randomBytes,
      fetch: globalThis.fetch,
      // without its cache writer the service starts again as a whole; what was captured is on disk
      spawnCacheWriter: cacheWriterThread(import.meta.url, (message) => {
        systemLog('cache writer died', { message })
        process.exit(3)
      }),
      makePdf: paperThread(import.meta.url, { fontFolder: join(config.resources, 'fonts'), timers: systemTimers }),
      handlers: deskHandlers,
      log: systemLog,
    })
    workstation.onEvent(({ name, payload }) => port?.postMessage({ event: name, payload }))
    return workstation
  } catch (error) {
    const problem = storageProblemOf(error)
    if (problem === undefined) throw error
    systemLog('files cannot be opened', { problem })
    return closedService(problem === 'KEY_WRONG' ? 'KEY_LOST' : problem, config.folder)
  }
}

function receive(to: Service, message: z.infer<typeof messageSchema>): void {
  if ('name' in message) {
    const { id, name, input } = message
    void to.call(name, input).then((reply) => port?.postMessage({ id, reply }))
  } else if ('setCore' in message) to.setCore(message.setCore)
  else if ('setStartup' in message) to.setStartup(message.setStartup)
  else void to.close().then(() => process.exit(0))
}

/** Answers while the desk's files cannot be opened: the start page says why, nothing else works, nothing is deleted. */
function closedService(code: string, folder: string): Service {
  const problem = { key: `startup.problem.${code}`, params: { folder } }
  const startup: Reply = { ok: true, value: { steps: [], isReady: false, problem } }
  return {
    call: (name) =>
      Promise.resolve(name === 'desk.startup' ? startup : { ok: false, error: { code: 'STORAGE_FAILED' } }),
    setCore: () => undefined,
    setStartup: () => undefined,
    close: () => Promise.resolve(),
  }
}
