import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { preferencesSchema } from '#shared/contract/desk.ts'
import type { Notice, Preferences } from '#shared/contract/desk.ts'

export const preferencesFileName = 'config.json'

/** Where preferences are kept; never a secret. */
export interface PreferenceStore {
  readonly get: () => Preferences
  /** Holds at once; rejects with what the disk throws when it could not be kept. */
  readonly set: (preferences: Preferences) => Promise<void>
}

export interface FirstRead {
  readonly preferences: Preferences
  readonly notice: Notice | undefined
}

/**
 * Reads the preferences file. What cannot be read as preferences is set aside as `config.damaged-<time>.json`, what
 * can be understood of it is kept, the rest takes its default, and the notice says so.
 * Values are judged one by one: one wrong value does not cost the others.
 */
export function readPreferences(file: string, now: number): FirstRead {
  const text = readText(file)
  if (text === undefined) return { preferences: preferencesSchema.parse({}), notice: undefined }
  const raw = parseObject(text)
  const whole = raw && preferencesSchema.safeParse(raw)
  if (whole?.success) return { preferences: whole.data, notice: undefined }
  const kept = Object.fromEntries(
    Object.entries(preferencesSchema.shape).flatMap(([name, schema]) => {
      const value = schema.safeParse(raw?.[name])
      return value.success ? [[name, value.data]] : []
    }),
  )
  return { preferences: preferencesSchema.parse(kept), notice: setAside(file, now) }
}

/** Preferences in a JSON file, written whole and renamed into place, so that a crash leaves the old or the new ones. */
export function jsonFileStore(file: string, first: Preferences): PreferenceStore {
  let current = first
  return {
    get: () => current,
    set: async (preferences) => {
      current = preferences
      writeWhole(file, `${JSON.stringify(preferences, null, 2)}\n`)
    },
  }
}

/** Writes a file so that it is there whole or not at all, and survives a power cut. Throws what the disk throws. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const part = `${file}.part`
  const descriptor = openSync(part, 'w', 0o600)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(part, file)
  if (process.platform === 'win32') return // folders cannot be opened there; NTFS journals the rename
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function setAside(file: string, now: number): Notice {
  const aside = join(dirname(file), `config.damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.json`)
  try {
    renameSync(file, aside)
    return notice('notice.settingsDamaged', aside)
  } catch {
    return notice('notice.settingsUnreadable', file)
  }
}

function notice(key: string, file: string): Notice {
  return { id: 'settings', tone: 'late', sentence: { key, params: { file } } }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    // as: what node:fs throws carries a code
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : ''
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // as: an object that is no array has string keys
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
