import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentPolicy, pageFilePath, readPageFile } from './page-files.ts'

const top = mkdtempSync(join(tmpdir(), 'linedesk-page-'))
const folder = join(top, 'renderer')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(folder, 'index.html'), '<p>page</p>')
writeFileSync(join(folder, 'assets', 'a.js'), 'export {}')
writeFileSync(join(top, 'secret.json'), '{}')
mkdirSync(join(top, 'renderer-other'))
writeFileSync(join(top, 'renderer-other', 'x.json'), '{}')

describe('files of the page', () => {
  it('answers / with index.html, its type and the content policy', async () => {
    const file = await readPageFile(folder, '/')
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('<p>page</p>')
    expect(file?.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(file?.headers['content-security-policy']).toBe(contentPolicy())
  })

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/../../secret.json',
    '/..%5csecret.json',
    '/../renderer-other/x.json',
    '/%00',
    '/%zz',
    '/assets',
    '/nothing.js',
  ])('answers nothing for %s', async (path) => {
    expect(await readPageFile(folder, path)).toBeUndefined()
  })

  it('keeps a path inside the folder inside the folder', () => {
    expect(pageFilePath(folder, '/assets/../index.html')).toBe(join(folder, 'index.html'))
  })

  it('never allows a script that does not come from the page itself', () => {
    expect(contentPolicy(`ws://127.0.0.1:1`)).toMatch(/default-src 'none'; script-src 'self';/)
    expect(contentPolicy()).not.toMatch(/script-src[^;]*unsafe/)
  })
})
