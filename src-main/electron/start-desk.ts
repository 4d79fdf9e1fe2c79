import { join, resolve } from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'
import type { Notice, Preferences } from '#shared/contract/desk.ts'
import { isProcedure, isShellProcedure } from '#shared/contract/procedures.ts'
import type { Reply } from '#shared/contract/procedures.ts'
import { readCallLink } from '#main/host/call-link.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { buildStep } from '#main/host/build-step.ts'
import { closedDesk } from '#main/host/closed-desk.ts'
import { forgetDemonstration } from '#main/host/demonstration.ts'
import { startEmbeddedCore } from '#main/host/embedded-core.ts'
import { systemTimers } from '#main/host/keep-alive.ts'
import { placeOf } from '#main/host/last-words.ts'
import { systemLog } from '#main/host/log.ts'
import { openPhoneDoor } from '#main/host/phone-door.ts'
import { preferencesFileName, readPreferences } from '#main/host/preferences.ts'
import type { PreferenceStore } from '#main/host/preferences.ts'
import { demoPasswordOf, dropKey } from '#main/host/secrets.ts'
import { serveShell } from '#main/host/serve-shell.ts'
import { allTopics, startService } from '#main/host/service-client.ts'
import { isFromPage } from './guard.ts'
import { loadDeskKey } from './key.ts'
import { utilityChild } from './utility-child.ts'
import { applyTheme } from './window.ts'

export interface StartedDesk {
  readonly store: PreferenceStore
  /** A link a telephone opened; one that says no call is left alone. */
  readonly openLink: (link: string) => void
  readonly stop: () => Promise<void>
}

type Answer = (name: string, input: unknown) => Reply | Promise<Reply>

/**
 * Starts what stands behind the page: preferences, key, the workstation service and, where no core's address is
 * given, a core on this machine. Answers the page's calls from then on.
 */
export function startDesk(folder: Result<string, Refusal>): StartedDesk {
  const home = app.getPath('userData')
  const first = readPreferences(join(home, preferencesFileName), Date.now())
  const store = electronStore(home, first.preferences)
  applyTheme(first.preferences, [])
  const key = folder.ok ? loadDeskKey(home) : { key: folder, notice: undefined }
  const address = process.env['LINEDESK_CORE_ADDRESS'] || store.get().coreAddress
  const notices = [first.notice, key.notice].filter((notice): notice is Notice => notice !== undefined)
  const start = (): Behind =>
    key.key.ok ? startBehind(home, key.key.value, address) : { answer: closedDesk(key.key.error), stop: noStop }
  let behind = start()
  const resetDemonstration = async (): Promise<void> => {
    try {
      await behind.stop()
      forgetDemonstration(home)
    } finally {
      // a folder that could not be cleared is still a desk
      behind = start()
      tellPage('changed', { topics: allTopics })
    }
  }
  const onPreferences = (): void => {
    applyTheme(store.get(), BrowserWindow.getAllWindows())
    tellPage('changed', { topics: ['preferences'] })
  }
  answerPage((name, input) => {
    if (!isProcedure(name)) return { ok: false, error: { code: 'UNKNOWN_PROCEDURE' } }
    const door = { store, notices: () => notices, onPreferences }
    if (isShellProcedure(name))
      return serveShell(
        {
          ...door,
          onBadge: (count) => void app.setBadgeCount(count),
          resetDemonstration: address ? undefined : resetDemonstration,
        },
        name,
        input,
      )
    return behind.answer(name, input)
  })
  return { store, openLink: (link) => ringBy(link, behind.answer), stop: () => behind.stop() }
}

interface Behind {
  readonly answer: Answer
  readonly stop: () => Promise<void>
}

const noStop = (): Promise<void> => Promise.resolve()

function ringBy(link: string, answer: Answer): void {
  const read = readCallLink(link)
  if (read.ok) void Promise.resolve(answer('phone.ring', read.value)).catch(() => undefined)
  else systemLog('shell.linkWrong', {})
}

/** `address`: where another machine's core is; '' for the one on this machine. As the desk was started, so it stays. */
function startBehind(home: string, key: Uint8Array, address: string): Behind {
  const resources = resolve(import.meta.dirname, '../../resources')
  const program = (name: string): string => join(import.meta.dirname, `${name}.js`)
  const service = startService({
    spawn: () => utilityChild(program('workstation'), { name: 'Linedesk workstation' }),
    config: { folder: home, keyHex: Buffer.from(key).toString('hex'), version: app.getVersion(), resources },
    timers: systemTimers,
    onEvent: tellPage,
    // with a core on this machine the key is that core's too, and stays
    onDropKeys: () => address && dropKey(home),
    onDeath: (code, lastWords) => systemLog('shell.serviceDied', { code, lastWords }),
  })
  const door = openPhoneDoor({
    folder: home,
    call: service.call,
    onProblem: (code) => systemLog('shell.phoneProblem', { code }),
  })
  const step = buildStep()
  if (step) service.setStartup(step)
  if (address) {
    const demoPassword = process.env['LINEDESK_DEMO_PASSWORD']
    service.setCore({ address, embedded: false, ...(demoPassword ? { demoPassword } : {}) })
    return { answer: service.call, stop: () => stopAll(door, service) }
  }
  const core = startEmbeddedCore({
    spawn: ({ args, env }) => utilityChild(program('core'), { name: 'Linedesk core', args, env }),
    folder: home,
    key,
    timers: systemTimers,
    onStep: service.setStartup,
    onListening: (at) => service.setCore({ address: at, embedded: true, demoPassword: demoPasswordOf(key) }),
    onProblem: (code) => systemLog('shell.coreProblem', { code }),
    onDeath: (code, lastWords) => systemLog('shell.coreDied', { code, lastWords }),
  })
  return { answer: service.call, stop: () => stopAll(door, core, service) }
}

async function stopAll(
  door: { readonly stop: () => void },
  ...programs: readonly Pick<Behind, 'stop'>[]
): Promise<void> {
  door.stop()
  await Promise.all(programs.map((program) => program.stop()))
}

/** Takes the page's calls: from our own main frame only, and never with an exception across. */
function answerPage(answer: Answer): void {
  ipcMain.handle('linedesk:call', async (event, name: unknown, input: unknown): Promise<Reply> => {
    if (!isFromPage(event) || typeof name !== 'string') return { ok: false, error: { code: 'NOT_ALLOWED' } }
    try {
      return await answer(name, input)
    } catch (error) {
      systemLog('shell.bug', { error: placeOf(error) })
      return { ok: false, error: { code: 'INTERNAL' } }
    }
  })
}

function tellPage(name: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('linedesk:event', { name, payload })
}

/**
 * electron-store keeps the file; what was read of it before is what counts. It is loaded at the first change only:
 * it brings a schema compiler along, and the window should not wait for that.
 */
function electronStore(home: string, first: Preferences): PreferenceStore {
  let current = first
  return {
    get: () => current,
    set: async (preferences) => {
      current = preferences
      const { default: Store } = await import('electron-store')
      new Store<Preferences>({ cwd: home, name: 'config' }).store = current
    },
  }
}
