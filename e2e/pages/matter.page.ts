import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { askOnDesk } from '../world/on-desk.ts'

/** Disputes and credits of the bill in front, by an agent; what becomes of them. */
export function matterPage(page: Page) {
  const giving = page.getByRole('dialog', { name: /^Credit, bill of/ })
  const credit = page.getByRole('dialog', { name: /^Credit C-/ })
  const filing = page.getByRole('dialog', { name: /^(Dispute, bill of|Appeal of)/ })
  const dispute = page.getByRole('dialog', { name: /^Dispute D-/ })
  const close = async (dialog: Locator): Promise<void> => {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  return {
    ...{ giving, credit, filing, dispute, close },
    /** Gives or asks for a credit of the whole bill by keyboard; its record stays open. */
    credits: async (sum: string): Promise<void> => {
      await page.keyboard.press('Alt+c')
      await expect(giving.getByRole('textbox', { name: 'Sum' })).toBeFocused()
      await page.keyboard.type(sum)
      await expect(giving.getByRole('button', { name: new RegExp(`^(Give|Ask for) ${sum}`) })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(credit).toBeVisible()
    },
    /** Files what stands in the form, for the first reason; its record stays open. */
    files: async (words: string): Promise<void> => {
      await expect(filing.getByRole('radio').first()).toBeFocused()
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
      await expect(dispute).toBeVisible()
    },
    /** Waits for a sum in the panel of what is owed. */
    owes: (name: string, sum: string): Promise<void> =>
      expect(page.getByRole('region', { name: 'What is owed' })).toContainText(new RegExp(`${name}.*${sum}`), {
        timeout: 30_000,
      }),
    /** What may be collected of a bill by the rows of this desk. */
    collectable: async (billId: string): Promise<number> =>
      (await askOnDesk(page, 'dispute.ofBill', { billId })).collectableMinor,
  }
}

/** The screen of whoever decides: what waits, the matter in front, and a decision. */
export function decisionPage(page: Page) {
  const tool = page.getByRole('button', { name: /^To decide/ })
  const rail = page.getByRole('navigation', { name: 'To decide' })
  return {
    ...{ tool, rail },
    /** How many wait, by the frame's button. */
    count: async (): Promise<number> => Number((await tool.innerText()).replace(/\D/g, '')),
    /** Opens the matter in front of a customer. */
    open: async (initials: string, heading: string): Promise<void> => {
      await rail
        .getByRole('button', { name: new RegExp(initials) })
        .first()
        .click()
      await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    },
    /** Types a sum and why, and decides; the decision is sent when its ten seconds are over. */
    grants: async (sum: string, why: string): Promise<void> => {
      await page.getByRole('textbox', { name: 'Credit' }).fill(sum)
      await page.getByRole('combobox', { name: 'Why' }).fill(why)
      await expect(page.getByRole('button', { name: new RegExp(`^Approve.*, ${sum}`) })).toBeVisible()
      await page.keyboard.press('Control+Enter')
    },
    rejects: async (why: string): Promise<void> => {
      await page.getByRole('combobox', { name: 'Why' }).fill(why)
      await page.keyboard.press('Alt+r')
    },
  }
}
