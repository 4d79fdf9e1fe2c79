import { useEffect, useRef } from 'react'
import type { Burst } from '#shared/domain/identity/burst.ts'
import { burstEndMs, nextBurst, strayKeys } from '#shared/domain/identity/burst.ts'
import type { Scan } from '#shared/domain/identity/scan.ts'
import { readScan } from '#shared/domain/identity/scan.ts'

/** What a screen does with a scan; false when it has no use for it. */
export type ScanTaker = (scan: Scan) => boolean

/** Takes scans for as long as a screen is shown, wherever its focus is; the newest screen is asked first. */
export function useScans(take: ScanTaker): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const entry: ScanTaker = (scan) => latest.current(scan)
    takers.add(entry)
    return () => void takers.delete(entry)
  }, [])
}

/**
 * Listens for scanners that type: keys faster than fingers whose beginning looks like a document or a SIM number are held
 * back, fire no hot key, and what of them had landed in a field is taken out again. A burst that turns out to be neither is
 * typed into the field after all: nothing is lost. Gives how to stop.
 */
export function listenToScanners(): () => void {
  let burst: Burst | undefined
  let befores: readonly (Before | undefined)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function end(): void {
    const held = burst?.isHeld === true ? burst.text.slice(burst.strays) : undefined
    const at = befores[burst?.strays ?? 0]
    burst = undefined
    befores = []
    if (held === undefined) return
    const scan = readScan(held)
    if (scan && [...takers].reverse().some((take) => take(scan))) return
    at?.put(held.replace(/[\n\t]+$/, ''))
  }

  function onKey(event: KeyboardEvent): void {
    const key = keyOf(event)
    if (key === undefined) return
    const was = burst
    burst = nextBurst(burst, key, event.timeStamp)
    if (burst.text === key) befores = []
    if (befores.length <= strayKeys && !burst.isHeld) befores = [...befores, beforeOf(document.activeElement)]
    clearTimeout(timer)
    timer = setTimeout(end, burstEndMs + 10)
    if (!burst.isHeld) return
    if (was?.isHeld !== true) befores[burst.strays]?.restore()
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  window.addEventListener('keydown', onKey, true)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKey, true)
  }
}

const takers = new Set<ScanTaker>()

/** What a key types; undefined for keys that type nothing, and for one held down. Alt Gr types signs on some layouts. */
function keyOf(event: KeyboardEvent): string | undefined {
  if (event.repeat || event.isComposing) return undefined
  if (event.key === 'Enter') return '\n'
  if (event.key === 'Tab') return '\t'
  const isCommand = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph')
  return event.key.length === 1 && !isCommand ? event.key : undefined
}

/** A field as it was when a burst began. */
interface Before {
  readonly restore: () => void
  /** Types a text where the burst began. */
  readonly put: (text: string) => void
}

function beforeOf(focused: Element | null): Before | undefined {
  const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
  if (!isField || focused.readOnly || focused.disabled) return undefined
  const { value, selectionStart, selectionEnd } = focused
  if (selectionStart === null || selectionEnd === null) return undefined
  const set = (next: string, from: number, to: number): void => {
    // through the element's own setter, so that React hears of the change
    const prototype = focused instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(focused, next)
    focused.dispatchEvent(new Event('input', { bubbles: true }))
    focused.setSelectionRange(from, to)
  }
  return {
    restore: () => set(value, selectionStart, selectionEnd),
    put: (text) => {
      const end = selectionStart + text.length
      set(value.slice(0, selectionStart) + text + value.slice(selectionEnd), end, end)
    },
  }
}

/** Types a text as a scanner does, key by key at once: the demonstration's scanner. */
export function simulateScan(lines: readonly string[]): void {
  const keys = [...lines.join('\n'), '\n']
  for (const typed of keys) {
    const key = typed === '\n' ? 'Enter' : typed
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }))
  }
}
