import { Kbd as MantineKbd } from '@mantine/core'
import { cx } from './cx.ts'
import classes from './kbd.module.css'

/** Keys as drawn: "Ctrl Enter". Silent for screen readers, who get them by `aria-keyshortcuts` on the thing pressed. */
export function Kbd({ keys, onAccent = false }: { readonly keys: string; readonly onAccent?: boolean }) {
  return (
    <MantineKbd aria-hidden className={cx(onAccent && classes.onAccent)}>
      {keys}
    </MantineKbd>
  )
}

const ariaNames: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Esc: 'Escape',
  Del: 'Delete',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
}

/** "Ctrl Enter" -> "Control+Enter", the spelling of `aria-keyshortcuts` (WAI-ARIA 1.2). */
export function ariaKeys(keys: string): string {
  return keys
    .split(' ')
    .map((key) => ariaNames[key] ?? key)
    .join('+')
}
