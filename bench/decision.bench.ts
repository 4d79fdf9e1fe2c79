import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { projectRoot } from '../e2e/world/core.ts'
import { startElectronAt } from '../e2e/world/electron.ts'
import { seedTenYears } from './decision-market.ts'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'
import { benchPassword, startBenchCore } from './sync-core.ts'

const customers = 2_000
const warmUp = 5

/**
 * The decision screen of a customer with 120 bills and 50,000 usage records: from the key that opens the next dispute, one
 * nobody has looked at, to the painted figures; and how much of it the data takes.
 */
export async function decisionBench(tell: (measure: Measure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const say = (metric: string, value: number): void =>
    tell({ bench: 'dispute', metric, value: rounded(value), unit: 'ms' })
  const references = await seedTenYears(join(folder, 'core.db'), customers)
  const core = await startBenchCore(join(folder, 'core.db'))
  const home = join(folder, 'desk')
  mkdirSync(home)
  writeFileSync(join(home, 'config.json'), JSON.stringify({ guide: false }))
  const { page, kill } = await startElectronAt(projectRoot, home, {
    ...process.env,
    LINEDESK_CORE_ADDRESS: core.address,
    LINEDESK_DEMO_PASSWORD: benchPassword,
  })
  try {
    await page.getByRole('button', { name: /^Petr/ }).click({ timeout: 60_000 })
    await page.getByRole('tab', { name: 'Home' }).waitFor()
    await page
      .getByRole('button', { name: /^To decide/ })
      .filter({ hasText: String(references.length) })
      .waitFor({ timeout: 60_000 })
    const painted: number[] = []
    await page.keyboard.press('Alt+q')
    const order = [...references].reverse()
    const half = Math.floor(order.length / 2)
    await page.getByText(new RegExp(`^${references[0] ?? ''},`)).waitFor()
    for (const reference of references.slice(1, half)) painted.push(await openedByKey(page, reference))
    const data = await answered(page, order.slice(0, half))
    say('decisionScreenP50Ms', percentile(painted.slice(warmUp), 0.5))
    say('decisionScreenP95Ms', percentile(painted.slice(warmUp), 0.95))
    say('decisionDataP95Ms', percentile(data.slice(warmUp), 0.95))
  } finally {
    await kill()
    core.child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** From the key press to the frame that shows this dispute with its figures. */
async function openedByKey(page: Page, reference: string): Promise<number> {
  await page.evaluate((wanted) => {
    const began = { at: 0 }
    window.addEventListener('keydown', (event) => (began.at = event.timeStamp), { capture: true, once: true })
    const seen = new Promise<number>((done) => {
      const look = new MutationObserver(() => {
        if (document.querySelector('main header')?.textContent?.includes(`${wanted},`) !== true) return
        if (document.querySelectorAll('main section dl dd').length < 4) return
        look.disconnect()
        requestAnimationFrame(() => {
          const drawn = new MessageChannel()
          drawn.port1.onmessage = () => done(performance.now() - began.at)
          drawn.port2.postMessage(null)
        })
      })
      look.observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    Object.assign(window, { benchSeen: seen })
  }, reference)
  // the listener hears Alt first: what counts is the arrow after it, a moment later
  await page.keyboard.press('Alt+ArrowDown')
  // as: put there above
  return page.evaluate(() => (window as unknown as { readonly benchSeen: Promise<number> }).benchSeen)
}

/** The desk's answer alone, for disputes nobody has looked at. */
async function answered(page: Page, references: readonly string[]): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const took: number[] = []
    const queue = await window.linedesk?.call('decision.queue', {})
    // as: the queue's own answer
    const items = queue?.ok === true ? (queue.value as { readonly items: readonly { id: string }[] }).items : []
    for (const { id } of items.slice(-count)) {
      const began = performance.now()
      await window.linedesk?.call('decision.matter', { kind: 'dispute', id })
      took.push(performance.now() - began)
    }
    return took
  }, references.length)
}
