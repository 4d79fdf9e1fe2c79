import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startElectronAt } from '../e2e/world/electron.ts'
import { projectRoot } from '../e2e/world/core.ts'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'
import { benchPassword, startBenchCore } from './sync-core.ts'
import { seedHistories } from './view-market.ts'

const customers = 20_000
/** Each is opened once: no answer is one that was shown before. */
const opened = 40
const warmUp = 5

/**
 * A customer with ten years of history, from the key press in the search to the painted screen, and how much of it the
 * data takes; and the longest frame while somebody types and the first load of the market runs beside it.
 */
export async function viewBench(tell: (measure: Measure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const say = (metric: string, value: number, unit: string): void =>
    tell({ bench: 'view', metric, value: rounded(value), unit })
  const accounts = await seedHistories(join(folder, 'core.db'), customers, 2 * opened)
  const core = await startBenchCore(join(folder, 'core.db'))
  const home = join(folder, 'desk')
  mkdirSync(home)
  writeFileSync(join(home, 'config.json'), JSON.stringify({ guide: false }))
  const environment = {
    ...process.env,
    LINEDESK_CORE_ADDRESS: core.address,
    LINEDESK_DEMO_PASSWORD: benchPassword,
  }
  const { page, kill } = await startElectronAt(projectRoot, home, environment)
  try {
    const typing = await typedWhileLoading(page)
    say('typingWorstFrameMs', Math.max(...typing.frames), 'ms')
    say('typingFrameP99Ms', percentile(typing.frames, 0.99), 'ms')
    say('typingKeysWhileLoading', typing.keys, 'keys')
    await untilLoaded(page)
    await page.getByRole('tab', { name: 'Home' }).click()
    const painted: number[] = []
    for (const account of accounts.slice(0, opened)) painted.push(await openedByKeys(page, account))
    say('viewP50Ms', percentile(painted.slice(warmUp), 0.5), 'ms')
    say('viewP95Ms', percentile(painted.slice(warmUp), 0.95), 'ms')
    const data = await answered(page, accounts.slice(opened))
    say('viewDataP95Ms', percentile(data.slice(warmUp), 0.95), 'ms')
  } finally {
    await kill()
    core.child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Types in a case as long as the first load runs; every frame's length, and how many keys it took. */
async function typedWhileLoading(page: Page): Promise<{ readonly frames: readonly number[]; readonly keys: number }> {
  await page.getByRole('button', { name: /^Luc/ }).click({ timeout: 60_000 })
  await page.getByRole('tab', { name: 'Home' }).waitFor()
  await page.keyboard.press('Alt+n')
  const field = page.getByRole('textbox', { name: 'Given names' })
  await field.focus()
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const each = (now: number): void => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(each)
    }
    requestAnimationFrame(each)
    Object.assign(window, { benchFrames: frames })
  })
  let keys = 0
  for (;;) {
    await page.keyboard.type('anna ')
    keys += 5
    if (keys % 50 === 0) await field.fill('')
    const isReady = await page.evaluate(async () => {
      const reply = await window.linedesk?.call('desk.startup', {})
      // as: the procedure's own answer
      return reply?.ok === true && (reply.value as { readonly isReady: boolean }).isReady
    })
    if (isReady) break
  }
  // as: put there above
  const frames = await page.evaluate(() => (window as unknown as { readonly benchFrames: number[] }).benchFrames)
  return { frames: frames.slice(1), keys }
}

async function untilLoaded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (;;) {
      const reply = await window.linedesk?.call('desk.status', {})
      // as: the procedure's own answer
      if (reply?.ok === true && (reply.value as { readonly toSend: number }).toSend === 0) return
      await new Promise((next) => setTimeout(next, 50))
    }
  })
}

/** Finds a customer by account and measures from the Enter that opens them to the frame that shows their history. */
async function openedByKeys(page: Page, account: string): Promise<number> {
  const search = page.getByRole('combobox', { name: 'Find a customer' })
  await search.fill(account)
  await page
    .getByRole('option', { name: /account$/ })
    .first()
    .waitFor()
  await page.evaluate(() => {
    const began = { at: 0 }
    window.addEventListener('keydown', (event) => (began.at = event.timeStamp), { capture: true, once: true })
    const seen = new Promise<number>((done) => {
      const look = new MutationObserver(() => {
        if (document.querySelector('[aria-label="Customer"] h2, aside h2') === null) return
        // the list draws what is in sight only
        if (document.querySelectorAll('main ol li').length < 5) return
        look.disconnect()
        requestAnimationFrame(() => {
          const drawn = new MessageChannel()
          drawn.port1.onmessage = () => done(performance.now() - began.at)
          drawn.port2.postMessage(null)
        })
      })
      look.observe(document.body, { childList: true, subtree: true })
    })
    Object.assign(window, { benchSeen: seen })
  })
  await page.keyboard.press('Enter')
  // as: put there above
  const ms = await page.evaluate(() => (window as unknown as { readonly benchSeen: Promise<number> }).benchSeen)
  await page.keyboard.press('Escape')
  await search.waitFor()
  return ms
}

/** The desk's answer alone: over the bridge and back, for customers nobody has looked at. */
async function answered(page: Page, accounts: readonly string[]): Promise<readonly number[]> {
  return page.evaluate(async (asked) => {
    const took: number[] = []
    for (const text of asked) {
      const found = await window.linedesk?.call('customer.search', { text, limit: 1 })
      // as: the search's own answer
      const hits = found?.ok === true ? (found.value as { readonly hits: readonly { customerId: string }[] }).hits : []
      const began = performance.now()
      await window.linedesk?.call('interaction.customerView', { customerId: hits[0]?.customerId ?? '' })
      took.push(performance.now() - began)
    }
    return took
  }, accounts)
}
