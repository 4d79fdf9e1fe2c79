import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { prepareFolder } from '#main/host/data-folder.ts'
import { placeOf } from '#main/host/last-words.ts'
import { systemLog } from '#main/host/log.ts'
import { storageCode } from '#main/host/secrets.ts'
import { openBrowser } from './open-browser.ts'
import { startWebServer } from './server.ts'
import { startWebDesk } from './start-web-desk.ts'

process.on('uncaughtException', (error) => systemLog('web.bug', { error: placeOf(error) }))

/** The web host: the same desk in a browser on this machine. `--port N`, `--no-open`, `--user-data-dir DIR`. */
async function start(): Promise<void> {
  const { values } = parseArgs({
    strict: false,
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, 'user-data-dir': { type: 'string' } },
  })
  const home = resolve(
    process.env['LINEDESK_DATA'] || String(values['user-data-dir'] ?? join(configFolder(), 'Linedesk in a browser')),
  )
  const folder = prepareFolder(home)
  let tell: (name: string, payload: unknown) => void = () => {}
  const desk = startWebDesk({
    home,
    folder,
    version: programVersion(),
    entryUrl: import.meta.url,
    tell: (name, payload) => tell(name, payload),
  })
  const server = await startWebServer({
    pageFolder: resolve(import.meta.dirname, '../renderer'),
    port: Number(values.port ?? 0),
    random: () => randomBytes(24).toString('base64url'),
    answer: desk.answer,
    onLastTabClosed: () => console.log(`The desk's tab was closed. To open it again: ${server.link()}`),
  })
  tell = server.tell
  const link = server.link()
  console.log(`Linedesk runs at ${link}`)
  if (values['no-open'] !== true) openBrowser(link)
  endTogether(async () => {
    await server.close()
    await desk.stop()
  })
}

/** Where programs of this user keep their files. Not the window's folder: its key is wrapped by the system's key store. */
function configFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}

function endTogether(stop: () => Promise<void>): void {
  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      void stop().finally(() => process.exit(0))
    })
  }
}

start().catch((error: unknown) => {
  // as: errors of listen carry a code
  const code = (error as NodeJS.ErrnoException).code
  const isTaken = code === 'EADDRINUSE' || code === 'EACCES'
  console.error(
    isTaken
      ? 'The port is taken. Choose another: npm start -- --web --port 4180, or leave --port out.'
      : `Linedesk could not be started (${storageCode(error)}).`,
  )
  if (!isTaken) systemLog('web.bug', { message: String(error) })
  process.exit(2)
})
