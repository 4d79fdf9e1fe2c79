import type { Page } from '@playwright/test'
import { clipped } from './clipped.ts'

const size = { width: 1280, height: 720 } as const

/**
 * The screen at 200 % zoom: a page of 640 x 360 pixels of its own (WCAG 2.2, 1.4.4). What is cut off, what cannot be
 * scrolled to, and what lies over another control.
 */
export async function lostAtDoubleZoom(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: size.width / 2, height: size.height / 2 })
  const cut = await clipped(page)
  const under = await page.evaluate(() => {
    const found: string[] = []
    for (const control of document.querySelectorAll<HTMLElement>('button, input, a[href], select, textarea')) {
      if (control.closest('[aria-hidden="true"], [inert]') || !control.checkVisibility({ visibilityProperty: true }))
        continue
      const name = control.getAttribute('aria-label') ?? control.innerText.slice(0, 40)
      control.scrollIntoView({ block: 'center', inline: 'nearest' })
      const box = control.getBoundingClientRect()
      if (box.width <= 1 || box.height <= 1) continue
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const at = document.elementFromPoint(x, y)
      if (at === null) found.push(`${control.tagName} “${name}” cannot be scrolled to`)
      else if (!control.contains(at) && !at.contains(control) && control.parentElement?.contains(at) !== true)
        found.push(`${control.tagName} “${name}” lies under ${at.tagName}.${at.className.toString().slice(0, 30)}`)
    }
    window.scrollTo(0, 0)
    return found
  })
  await page.setViewportSize(size)
  return [...cut, ...under]
}

/** Controls whose focus cannot be seen where the system forces its colours; the keys walk through the first of them. */
export async function unseenInForcedColours(page: Page, stops: number): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' })
  const found: string[] = []
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const unseen = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return undefined
      const isOutlined = (one: Element): boolean => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }
      const family = [focused, focused.parentElement, focused.nextElementSibling].filter((one) => one !== null)
      if (family.some(isOutlined)) return undefined
      return `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40) ?? ''}`
    })
    if (unseen !== undefined) found.push(unseen)
  }
  const states = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-current], [aria-selected="true"]')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).outlineStyle === 'none')
      .map((one) => `state of ${one.textContent?.slice(0, 40) ?? ''}`),
  )
  await page.emulateMedia({ forcedColors: 'none' })
  return [...found, ...states]
}

/** Where the main button ends and the price rows stand; undefined on a screen that is no case. */
export async function placesOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('aside [data-price-row]')]
    const main = [...document.querySelectorAll('main [data-kind="primary"]')].at(-1)
    if (rows.length === 0 || main === undefined) return undefined
    const { right, top } = main.getBoundingClientRect()
    return JSON.stringify({ right, top, rows: rows.map((row) => row.getBoundingClientRect().top) })
  })
}
