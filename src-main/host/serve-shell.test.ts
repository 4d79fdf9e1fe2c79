import { describe, expect, it } from 'vitest'
import { preferencesSchema } from '#shared/contract/desk.ts'
import type { Preferences } from '#shared/contract/desk.ts'
import { serveShell } from './serve-shell.ts'
import type { ShellDoor } from './serve-shell.ts'

function doorWith(first: Partial<Preferences>): ShellDoor & { readonly told: () => number } {
  let current = preferencesSchema.parse(first)
  let told = 0
  return {
    store: { get: () => current, set: async (next) => void (current = next) },
    notices: () => [{ id: 'a', tone: 'late', sentence: { key: 'k', params: {} } }],
    onPreferences: () => void (told += 1),
    told: () => told,
  }
}

describe('what the host answers itself', () => {
  it('changes only what the page named', async () => {
    const door = doorWith({ language: 'cs', showKeys: false, coreAddress: 'http://core.test' })
    expect(await serveShell(door, 'preferences.set', { theme: 'dark' })).toEqual({ ok: true, value: door.store.get() })
    expect(door.store.get()).toMatchObject({
      theme: 'dark',
      language: 'cs',
      showKeys: false,
      coreAddress: 'http://core.test',
    })
    expect(door.told()).toBe(1)
  })

  it.each([[{ theme: 'pink' }], [null], ['x'], [{ showKeys: 'yes' }]])(
    'refuses %j and changes nothing',
    async (input) => {
      const door = doorWith({ language: 'ru' })
      expect(await serveShell(door, 'preferences.set', input)).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } })
      expect(door.store.get().language).toBe('ru')
      expect(door.told()).toBe(0)
    },
  )

  it('does not let the page say where the core is', async () => {
    const door = doorWith({ coreAddress: 'http://core.test' })
    const input = { coreAddress: 'http://other.test', window: { width: 1, height: 1 }, theme: 'dark' }
    expect(await serveShell(door, 'preferences.set', input)).toMatchObject({ ok: true })
    expect(door.store.get()).toMatchObject({ coreAddress: 'http://core.test', window: { width: 1280 }, theme: 'dark' })
  })

  it('says that the disk is full where it is', async () => {
    const door = doorWith({})
    const full = {
      ...door,
      store: {
        ...door.store,
        set: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' })),
      },
    }
    expect(await serveShell(full, 'preferences.set', { theme: 'dark' })).toEqual({
      ok: false,
      error: { code: 'DISK_FULL' },
    })
  })

  it('tells its notices', async () => {
    expect(await serveShell(doorWith({}), 'shell.notices', {})).toMatchObject({
      ok: true,
      value: { notices: [{ id: 'a' }] },
    })
  })
})
