import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { preferencesSchema } from '#shared/contract/desk.ts'
import { jsonFileStore, preferencesFileName, readPreferences } from './preferences.ts'

const now = Date.UTC(2026, 10, 22, 3, 4, 5)
const defaults = preferencesSchema.parse({})
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linedesk-preferences-'))
  file = join(folder, preferencesFileName)
})

describe('preferences of this machine', () => {
  it('are the defaults, without a word, when there is no file yet', () => {
    expect(readPreferences(file, now)).toEqual({ preferences: defaults, notice: undefined })
  })

  it('come back as they were kept', async () => {
    await jsonFileStore(file, defaults).set({ ...defaults, theme: 'dark', language: 'cs' })
    expect(readPreferences(file, now).preferences).toEqual({ ...defaults, theme: 'dark', language: 'cs' })
    expect(readdirSync(folder)).toEqual([preferencesFileName])
  })

  it.each([
    ['half a file', '{"theme":"da'],
    ['an empty file', ''],
    ['a list', '[1]'],
    ['rubbish', '\u0000\u0001'],
  ])('set %s aside, use the defaults and say so', (_name, content) => {
    writeFileSync(file, content)
    const { preferences, notice } = readPreferences(file, now)
    const aside = join(folder, 'config.damaged-2026-11-22T03-04-05-000Z.json')
    expect(preferences).toEqual(defaults)
    expect(notice?.sentence).toEqual({ key: 'notice.settingsDamaged', params: { file: aside } })
    expect(readFileSync(aside, 'utf8')).toBe(content)
    expect(readPreferences(file, now).notice).toBeUndefined()
  })

  it('keep the values that can be understood when one cannot', () => {
    writeFileSync(file, JSON.stringify({ theme: 'pink', language: 'ru', coreAddress: 'http://core.test' }))
    const { preferences, notice } = readPreferences(file, now)
    expect(preferences).toEqual({ ...defaults, language: 'ru', coreAddress: 'http://core.test' })
    expect(notice?.id).toBe('settings')
  })

  it('say that a file which cannot be read or moved was left alone', () => {
    writeFileSync(file, 'x')
    const { preferences, notice } = readPreferences(join(file, preferencesFileName), now)
    expect(preferences).toEqual(defaults)
    expect(notice?.sentence.key).toBe('notice.settingsUnreadable')
  })
})
