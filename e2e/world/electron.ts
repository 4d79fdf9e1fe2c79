import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { killed } from './core.ts'
import { killTree } from './kill-tree.ts'

export interface ElectronProcess {
  readonly child: ChildProcess
  readonly page: Page
  /** The JSON lines the program logged so far; what Chromium says of its own on the same stream is left out. */
  readonly log: () => string
  /** Kills the whole program as a power cut would: every process of it, by SIGKILL. */
  readonly kill: () => Promise<void>
}

const startMs = 60_000

/**
 * Starts Electron on an app's folder and a folder for its files, and drives the first window once it shows a page.
 * Playwright's own launcher attaches while the window is made, and where the page comes a moment later it waits for
 * ever (microsoft/playwright#17765; seen here in one launch of 150): we attach to a window that is there.
 */
export async function startElectronAt(
  app: string,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ElectronProcess> {
  const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...rootArguments, '--remote-debugging-port=0', app, `--user-data-dir=${folder}`]
  const child = spawn(electronPath(), args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  const kill = async () => {
    await killTree(child.pid)
    await killed(child)
  }
  const address = new Promise<string>((found, fail) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line)
      const match = /^DevTools listening on (ws:\S+)/.exec(line)
      if (match?.[1]) found(match[1])
    })
    child.once('exit', (code) => fail(new Error(`Electron stopped with ${code}`)))
  })
  try {
    const page = await Promise.race([address.then(firstPage), late()])
    return { child, page, kill, log: () => said.filter((line) => line.startsWith('{')).join('\n') }
  } catch (error) {
    await kill()
    throw new Error(`Electron showed no window: ${String(error)}\n${said.join('\n')}`, { cause: error })
  }
}

interface Target {
  readonly type: string
  readonly url: string
}

async function firstPage(address: string): Promise<Page> {
  const list = new URL('/json/list', address.replace('ws:', 'http:'))
  for (;;) {
    // as: Chromium's own list, in its documented form
    const targets = (await (await fetch(list)).json()) as readonly Target[]
    if (targets.some(({ type, url }) => type === 'page' && !['', 'about:blank'].includes(url))) break
    await new Promise((next) => setTimeout(next, 20))
  }
  const browser = await chromium.connectOverCDP(address)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the window was gone again')
  return page
}

function late(): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error(`none within ${startMs} ms`)), startMs).unref())
}

/** The Electron binary: ELECTRON_EXEC_PATH, or the one the `electron` package has. */
export function electronPath(): string {
  const given = process.env['ELECTRON_EXEC_PATH']
  if (given) return given
  const found: unknown = createRequire(import.meta.url)('electron')
  return String(found)
}
