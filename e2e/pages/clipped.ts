import type { Page } from '@playwright/test'

/**
 * What a reader of the screen misses: text wider than its box, or cut off by a box around it; and a page that scrolls
 * sideways. Text fields are left out (what is typed may be longer than they are), and what only a screen reader reads.
 */
export async function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      found.add(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`)
    const isHidden = (box: DOMRect, style: CSSStyleDeclaration): boolean =>
      box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.clipPath !== 'none'
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (texts.nextNode()) {
      const node = texts.currentNode
      const words = node.textContent?.trim() ?? ''
      const owner = node.parentElement
      if (words === '' || !owner || owner.closest('textarea, script, style, option, [aria-hidden="true"]')) continue
      range.selectNodeContents(node)
      const ink = range.getBoundingClientRect()
      if (ink.width <= 1 || isHidden(owner.getBoundingClientRect(), getComputedStyle(owner))) continue
      for (let box: Element | null = owner; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box)
        const edge = box.getBoundingClientRect()
        if (isHidden(edge, style)) break
        if (style.display.startsWith('inline') && style.display !== 'inline-flex' && style.overflowX === 'visible')
          continue
        const isWider = ink.right > edge.right + 1 || ink.left < edge.left - 1
        // the action bar keeps its height: words of more lines than it has room for are cut at its edges
        const isOutOfBar =
          box.className.toString().includes('_actions_') && (ink.top < edge.top || ink.bottom > edge.bottom)
        const isHigher = (ink.bottom > edge.bottom + 3 && box instanceof HTMLButtonElement) || isOutOfBar
        if (isWider || isHigher) {
          const name = `${box.tagName.toLowerCase()}.${box.className.toString().slice(0, 40)}`
          found.add(`“${words.slice(0, 60)}” is ${isWider ? 'wider' : 'higher'} than ${name}`)
          break
        }
        if (style.position === 'absolute' || style.position === 'fixed') break
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
          if (box.scrollWidth > box.clientWidth + 1)
            found.add(`“${words.slice(0, 60)}” stands where ${box.tagName.toLowerCase()} scrolls sideways`)
          break
        }
      }
    }
    return [...found]
  })
}
