import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import type { CoreProcess } from './core.ts'
import { runCore, seedMarket, startCore } from './core.ts'
import type { DeskOptions, DeskProcess } from './desk.ts'
import { startDesk } from './desk.ts'

/** A core of one's own, and desks at it. Everything is killed and thrown away at the end of the test. */
export interface World {
  readonly core: () => CoreProcess
  /** Takes the core away as a power cut would. */
  readonly stopCore: () => Promise<void>
  /** Starts the core again on the same files and the same port, with more in its environment. */
  readonly restartCore: (environment?: NodeJS.ProcessEnv) => Promise<void>
  /** Runs the core on the same files at another port while the desk's own address stays silent. */
  readonly withCoreAt: (port: number, work: (address: string) => Promise<void>) => Promise<void>
  /** Runs another task of the core's program on its files: `revoke`, `import-outbox`. */
  readonly runCore: (...task: readonly string[]) => Promise<void>
  /** Starts a desk; the same name again is the same folder. */
  readonly desk: (name?: string, options?: Partial<DeskOptions>) => Promise<Page>
  /** The folder of a desk's files. */
  readonly folderOf: (name?: string) => string
  /** Kills a desk, every process of it. */
  readonly killDesk: (name?: string) => Promise<void>
}

export const test = base.extend<{ readonly world: World; readonly hasGuide: boolean }>({
  /** Whether the guide's cases are prepared and its panel opens by itself, as a visitor of the demonstration has it. */
  hasGuide: [false, { option: true }],
  world: async ({ hasGuide }, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'linedesk-e2e-'))
    const market = join(folder, 'core.db')
    copyFileSync(await marketTemplate(), market)
    let core = await startCore(market, 0, hasGuide ? ['--stories'] : [])
    const desks = new Map<string, DeskProcess>()
    await use({
      core: () => core,
      stopCore: () => core.kill(),
      restartCore: async (environment = {}) => {
        core = await startCore(market, core.port, [], environment)
      },
      withCoreAt: async (port, work) => {
        const elsewhere = await startCore(market, port)
        await work(elsewhere.address)
        await elsewhere.kill()
      },
      runCore: (...task) => runCore(market, ...task),
      desk: async (name = 'desk', options = {}) => {
        if (!hasGuide) prepareFolder(join(folder, name))
        const started = await startDesk({ folder: join(folder, name), coreAddress: core.address, ...options })
        desks.set(name, started)
        return started.page
      },
      folderOf: (name = 'desk') => join(folder, name),
      killDesk: async (name = 'desk') => {
        await desks.get(name)?.kill()
        desks.delete(name)
      },
    })
    for (const [name, desk] of desks) {
      if (info.status !== info.expectedStatus) {
        await desk.page.screenshot({ path: info.outputPath(`${name}.png`) }).catch(() => undefined)
        writeFileSync(info.outputPath(`${name}.log`), desk.log())
      }
      await desk.kill()
    }
    await core.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect } from '@playwright/test'

/** A desk whose guide stays closed: flows look at the screens as an agent of a real site sees them. */
function prepareFolder(folder: string): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ guide: false }))
}

/** The market every test begins with; made once for a run, under the run's own name so that an old one is never used. */
async function marketTemplate(): Promise<string> {
  const file = join(tmpdir(), `linedesk-market-${process.env['LINEDESK_RUN'] ?? process.ppid}.db`)
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    await seedMarket(draft)
    renameSync(draft, file)
  }
  return file
}
