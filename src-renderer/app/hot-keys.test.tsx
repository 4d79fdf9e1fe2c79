import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskAction, listenToKeys, useActions } from './hot-keys.ts'

let stop = () => {}
beforeEach(() => {
  stop = listenToKeys()
})
afterEach(() => stop())

function Screen({ actions }: { readonly actions: readonly DeskAction[] }) {
  useActions(actions)
  return null
}

// happy-dom takes Alt for AltGraph; browsers do not.
function press(keys: KeyboardEventInit, isAltGraph = false): void {
  const event = new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' && isAltGraph })
  document.body.dispatchEvent(event)
}

function screenOf(
  keys: string,
  more: Partial<DeskAction> = {},
): { readonly ran: () => number; readonly leave: () => void } {
  let count = 0
  const run = () => {
    count += 1
  }
  const { unmount } = render(<Screen actions={[{ id: keys, label: keys, icon: 'check', keys, run, ...more }]} />)
  return { ran: () => count, leave: unmount }
}

test('the keys drawn on a button do what the button does', () => {
  const screen = screenOf('Ctrl Enter')
  press({ key: 'Enter', code: 'Enter', ctrlKey: true })
  expect(screen.ran()).toBe(1)
})

test('the newest screen has the keys, and gives them back when it is left', () => {
  const below = screenOf('F4')
  const above = screenOf('F4')
  press({ key: 'F4', code: 'F4' })
  above.leave()
  press({ key: 'F4', code: 'F4' })
  expect([above.ran(), below.ran()]).toEqual([1, 1])
})

test('an action that is off does nothing by its keys', () => {
  const screen = screenOf('Ctrl Enter', { reasonOff: 'A check digit does not fit' })
  press({ key: 'Enter', code: 'Enter', ctrlKey: true })
  expect(screen.ran()).toBe(0)
})

test('what AltGr types on a Czech keyboard does nothing, whether it comes as AltGraph or as Ctrl and Alt', () => {
  const screen = screenOf('Alt N')
  press({ key: '}', code: 'KeyN', altKey: true, ctrlKey: true })
  press({ key: '}', code: 'KeyN', altKey: true }, true)
  expect(screen.ran()).toBe(0)
})

test('Alt 1 is Alt and the first figure key also where that key types &, and Alt N where it types a Cyrillic letter', () => {
  const step = screenOf('Alt 1')
  const begin = screenOf('Alt N')
  press({ key: '&', code: 'Digit1', altKey: true })
  press({ key: 'т', code: 'KeyN', altKey: true })
  expect([step.ran(), begin.ran()]).toEqual([1, 1])
})

test('while a dialog has the focus nothing behind it moves; one that is closing keeps no keys', () => {
  const screen = screenOf('Esc')
  const { getByRole } = render(
    <div role="dialog">
      <button type="button">Keep</button>
    </div>,
  )
  getByRole('button').focus()
  press({ key: 'Escape', code: 'Escape' })
  expect(screen.ran()).toBe(0)
  getByRole('button').blur()
  press({ key: 'Escape', code: 'Escape' })
  expect(screen.ran()).toBe(1)
})

test('an overlay that is gone at its own Esc, as with reduced motion, gives that Esc to nothing behind it', () => {
  const screen = screenOf('Esc')
  const { getByRole, unmount } = render(
    <div role="dialog">
      <button type="button">Keep</button>
    </div>,
  )
  getByRole('button').focus()
  window.addEventListener('keydown', unmount, { capture: true, once: true })
  press({ key: 'Escape', code: 'Escape' })
  expect(screen.ran()).toBe(0)
})
