import { run } from './run.ts'
import { binOf } from './places.ts'
import { findChromium, findElectron, findXvfb, hasDisplay } from './runtimes.ts'
import type { Found } from './runtimes.ts'

export type Host = 'electron' | 'web'

/** What the end-to-end tests of a host need here: a program, and for Electron something to show windows on. */
export function findHost(host: Host): Found {
  if (host === 'web') return findChromium()
  const electron = findElectron({ mayDownload: true })
  if (!('path' in electron) || hasDisplay()) return electron
  const xvfb = findXvfb()
  return 'path' in xvfb ? electron : xvfb
}

/** Runs Playwright against a host, under a display of its own where there is none. Gives the exit code. */
export function runPlaywright(
  host: Host,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const settings = {
    ...env,
    LINEDESK_HOST: host,
    ...(host === 'electron' ? { ELECTRON_EXEC_PATH: program } : { CHROMIUM_PATH: program }),
  }
  const playwright = ['test', ...args]
  if (host === 'web' || hasDisplay()) return run(binOf('playwright'), playwright, settings)
  const screen = ['-a', '-s', '-screen 0 1600x1200x24 -nolisten tcp']
  return run('xvfb-run', [...screen, binOf('playwright'), ...playwright], settings)
}
