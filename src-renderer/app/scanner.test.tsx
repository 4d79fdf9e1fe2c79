import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { garbled } from '#shared/domain/identity/keyboard-layouts.ts'
import type { Scan } from '#shared/domain/identity/scan.ts'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import { writeIccid } from '#shared/domain/number/iccid.ts'
import { listenToScanners, useScans } from './scanner.ts'

const passport = writeTd3({ ...icaoSpecimen, expiryDate: '2032-04-15' })
const iccid = writeIccid({ country: '33', issuer: '09', account: 1_000_234 })

let stop = (): void => undefined
let scans: Scan[] = []
const keys: string[] = []
const hear = (event: KeyboardEvent): void => void keys.push(event.key)

beforeEach(() => {
  vi.useFakeTimers()
  scans = []
  keys.length = 0
  stop = listenToScanners()
  window.addEventListener('keydown', hear)
})
afterEach(() => {
  stop()
  window.removeEventListener('keydown', hear)
  vi.useRealTimers()
})

function Field({ takes = true }: { readonly takes?: boolean }) {
  const [text, setText] = useState('')
  useScans((scan) => {
    if (takes) scans.push(scan)
    return takes
  })
  return <input aria-label="Note" value={text} onChange={(event) => setText(event.currentTarget.value)} />
}

function openField(takes = true): HTMLInputElement {
  render(<Field takes={takes} />)
  const field = screen.getByRole<HTMLInputElement>('textbox')
  field.focus()
  return field
}

/** Types as a keyboard does: the key, and unless somebody held it back its character at the caret. */
function type(text: string, gapMs: number): void {
  for (const typed of text) {
    vi.advanceTimersByTime(gapMs)
    const event = new KeyboardEvent('keydown', {
      key: typed === '\n' ? 'Enter' : typed,
      bubbles: true,
      cancelable: true,
    })
    Object.defineProperty(event, 'timeStamp', { value: Date.now() })
    const focused = document.activeElement
    focused?.dispatchEvent(event)
    if (event.defaultPrevented || typed === '\n' || !(focused instanceof HTMLInputElement)) continue
    const at = focused.selectionStart ?? 0
    fireEvent.change(focused, { target: { value: focused.value.slice(0, at) + typed + focused.value.slice(at) } })
    focused.setSelectionRange(at + 1, at + 1)
  }
}

test('a scan in the middle of typing loses no character of it, and goes where scans go', () => {
  const field = openField()
  type('In Egypt, cal', 120)
  type(`${passport.join('\n')}\n`, 5)
  vi.advanceTimersByTime(200)
  type('led home', 120)
  expect(field.value).toBe('In Egypt, called home')
  expect(scans).toMatchObject([{ kind: 'mrz', lines: passport }])
})

test('a scan fires no key of the desk once it is known, its Enter least of all', () => {
  openField()
  type(`${iccid}\n`, 5)
  vi.advanceTimersByTime(200)
  expect(keys.length).toBeLessThan(12)
  expect(keys).not.toContain('Enter')
  expect(scans).toEqual([{ kind: 'sim', iccid }])
})

test('a scan that an AZERTY system garbled is read all the same', () => {
  const field = openField()
  type(garbled(`${passport.join('\n')}\n`, 'azerty'), 5)
  vi.advanceTimersByTime(200)
  expect(scans).toMatchObject([{ lines: passport }])
  expect(field.value).toBe('')
})

test('what looked like a scan and is none stands in the field as it was typed', () => {
  const field = openField()
  type('to ', 120)
  type('8933099999999999', 5)
  vi.advanceTimersByTime(200)
  expect(field.value).toBe('to 8933099999999999')
  expect(scans).toEqual([])
})

test('a scan nobody has a use for stands in the field', () => {
  const field = openField(false)
  type(`${iccid}\n`, 5)
  vi.advanceTimersByTime(200)
  expect(field.value).toBe(iccid)
})

test('where the focus is on no field a scan goes where scans go', () => {
  openField().blur()
  type(`${passport.join('\n')}\n`, 5)
  vi.advanceTimersByTime(200)
  expect(scans).toHaveLength(1)
})
