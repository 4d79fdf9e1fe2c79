import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { projectRoot } from '../e2e/world/core.ts'
import { startElectronAt } from '../e2e/world/electron.ts'
import { seedBilledCustomers } from './bill-market.ts'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'
import { benchPassword, startBenchCore } from './sync-core.ts'

const opened = 30
const warmUp = 5
const recordsOfBill = 2_000

/**
 * A bill of two thousand usage records, for customers nobody has looked at: from the key press on it in the list to the
 * painted lines, from the key press on its largest line to the painted records, and from a key in the search to the
 * records found.
 */
export async function billBench(tell: (measure: Measure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const say = (metric: string, values: readonly number[]): void =>
    tell({ bench: 'bill', metric, value: rounded(percentile(values.slice(warmUp), 0.95)), unit: 'ms' })
  const accounts = await seedBilledCustomers(join(folder, 'core.db'), opened, recordsOfBill)
  const core = await startBenchCore(join(folder, 'core.db'))
  const home = join(folder, 'desk')
  mkdirSync(home)
  writeFileSync(join(home, 'config.json'), JSON.stringify({ guide: false }))
  const environment = { ...process.env, LINEDESK_CORE_ADDRESS: core.address, LINEDESK_DEMO_PASSWORD: benchPassword }
  const { page, kill } = await startElectronAt(projectRoot, home, environment)
  try {
    await signIn(page)
    const [bills, lines, finds]: [number[], number[], number[]] = [[], [], []]
    for (const account of accounts) {
      await openBills(page, account)
      bills.push(await timed(page, 'Enter', '[role="treegrid"] [aria-expanded]', 3))
      await page.getByRole('treegrid').focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowDown')
      lines.push(await timed(page, 'ArrowRight', '[role="treegrid"] [aria-level="3"]', 8))
      await page.keyboard.press('Alt+f')
      finds.push(await timed(page, '7', 'main p[role="status"]', 1))
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: 'Home' }).click()
    }
    say('billViewP95Ms', bills)
    say('billRecordsP95Ms', lines)
    say('billFindP95Ms', finds)
  } finally {
    await kill()
    core.child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Luc/ }).click({ timeout: 60_000 })
  await page.getByText(/^[1-9][\d,]* customers on this desk$/).waitFor({ timeout: 120_000 })
}

/** The list of a customer's bills, the newest one focused. */
async function openBills(page: Page, account: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Find a customer' }).fill(account)
  await page
    .getByRole('option', { name: /account$/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Bills/ }).click()
  const newest = page.getByRole('table', { name: 'Bills, the newest first' }).getByRole('button').first()
  await newest.focus()
}

/** From a key press to the frame that shows so many of what is waited for. */
async function timed(page: Page, key: string, selector: string, count: number): Promise<number> {
  await page.evaluate(
    ({ wanted, least }) => {
      const began = { at: 0 }
      window.addEventListener('keydown', (event) => (began.at = event.timeStamp), { capture: true, once: true })
      const seen = new Promise<number>((done) => {
        const look = new MutationObserver(() => {
          if (document.querySelectorAll(wanted).length < least) return
          look.disconnect()
          requestAnimationFrame(() => {
            const drawn = new MessageChannel()
            drawn.port1.onmessage = () => done(performance.now() - began.at)
            drawn.port2.postMessage(null)
          })
        })
        look.observe(document.body, { childList: true, subtree: true, attributes: true })
      })
      Object.assign(window, { benchSeen: seen })
    },
    { wanted: selector, least: count },
  )
  await page.keyboard.press(key)
  // as: put there above
  return page.evaluate(() => (window as unknown as { readonly benchSeen: Promise<number> }).benchSeen)
}
