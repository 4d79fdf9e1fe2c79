import type { Rect, VirtualizerOptions } from '@tanstack/react-virtual'
import { observeElementRect, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'

/**
 * The rows of a list that are in sight, of all it has: the frame's work area scrolls, not the list. What stands above it is
 * asked of the page when a frame has been drawn, because asking while it renders makes the browser lay out the page twice.
 */
export function useRowsInSight(list: RefObject<HTMLElement | null>, of: RowsInSight) {
  const top = useTopOf(list)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  return useVirtualizer<Element, Element>({
    ...of,
    getScrollElement: () => list.current?.closest('section') ?? null,
    overscan: 8,
    scrollMargin: top,
    initialRect: lastRect,
    observeElementRect: (instance, tell) =>
      observeElementRect(instance, (rect) => {
        lastRect = rect
        tell(rect)
      }),
  })
}

export type RowsInSight = Pick<VirtualizerOptions<Element, Element>, 'count' | 'estimateSize'> &
  Partial<Pick<VirtualizerOptions<Element, Element>, 'getItemKey' | 'scrollPaddingEnd'>>

/** What scrolls was so large when a list was drawn last: the next one is drawn for it at once, and not again. */
let lastRect: Rect = { width: 752, height: 540 }

/** Pixels of a record's row: tokens.css has two heights of it, by the window's. */
export function useRecordRowHeight(): number {
  return useSyncExternalStore(onWindowHeight, rowHeight)
}

/** Pixels from the top of what scrolls, whenever what holds the element has grown; 0 before it is drawn. */
function useTopOf(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    const element = list.current
    if (element === null) return undefined
    const look = new ResizeObserver(() => setTop(element.offsetTop))
    look.observe(element.parentElement ?? element)
    return () => look.disconnect()
  }, [list])
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
