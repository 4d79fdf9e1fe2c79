import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** What Jana Nováková answers, by question. */
const janas = [
  ['Date of birth', '14.3.1986'],
  ['Postal code and house number', '54000 8'],
] as const

/** The caller answers as Jana would, in the dialog that is open, by the keyboard; at a level they give it is enough. */
export async function answerAsJana(page: Page, count: 1 | 2): Promise<void> {
  await expect(page.getByRole('dialog', { name: 'Who is calling' })).toBeVisible()
  for (const [question, answer] of janas.slice(0, count)) {
    const field = page.getByRole('textbox', { name: question })
    if (question === janas[0][0]) await expect(field).toBeFocused()
    await field.fill(answer)
    await field.press('Enter')
    await expect(field).toHaveCount(0)
  }
}
