import { app, session, shell } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { systemLog } from '#main/host/log.ts'
import { reloadLimit } from '#main/host/reload-limit.ts'
import { isOurs } from './scheme.ts'

/** The only web origins that may be opened in the system's browser. None is needed yet; exact origins, never patterns. */
const externalOrigins: readonly string[] = []

/** What the page may ask of Chromium, with the reason; everything else is denied. */
const permissions: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'an agent copies a number or a reference',
}

/** Denies by default what a page could reach beyond itself. Runs once the app is ready, before the first window. */
export function guardApp(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  const ours = session.defaultSession
  ours.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isOurs(contents.getURL()) && Object.hasOwn(permissions, permission)),
  )
  ours.setPermissionCheckHandler(
    (_contents, permission, origin) => isOurs(origin) && Object.hasOwn(permissions, permission),
  )
  ours.setDevicePermissionHandler(() => false)
}

/** Whether a message comes from the page itself: the main frame of a window, showing our own origin. */
export function isFromPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOurs(frame.url)
}

/** Whether an address may be handed to the system's browser. */
export function isExternalAllowed(address: string, origins: readonly string[] = externalOrigins): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' && url.username === '' && origins.includes(url.origin)
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  const waitMs = reloadLimit(() => Date.now())
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    systemLog('shell.pageGone', { reason, exitCode })
    // what was typed is in the service: the page draws it again
    setTimeout(() => contents.isDestroyed() || contents.reload(), waitMs())
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalAllowed(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}
