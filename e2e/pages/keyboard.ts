import type { Page } from '@playwright/test'

/**
 * An agent without a mouse, counted as the budget counts (product.md): each key press is one, each text typed into a field
 * is one entry and one field, a scan is one entry and no field: nobody types it.
 */
export function keyboardOf(page: Page) {
  let presses = 0
  let fields = 0
  return {
    press: async (key: string): Promise<void> => {
      presses += 1
      await page.keyboard.press(key)
    },
    enter: async (text: string): Promise<void> => {
      presses += 1
      fields += 1
      await page.keyboard.type(text)
    },
    /** As a scanner types: all keys at once, wherever the focus is. */
    scan: async (lines: readonly string[]): Promise<void> => {
      presses += 1
      await page.evaluate((typed) => {
        for (const sign of [...typed, '\n']) {
          const key = sign === '\n' ? 'Enter' : sign
          const init = { key, bubbles: true, cancelable: true, composed: true }
          ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init))
        }
      }, lines.join('\n'))
    },
    counted: () => ({ presses, fields }),
  }
}
