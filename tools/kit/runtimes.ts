import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from './places.ts'

/** A program, or why there is none and how to get it, as one sentence each. */
export type Found = { readonly path: string } | { readonly why: string; readonly how: string }

/**
 * Electron's binary: where ELECTRON_EXEC_PATH or ELECTRON_OVERRIDE_DIST_PATH point, else the `electron` package's own
 * (its download is tried once when missing), else the runtime for closed networks beside the project.
 */
export function findElectron(options: { readonly mayDownload: boolean }): Found {
  const named = process.env['ELECTRON_EXEC_PATH'] ?? fromFolder(process.env['ELECTRON_OVERRIDE_DIST_PATH'])
  if (named) {
    return isRunnable(named)
      ? { path: named }
      : { why: `There is no Electron at ${named}.`, how: 'Correct ELECTRON_OVERRIDE_DIST_PATH, or unset it.' }
  }
  const beside = closedNetworkElectron()
  const path = ownElectron() ?? beside ?? (options.mayDownload ? downloadedElectron() : undefined)
  if (path) return { path }
  return {
    why: 'Electron’s program is not on this machine and could not be downloaded.',
    how: 'With access to the internet run: npx install-electron. Or name a folder that holds it: ELECTRON_OVERRIDE_DIST_PATH=/path npm start',
  }
}

/** Chromium for the browser tests: CHROMIUM_PATH, the system's, or Playwright's own. */
export function findChromium(): Found {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const path = candidates.find((candidate) => candidate !== undefined && isRunnable(candidate))
  if (path) return { path }
  return {
    why: 'No Chromium was found.',
    how: 'Run: apt-get install chromium. Or name it: CHROMIUM_PATH=/path/to/chromium',
  }
}

/** Whether windows can be shown: always but on Linux without a display. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** Xvfb's starter, for windows without a screen. */
export function findXvfb(): Found {
  const path = ['/usr/bin/xvfb-run', '/usr/local/bin/xvfb-run'].find(isRunnable)
  if (path) return { path }
  return { why: 'There is no display, and no Xvfb to make one.', how: 'Run: apt-get install xvfb xauth' }
}

/** Chromium refuses to run its sandbox as root; the switch is passed then, and only then. */
export function sandboxSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function ownElectron(): string | undefined {
  const folder = join(root, 'node_modules/electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const path = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return isRunnable(path) ? path : undefined
}

function downloadedElectron(): string | undefined {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
      stdio: 'ignore',
      timeout: 300_000,
    })
  } catch {
    return undefined
  }
  return ownElectron()
}

/** What ../shared/electron-runtime/setup made, where that folder exists; never part of the project. */
function closedNetworkElectron(): string | undefined {
  if (!existsSync(join(root, '../shared/electron-runtime/env'))) return undefined
  const home = process.env['ELECTRON_RUNTIME_HOME'] ?? join(homedir(), '.cache/electron-runtime')
  return ['33.4.11'].map((version) => join(home, version, 'electron')).find(isRunnable)
}

function fromFolder(folder: string | undefined): string | undefined {
  return folder && join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
