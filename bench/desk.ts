import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { startElectronAt } from '../e2e/world/electron.ts'

const root = resolve(import.meta.dirname, '..')

export interface OpenedWindow {
  readonly pid: number
  readonly page: Page
  readonly tookMs: number
  /** Closes the window as a person does, and waits until the program is gone. */
  readonly close: () => Promise<void>
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
  const { child, page } = await startElectronAt(app, folder, process.env)
  await ready(page)
  const tookMs = performance.now() - began
  const close = async () => {
    const gone = once(child, 'exit')
    await page.close()
    await gone
  }
  return { pid: child.pid ?? 0, page, tookMs, close }
}
