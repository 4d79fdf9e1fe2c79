import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { sealedOutboxEnding } from '#shared/contract/sealed-outbox.ts'
import { coreKeyOf, demoPasswordOf, dropKey, keyFileName, loadKey } from './secrets.ts'
import type { KeyWrapping } from './secrets.ts'

const wrapping: KeyWrapping = {
  wrap: (text) => Buffer.from(`wrapped:${text}`),
  unwrap: (bytes) => {
    const text = Buffer.from(bytes).toString()
    if (!text.startsWith('wrapped:')) throw new Error('not ours')
    return text.slice('wrapped:'.length)
  },
  random: (bytes) => randomBytes(bytes),
}
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linedesk-key-'))
})

describe('the key of this desk', () => {
  it('is made once and is the same at the next start', () => {
    const first = loadKey(join(folder, 'new', 'folder'), wrapping)
    expect(first.ok && first.value.length).toBe(32)
    expect(loadKey(join(folder, 'new', 'folder'), wrapping)).toEqual(first)
  })

  it.each(['', 'wrapped:', 'wrapped:abc', 'something else'])(
    'fault 19: is lost, and the file left alone, when it holds %j',
    (content) => {
      writeFileSync(join(folder, keyFileName), content)
      expect(loadKey(folder, wrapping)).toEqual({ ok: false, error: { code: 'KEY_LOST', details: { folder } } })
      expect(readFileSync(join(folder, keyFileName), 'utf8')).toBe(content)
    },
  )

  it('fault 19: is lost, and no new one made, when its file is gone beside databases it locked', () => {
    loadKey(folder, wrapping)
    writeFileSync(join(folder, 'outbox.db'), 'locked')
    rmSync(join(folder, keyFileName))
    expect(loadKey(folder, wrapping)).toMatchObject({ ok: false, error: { code: 'KEY_LOST' } })
  })

  it('fault 27: is dropped when the desk was revoked, and the next start says where the sealed file is', () => {
    loadKey(folder, wrapping)
    const file = join(folder, `not-sent${sealedOutboxEnding}`)
    writeFileSync(join(folder, 'outbox.db'), 'locked')
    writeFileSync(file, 'sealed')
    dropKey(folder)
    dropKey(folder)
    expect(loadKey(folder, wrapping)).toEqual({ ok: false, error: { code: 'DEVICE_REVOKED', details: { file } } })
    expect(existsSync(join(folder, keyFileName))).toBe(false)
  })

  it('is refused in a sentence where the folder cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(loadKey(join(folder, 'file', 'below'), wrapping)).toMatchObject({
      ok: false,
      error: { code: 'FOLDER_READ_ONLY' },
    })
  })

  it('gives the core another key and the demonstration a password, both steady', () => {
    const key = randomBytes(32)
    expect(coreKeyOf(key)).toMatch(/^[0-9a-f]{64}$/)
    expect(coreKeyOf(key)).not.toBe(key.toString('hex'))
    expect(demoPasswordOf(key)).toBe(demoPasswordOf(key))
    expect(demoPasswordOf(key)).not.toBe(demoPasswordOf(randomBytes(32)))
  })
})
