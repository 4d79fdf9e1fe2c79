// What Mantine asks of a browser and happy-dom does not have or only half has. Imported by component tests.
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

window.matchMedia ??= noMedia
globalThis.ResizeObserver ??= class implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Element.prototype.scrollIntoView ??= () => {}

afterEach(cleanup)

function noMedia(query: string): MediaQueryList {
  const listeners = new EventTarget()
  return {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: listeners.addEventListener.bind(listeners),
    removeEventListener: listeners.removeEventListener.bind(listeners),
    dispatchEvent: listeners.dispatchEvent.bind(listeners),
  }
}
