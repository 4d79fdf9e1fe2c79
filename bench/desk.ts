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
    await page.waitForFunction(
      async () => {
        const reply = await window.linedesk?.call('customer.search', { text: 'nov', limit: 5 })
        return reply?.ok === true && (reply.value as { readonly hits: readonly unknown[] }).hits.length > 0 // as: the search's own answer
      },
      undefined,
      { polling: 20, timeout: 120_000 },
    )
  })
}

/** Signs in by the first tile and waits until the first sync is through. */
export async function signIn(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const people = await window.linedesk?.call('staff.people', {})
      if (people?.ok !== true) return false
      const first = (people.value as { readonly people: readonly { readonly userId: string }[] }).people[1] // as: the procedure's own answer
      if (!first) return false
      const reply = await window.linedesk?.call('staff.signIn', { tile: first.userId })
      return reply?.ok === true
    },
    undefined,
    { polling: 200, timeout: 120_000 },
  )
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
