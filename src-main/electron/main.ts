import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, BrowserWindow, Menu } from 'electron'
import { prepareFolder } from '#main/host/data-folder.ts'
import { placeOf } from '#main/host/last-words.ts'
import { systemLog } from '#main/host/log.ts'
import { callLinkOf } from '#main/host/call-link.ts'
import { guardApp } from './guard.ts'
import { registerScheme, servePage } from './scheme.ts'
import { startDesk } from './start-desk.ts'
import { openWindow } from './window.ts'

// No top-level await here: Electron waits for this module before it is ready.
// Root cannot have Chromium's sandbox; the starter passes --no-sandbox then, and only then. It is never set here.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()
process.on('uncaughtException', (error) => systemLog('shell.bug', { error: placeOf(error) }))
process.on('unhandledRejection', (reason) => systemLog('shell.bug', { error: placeOf(reason) }))
const stopMs = 5000
launch()

/** One desk for each folder: a second start brings the first one's window forward. */
function launch(): void {
  const wanted =
    process.env['LINEDESK_DATA'] || app.commandLine.getSwitchValue('user-data-dir') || app.getPath('userData')
  const folder = prepareFolder(resolve(wanted))
  // Chromium needs some folder to open a window in, even if only to say that ours cannot be used
  app.setPath('userData', folder.ok ? folder.value : mkdtempSync(join(tmpdir(), 'linedesk-')))
  if (!app.requestSingleInstanceLock()) {
    systemLog('shell.second', {})
    app.quit()
    return
  }
  void app.whenReady().then(() => {
    guardApp()
    servePage(resolve(import.meta.dirname, '../renderer'))
    setMenu()
    const desk = startDesk(folder)
    openWindow(desk.store)
    // a link opened by a telephone starts the program once more: its arguments arrive here (docs/phone.md)
    app.on('second-instance', (_event, argv) => {
      const link = callLinkOf(argv)
      if (link === undefined) bringForward()
      else desk.openLink(link)
    })
    app.on('open-url', (event, link) => {
      event.preventDefault()
      desk.openLink(link)
    })
    if (app.isPackaged) app.setAsDefaultProtocolClient('linedesk')
    app.on('activate', () => BrowserWindow.getAllWindows().length || openWindow(desk.store))
    app.on('window-all-closed', () => app.quit())
    quitAfter(() => desk.stop())
  })
}

/** Quits when the service has saved what is under way and closed its files. One that never ends is left behind. */
function quitAfter(stop: () => Promise<void>): void {
  let state: 'runs' | 'stops' | 'stopped' = 'runs'
  app.on('will-quit', (event) => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'stops') return
    state = 'stops'
    const late = new Promise<void>((next) => setTimeout(next, stopMs))
    void Promise.race([stop(), late]).finally(() => {
      state = 'stopped'
      app.quit()
    })
  })
}

function bringForward(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** No menu: every command is on the screen or in the palette. macOS takes its clipboard keys from a menu. */
function setMenu(): void {
  const forMac = () => Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
  Menu.setApplicationMenu(process.platform === 'darwin' ? forMac() : null)
}
