import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { createAutosave } from './autosave.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('text is saved 300 ms after its first key, and steady typing does not put that off', async () => {
  const desk = fakeDesk()
  desk.type('A')
  await vi.advanceTimersByTimeAsync(299)
  desk.type('An')
  expect(desk.saved).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(desk.saved).toEqual(['An'])
  desk.type('Ann')
  await vi.advanceTimersByTimeAsync(300)
  expect(desk.saved).toEqual(['An', 'Ann'])
})

test('what is typed while a save is under way is saved after it, never beside it', async () => {
  const desk = fakeDesk()
  const first = desk.holdNext()
  desk.type('A')
  const flushed = desk.autosave.flush('k')
  desk.type('Anna')
  const again = desk.autosave.flush('k')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(desk.saved).toEqual(['A'])
  first(ok({ savedAt: 1 }))
  expect(await Promise.all([flushed, again])).toEqual([true, true])
  expect(desk.saved).toEqual(['A', 'Anna'])
})

test('a refused save keeps the text and is tried again by itself', async () => {
  const desk = fakeDesk()
  const first = desk.holdNext()
  desk.type('Anna')
  const flushed = desk.autosave.flush('k')
  first(refuse('DISK_FULL'))
  expect(await flushed).toBe(false)
  expect(desk.unsaved()).toBe('Anna')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(desk.saved).toEqual(['Anna', 'Anna'])
  expect(desk.unsaved()).toBeUndefined()
})

test('a save that would be refused again is not tried again', async () => {
  const desk = fakeDesk()
  const first = desk.holdNext()
  desk.type('Anna')
  const flushed = desk.autosave.flush('k')
  first(refuse('CASE_CLOSED'))
  expect(await flushed).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(desk.saved).toEqual(['Anna'])
})

test('when the page goes away what is unsaved is sent at once', () => {
  const desk = fakeDesk()
  desk.type('Anna')
  desk.autosave.flushAll()
  expect(desk.saved).toEqual(['Anna'])
})

function fakeDesk() {
  let typed = ''
  let kept = ''
  let held: Promise<Result<{ savedAt: number }>> | undefined
  const saved: string[] = []
  const unsaved = (): string | undefined => (typed === kept ? undefined : typed)
  const autosave = createAutosave<string>({
    unsaved,
    keys: () => ['k'],
    save: async (_key, text) => {
      saved.push(text)
      const answer = held ?? ok({ savedAt: saved.length })
      held = undefined
      return answer
    },
    onSaved: (_key, text) => {
      kept = text
    },
    onRefused: () => {},
    delayMs: 300,
    retryMs: ({ code }) => (code === 'CASE_CLOSED' ? undefined : 2_000),
  })
  return {
    autosave,
    saved,
    unsaved,
    type: (text: string) => {
      typed = text
      autosave.touch('k')
    },
    /** The next save waits for the answer given to the function returned. */
    holdNext: () => {
      const { promise, resolve } = Promise.withResolvers<Result<{ savedAt: number }>>()
      held = promise
      return resolve
    },
  }
}
