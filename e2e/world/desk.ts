import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { demoPassword, killed, projectRoot } from './core.ts'
import { startElectronAt } from './electron.ts'
import { killTree } from './kill-tree.ts'

export type Host = 'electron' | 'web'

/** Which host the tests drive: LINEDESK_HOST, set by `npm run e2e` and `npm run e2e:web`. */
export const host: Host = process.env['LINEDESK_HOST'] === 'web' ? 'web' : 'electron'

export interface DeskProcess {
  readonly page: Page
  /** What the programs behind the page logged so far: ids and codes only. */
  readonly log: () => string
  /** Kills the whole program as a power cut would: every process of it, by SIGKILL. */
  readonly kill: () => Promise<void>
}

export interface DeskOptions {
  readonly folder: string
  /** Address of a core that runs alone; none starts the embedded one. */
  readonly coreAddress?: string | undefined
  readonly size?: { readonly width: number; readonly height: number }
}

/** Starts the desk in the host under test. */
export function startDesk(options: DeskOptions): Promise<DeskProcess> {
  return host === 'web' ? startWeb(options) : startElectron(options)
}

/** Arguments that a browser needs on this machine: quiet, and without a sandbox only for root. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where a Chromium stands: CHROMIUM_PATH, or Debian's; Playwright's own otherwise. */
export function chromiumPath(): string | undefined {
  return [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))
}

async function startElectron(options: DeskOptions): Promise<DeskProcess> {
  const { page, log, kill } = await startElectronAt(projectRoot, options.folder, environment(options))
  if (options.size) await page.setViewportSize(options.size)
  return { page, log, kill }
}

async function startWeb(options: DeskOptions): Promise<DeskProcess> {
  const child = spawn(process.execPath, [join(projectRoot, 'out/main/web.js'), '--no-open'], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = kept(child.stderr)
  const link = await new Promise<string>((found, fail) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const match = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)
      if (match) found(match[0])
    })
    child.once('exit', () => fail(new Error(`the web host stopped: ${said}`)))
  })
  const path = chromiumPath()
  const browser: Browser = await chromium.launch({ ...(path ? { executablePath: path } : {}), args: browserArguments })
  const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 720 } })
  await page.goto(link)
  return {
    page,
    log,
    kill: async () => {
      await killTree(child.pid)
      await killed(child)
      await browser.close()
    },
  }
}

/** Collects a stream's JSON lines; what Chromium says of its own on the same stream is left out. */
function kept(stream: Readable | null): () => string {
  let all = ''
  stream?.on('data', (chunk: Buffer) => {
    all += chunk.toString()
  })
  return () =>
    all
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n')
}

function environment(options: DeskOptions): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return {
    ...Object.fromEntries(inherited),
    LINEDESK_DATA: options.folder,
    LINEDESK_LOG: '1',
    ...(options.coreAddress
      ? { LINEDESK_CORE_ADDRESS: options.coreAddress, LINEDESK_DEMO_PASSWORD: demoPassword }
      : {}),
  }
}
