import type { Page } from '@playwright/test'

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The screen in one theme with nothing moving, nothing pointed at and its fonts there, for a picture or a check. */
export async function quiet(page: Page, theme: Theme): Promise<void> {
  await page.mouse.move(0, 0)
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor()
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  })
}
