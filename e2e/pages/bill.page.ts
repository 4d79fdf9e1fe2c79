import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The bills of a customer, and one of them with why it is what it is. */
export function billPage(page: Page) {
  const lines = page.getByRole('treegrid', { name: 'Lines of the bill' })
  return {
    lines,
    /** Finds a customer, opens their bills and the newest one. */
    openNewest: async (name: string): Promise<void> => {
      await page.getByRole('tab', { name: 'Home' }).click()
      await page.getByRole('combobox', { name: 'Find a customer' }).fill(name)
      await page
        .getByRole('option', { name: new RegExp(`^${name}`) })
        .first()
        .click()
      await page.getByRole('button', { name: /^Bills/ }).click()
      await page.getByRole('table', { name: 'Bills, the newest first' }).getByRole('button').first().click()
      await expect(lines).toBeVisible()
    },
    /** The sentence on top, in the agent's language. */
    says: (sentence: RegExp | string): Promise<void> =>
      expect(page.getByRole('main').getByText(sentence).first()).toBeVisible(),
    row: (name: RegExp) => lines.getByRole('row', { name }),
    /** Opens the row that begins with a name, by the keyboard. */
    openRow: async (name: RegExp): Promise<void> => {
      const row = lines.getByRole('row', { name })
      await expect(row).toBeVisible()
      await lines.focus()
      await page.keyboard.press('Home')
      for (let step = 0; step < 40; step += 1) {
        if ((await lines.getAttribute('aria-activedescendant')) === (await row.getAttribute('id'))) break
        await page.keyboard.press('ArrowDown')
      }
      if ((await row.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('ArrowRight')
      await expect(row).toHaveAttribute('aria-expanded', 'true')
    },
  }
}

export type BillPage = ReturnType<typeof billPage>
