import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Notice } from '#shared/contract/desk.ts'
import { isProcedure, isShellProcedure } from '#shared/contract/procedures.ts'
import type { Reply } from '#shared/contract/procedures.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { buildStep } from '#main/host/build-step.ts'
import { closedDesk } from '#main/host/closed-desk.ts'
import { forgetDemonstration } from '#main/host/demonstration.ts'
import { startEmbeddedCore } from '#main/host/embedded-core.ts'
import { systemTimers } from '#main/host/keep-alive.ts'
import { systemLog } from '#main/host/log.ts'
import { openPhoneDoor } from '#main/host/phone-door.ts'
import { jsonFileStore, preferencesFileName, readPreferences } from '#main/host/preferences.ts'
import { demoPasswordOf, dropKey, loadKey } from '#main/host/secrets.ts'
import { allTopics } from '#main/host/service-client.ts'
import { serveShell } from '#main/host/serve-shell.ts'
import { createWorkstation } from '#main/workstation/create-workstation.ts'
import type { Workstation } from '#main/workstation/workstation.ts'
import { paperThread } from '#main/workstation/paper/spawn-paper.ts'
import { openPatiently } from '#main/workstation/patient-desk.ts'
import { deskHandlers } from '#main/workstation/slices/index.ts'
import { cacheWriterThread } from '#main/workstation/sync/spawn-cache-writer.ts'
import { systemLog as serviceLog, systemClock, systemTimers as serviceTimers } from '#main/workstation/system.ts'
import { nodeChild } from './node-child.ts'

export interface WebDesk {
  readonly answer: (name: string, input: unknown) => Promise<Reply>
  readonly stop: () => Promise<void>
}

export interface WebDeskOptions {
  readonly home: string
  readonly folder: Result<string, Refusal>
  readonly version: string
  /** `import.meta.url` of the program: its other programs lie beside it. */
  readonly entryUrl: string
  readonly tell: (name: string, payload: unknown) => void
}

interface Behind {
  readonly call: (name: string, input: unknown) => Promise<Reply>
  readonly stop: () => Promise<void>
}

/** The desk behind a browser's page: the same service as in Electron, in this process, and a core as its child. */
export function startWebDesk(options: WebDeskOptions): WebDesk {
  const first = readPreferences(join(options.home, preferencesFileName), Date.now())
  const store = jsonFileStore(join(options.home, preferencesFileName), first.preferences)
  // a browser's host has no key store to ask: the key lies in a file only its user may read, and the desk says so
  const key = options.folder.ok ? loadKey(options.home, plainWrapping) : options.folder
  const unprotected: Notice = { id: 'key', tone: 'late', sentence: { key: 'notice.keyUnprotected', params: {} } }
  const notices = first.notice ? [first.notice, unprotected] : [unprotected]
  // as the desk was started, so it stays
  const address = process.env['LINEDESK_CORE_ADDRESS'] || store.get().coreAddress
  const start = (): Behind => (key.ok ? openBehind(options, key.value, address) : closed(key.error))
  let behind = start()
  const resetDemonstration = async (): Promise<void> => {
    try {
      await behind.stop()
      forgetDemonstration(options.home)
    } finally {
      // a folder that could not be cleared is still a desk
      behind = start()
      options.tell('changed', { topics: allTopics })
    }
  }
  const onPreferences = (): void => options.tell('changed', { topics: ['preferences'] })
  return {
    stop: () => behind.stop(),
    answer: async (name, input) => {
      if (!isProcedure(name)) return { ok: false, error: { code: 'UNKNOWN_PROCEDURE' } }
      const door = { store, notices: () => notices, onPreferences }
      if (isShellProcedure(name))
        return serveShell({ ...door, resetDemonstration: address ? undefined : resetDemonstration }, name, input)
      return behind.call(name, input)
    },
  }
}

function openBehind(options: WebDeskOptions, key: Uint8Array, address: string): Behind {
  let core: ReturnType<typeof startCore> | undefined
  const desk = openPatiently(
    (onDamaged) => {
      const opened = createWorkstation({
        folder: options.home,
        key,
        version: options.version,
        clock: systemClock,
        timers: serviceTimers,
        random: randomBytes,
        fetch: globalThis.fetch,
        spawnCacheWriter: cacheWriterThread(options.entryUrl, () => process.exit(3)),
        makePdf: paperThread(options.entryUrl, {
          fontFolder: resolve(import.meta.dirname, '../../resources/fonts'),
          timers: serviceTimers,
        }),
        handlers: deskHandlers,
        // with a core on this machine the key is that core's too, and stays
        dropKeys: () => address && dropKey(options.home),
        log: serviceLog,
        onDamaged,
      })
      // only the program that has the folder starts a core on it
      queueMicrotask(() => (core ??= startCore(options, key, address, desk)))
      return opened
    },
    { folder: options.home, timers: serviceTimers, log: serviceLog },
  )
  desk.onEvent(({ name, payload }) => options.tell(name, payload))
  const door = openPhoneDoor({
    folder: options.home,
    call: desk.call,
    onProblem: (code) => systemLog('web.phoneProblem', { code }),
  })
  const step = buildStep()
  if (step) desk.setStartup(step)
  return {
    call: desk.call,
    stop: async () => {
      door.stop()
      await Promise.all([core?.stop(), desk.close()])
    },
  }
}

/** Points the desk at the core of an address, or starts one on this machine where none is given. */
function startCore(
  options: WebDeskOptions,
  key: Uint8Array,
  address: string,
  desk: Workstation,
): { stop: () => Promise<void> } {
  if (address) {
    const demoPassword = process.env['LINEDESK_DEMO_PASSWORD']
    desk.setCore({ address, embedded: false, ...(demoPassword ? { demoPassword } : {}) })
    return { stop: () => Promise.resolve() }
  }
  return startEmbeddedCore({
    spawn: (program) => nodeChild(new URL('./core.js', options.entryUrl), program),
    folder: options.home,
    key,
    timers: systemTimers,
    onStep: desk.setStartup,
    onListening: (at) => desk.setCore({ address: at, embedded: true, demoPassword: demoPasswordOf(key) }),
    onProblem: (code) => systemLog('web.coreProblem', { code }),
    onDeath: (code, lastWords) => systemLog('web.coreDied', { code, lastWords }),
  })
}

const plainWrapping = {
  wrap: (text: string) => Buffer.from(text),
  unwrap: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
  random: (bytes: number) => randomBytes(bytes),
}

function closed(problem: Refusal): Behind {
  const answer = closedDesk(problem)
  return { call: (name) => Promise.resolve(answer(name)), stop: () => Promise.resolve() }
}
