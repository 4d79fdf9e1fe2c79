import { useEffect, useRef } from 'react'
import type { IconName } from '#renderer/ui/icon.tsx'

/** Something the screen in front can do: by its keys, and by name in the palette ("Here"). */
export interface DeskAction {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  /** As drawn: "Ctrl Enter", "Alt 1", "F4", "Esc". The same keys registered later win while both are there. */
  readonly keys?: string
  /** Small text at the right in the palette: a sum, a state. */
  readonly second?: string
  /** Why it is not allowed now; it stays in the palette with this reason and its keys do nothing. */
  readonly reasonOff?: string | undefined
  /** Keys only, no row in the palette (Esc, steps that stand in the rail). */
  readonly isSilent?: boolean
  /** Its keys work over a dialog, a menu and the palette too. */
  readonly isAlways?: boolean
  readonly run: () => void
}

/** Registers what a screen can do for as long as it is shown. Give the newest list at every render. */
export function useActions(actions: readonly DeskAction[]): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const entry = () => latest.current
    registered.add(entry)
    return () => void registered.delete(entry)
  }, [])
}

/** What can be done here now, the newest screen first. */
export function actionsHere(): readonly DeskAction[] {
  return [...registered].reverse().flatMap((entry) => entry())
}

/** Does what an action on screen does, by its name; nothing where it is not there or not allowed. */
export function useActionsNow(): (id: string) => void {
  return (id) => {
    const action = actionsHere().find((each) => each.id === id)
    if (action?.reasonOff === undefined) action?.run()
  }
}

/** Listens to the keys of the window; gives how to stop. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', beforeKey, true)
  window.addEventListener('keydown', onKey)
  return () => {
    window.removeEventListener('keydown', beforeKey, true)
    window.removeEventListener('keydown', onKey)
  }
}

/** The keys of an event as drawn, or undefined when they are for typing (AltGr, a plain letter) or not ours. */
export function keysOf(event: KeyboardEvent): string | undefined {
  // AltGr arrives as Ctrl and Alt on Windows: what it types must never do something.
  if (event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey) || event.isComposing) return undefined
  const hasControl = event.ctrlKey || event.metaKey
  const key = nameOf(event)
  if (!hasControl && !event.altKey && !/^(F\d+|Esc)$/.test(key)) return undefined
  return [hasControl ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join(' ')
}

// In the order of registering; a Set so that the newest of the same keys wins and leaving is cheap.
const registered = new Set<() => readonly DeskAction[]>()

// Judged before anyone hears the key: with reduced motion an overlay is gone at once, and its Esc must not go on to what
// is behind it.
let isOverlays = false
function beforeKey(event: KeyboardEvent): void {
  isOverlays = isForOverlay(keysOf(event))
}

function onKey(event: KeyboardEvent): void {
  const keys = keysOf(event)
  if (keys === undefined || event.defaultPrevented) return
  const action = actionsHere().find((each) => each.keys === keys)
  if (action === undefined || (isOverlays && action.isAlways !== true)) return
  event.preventDefault()
  if (action.reasonOff === undefined && !event.repeat) action.run()
}

// A dialog, a menu or an open list that has the focus has the keys: Esc closes it, nothing behind it moves. One that is
// fading out has no focus any more, and the next key already belongs to the screen.
function isForOverlay(keys: string | undefined): boolean {
  const focused = document.activeElement
  if (focused?.closest('[role="dialog"], [role="menu"]')) return true
  return keys === 'Esc' && focused?.getAttribute('aria-expanded') === 'true'
}

// Letters and digits by place where the layout is not Latin or wants Shift (AZERTY digits), else as typed.
function nameOf({ key, code }: KeyboardEvent): string {
  if (key === 'Escape') return 'Esc'
  if (/^Digit\d$/.test(code)) return code.slice(5)
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  return /^Key[A-Z]$/.test(code) ? code.slice(3) : key
}
