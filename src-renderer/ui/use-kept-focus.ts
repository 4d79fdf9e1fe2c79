import type { FocusEventHandler, RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * Keeps the focus in a dialog when what had it is gone, as a button is that has done its work: the element's last button
 * gets it. Otherwise the next key would go to the screen behind. Give `ref` and `onFocus` to the element.
 */
export function useKeptFocus<T extends HTMLElement>(): KeptFocus<T> {
  const ref = useRef<T>(null)
  const wasInside = useRef(false)
  // after each render: nothing says otherwise that the focused element was taken out (no event is sent for it)
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (wasInside.current && isLost) [...(ref.current?.querySelectorAll('button') ?? [])].at(-1)?.focus()
  })
  return { ref, onFocus: () => (wasInside.current = true) }
}

interface KeptFocus<T extends HTMLElement> {
  readonly ref: RefObject<T | null>
  readonly onFocus: FocusEventHandler<T>
}
