import { useEffect, useState, useSyncExternalStore } from 'react'

/**
 * What a list that draws only the rows in sight has to know of the page, without making the browser lay out the page
 * while it renders: that is asked when a frame has been drawn, and costs nothing then.
 */

/** Pixels of a record's row: tokens.css has two heights of it, by the window's. */
export function useRecordRowHeight(): number {
  return useSyncExternalStore(onWindowHeight, rowHeight)
}

/** Pixels from the top of what scrolls to the element, once it is drawn and whenever what holds it grows; 0 before. */
export function useTopOf(element: HTMLElement | null): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    if (element === null) return undefined
    const look = new ResizeObserver(() => setTop(element.offsetTop))
    look.observe(element.parentElement ?? element)
    return () => look.disconnect()
  }, [element])
  return top
}

let known: number | undefined

function rowHeight(): number {
  if (known === undefined) {
    known = Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row-record'), 10) || 26
    window.addEventListener('resize', () => (known = undefined), { once: true, capture: true })
  }
  return known
}

/** Called after what forgets the height: listeners that capture come first. */
function onWindowHeight(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}
