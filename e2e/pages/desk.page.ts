import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The frame of the desk: sign in, tabs, status line, and what is always there. */
export function deskPage(page: Page) {
  const status = page
    .getByRole('status')
    .filter({ hasText: /Online|Offline|Core/ })
    .first()
  return {
    page,
    status,
    /** Signs in by a tile and waits for Home. */
    signIn: async (name: 'Anna' | 'Luc' | 'Irina' | 'Petr' | 'Zoé'): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click({ timeout: 60_000 })
      await expect(page.getByRole('tab', { name: 'Home' })).toBeVisible()
    },
    signOut: async (): Promise<void> => {
      await page.getByRole('button', { name: /, menu$/ }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await expect(page.getByText('Who are you today?')).toBeVisible()
    },
    /** Leaves the desk to whoever comes, with the work kept. */
    lock: async (): Promise<void> => {
      await page.keyboard.press('Control+l')
      await expect(page.getByText('Who are you today?')).toBeVisible()
    },
    /** Begins a case for someone new, by keyboard. */
    newCase: async (): Promise<void> => {
      await page.keyboard.press('Alt+n')
      await expect(page.getByRole('textbox', { name: 'Given names' })).toBeVisible()
    },
    /** Every customer of the market is on the desk: sync is through. */
    isSynced: (): Promise<void> =>
      expect(page.getByText(/^[1-9][\d,]* customers on this desk$/)).toBeVisible({ timeout: 60_000 }),
    isOnline: (): Promise<void> => expect(page.getByText('Online, all sent')).toBeVisible({ timeout: 30_000 }),
    isOffline: (): Promise<void> => expect(page.getByText(/^Offline since/)).toBeVisible({ timeout: 30_000 }),
    /** Takes this desk off the line, as the demonstration lets everyone try. */
    pullCable: async (): Promise<void> => {
      await page.getByRole('button', { name: 'Pull the cable' }).click()
      await expect(page.getByText(/^Offline since/)).toBeVisible({ timeout: 30_000 })
    },
    plugCable: (): Promise<void> => page.getByRole('button', { name: 'Plug the cable in' }).click(),
    openHome: (): Promise<void> => page.getByRole('tab', { name: 'Home' }).click(),
    needsYou: (): Locator => page.getByRole('button', { name: /^Needs you/ }),
  }
}

export type DeskPage = ReturnType<typeof deskPage>
