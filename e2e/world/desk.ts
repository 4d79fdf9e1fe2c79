import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Browser, ElectronApplication, Page } from '@playwright/test'
import { _electron, chromium } from '@playwright/test'
import { demoPassword, killed, projectRoot } from './core.ts'

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
  const { application, page } = await launchElectron(options)
  const child = application.process()
  if (options.size) await page.setViewportSize(options.size)
  return {
    page,
    log: kept(child.stderr),
    kill: async () => {
      await killTree(child.pid)
      await killed(child)
    },
  }
}

const launchMs = 25_000

/**
 * One launch in about 150 never answers Playwright although the window is there (microsoft/playwright#9351, seen here
 * too): that program is killed and started once more. A desk that itself shows no window fails both times.
 */
async function launchElectron(
  options: DeskOptions,
  triesLeft = 1,
): Promise<{ readonly application: ElectronApplication; readonly page: Page }> {
  const folderArgument = `--user-data-dir=${options.folder}`
  const launched = (async () => {
    const application = await _electron.launch({
      executablePath: electronPath(),
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), projectRoot, folderArgument],
      env: environment(options),
    })
    return { application, page: await application.firstWindow() }
  })()
  launched.catch(() => undefined)
  const answer = await Promise.race([launched, pause(launchMs)])
  if (answer) return answer
  for (const { pid, command } of await processes())
    if (command.split('\0').includes(folderArgument)) await killTree(pid)
  if (triesLeft === 0) throw new Error(`Electron showed no window to Playwright within ${launchMs} ms, twice`)
  return launchElectron(options, triesLeft - 1)
}

function pause(ms: number): Promise<undefined> {
  return new Promise((next) => setTimeout(() => next(undefined), ms).unref())
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

/** The Electron binary: ELECTRON_EXEC_PATH, or the one the `electron` package has. */
export function electronPath(): string {
  const given = process.env['ELECTRON_EXEC_PATH']
  if (given) return given
  const found: unknown = createRequire(import.meta.url)('electron')
  return String(found)
}

/** Kills a process and all its children, children first read from /proc so that none survives as an orphan. */
async function killTree(root: number | undefined): Promise<void> {
  if (root === undefined) return
  const all = await processes()
  const family = [root]
  for (const parent of family) family.push(...all.filter((one) => one.parent === parent).map(({ pid }) => pid))
  for (const pid of family) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone already, which is what we want
    }
  }
}

interface Running {
  readonly pid: number
  readonly parent: number
  /** The command line, its arguments parted by NUL. */
  readonly command: string
}

async function processes(): Promise<readonly Running[]> {
  const found: Running[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (stat === '') continue
    found.push({ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command })
  }
  return found
}
