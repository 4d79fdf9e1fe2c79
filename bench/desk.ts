import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { _electron } from '@playwright/test'
import { electronPath } from '../e2e/world/desk.ts'

const root = resolve(import.meta.dirname, '..')
const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export interface OpenedWindow {
  readonly application: ElectronApplication
  readonly page: Page
  readonly tookMs: number
}

/** A bare Electron window, started and shown. */
export async function openBare(): Promise<OpenedWindow> {
  return open(join(root, 'bench/bare'), mkdtempSync(join(tmpdir(), 'linedesk-bare-')), async (page) => {
    await page.waitForLoadState('load')
  })
}

/** The desk with its embedded core on a folder, started until it answers a search; `isNew` signs somebody in first. */
export async function openDesk(folder: string, isNew = false): Promise<OpenedWindow> {
  return open(root, folder, async (page) => {
    if (isNew) await signIn(page)
    await page.evaluate(async () => {
      for (;;) {
        const reply = await window.linedesk?.call('customer.search', { text: 'nov', limit: 5 })
        // as: the search's own answer
        if (reply?.ok === true && (reply.value as { readonly hits: readonly unknown[] }).hits.length > 0) return
        await new Promise((next) => setTimeout(next, 20))
      }
    })
  })
}

/** Signs in by the second tile (Luc) as soon as the core has told who there is. */
async function signIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (;;) {
      const people = await window.linedesk?.call('staff.people', {})
      // as: the procedure's own answer
      const tile = people?.ok === true && (people.value as { readonly people: readonly { userId: string }[] }).people[1]
      if (tile) {
        const reply = await window.linedesk?.call('staff.signIn', { tile: tile.userId })
        if (reply?.ok === true) return
      }
      await new Promise((next) => setTimeout(next, 50))
    }
  })
}

async function open(app: string, folder: string, ready: (page: Page) => Promise<void>): Promise<OpenedWindow> {
  const began = performance.now()
  const application = await _electron.launch({
    executablePath: electronPath(),
    args: [...rootArguments, app, `--user-data-dir=${folder}`],
    env: environment(),
  })
  const page = await application.firstWindow()
  await ready(page)
  return { application, page, tookMs: performance.now() - began }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
