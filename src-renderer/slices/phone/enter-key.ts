import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * Runs at Enter while nothing is being typed: no field has the focus, or an empty one, and no button, dialog or open list
 * waits for that key. A key held down counts once.
 */
export function useEnterWhileNothingIsTyped(run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isPlain = event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
      if (!isPlain || event.repeat || event.defaultPrevented || event.isComposing) return
      if (!isNothingTyped(document.activeElement)) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}

/** Whether Enter would do so now: its hint stands on a button only while the key is free. */
export function useIsEnterFree(): boolean {
  return useSyncExternalStore(watchFocus, () => isNothingTyped(document.activeElement))
}

function watchFocus(onChange: () => void): () => void {
  const events = ['focusin', 'focusout', 'input', 'keyup'] as const
  for (const name of events) window.addEventListener(name, onChange)
  return () => {
    for (const name of events) window.removeEventListener(name, onChange)
  }
}

/** Whether Enter is free: whoever types, chooses or answers a question keeps it. */
export function isNothingTyped(focused: Element | null): boolean {
  if (focused === null || focused === document.body) return true
  if (focused.closest('[role="dialog"], [role="menu"]') || focused.getAttribute('aria-expanded') === 'true')
    return false
  if (focused instanceof HTMLInputElement && textTypes.has(focused.type)) return focused.value === ''
  if (focused instanceof HTMLTextAreaElement) return focused.value === ''
  return !focused.matches('button, a, select, input, summary, [role="button"], [role="option"], [role="tab"]')
}

const textTypes: ReadonlySet<string> = new Set(['text', 'search', 'tel', 'email', 'password', 'url', 'number'])
