import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { isStale, products } from './build.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'linedesk-build-'))
  write('src-core/main.ts', 100)
  write('src-renderer/ui/deep/part.tsx', 100)
  for (const product of products) write(product, 200)
})

describe('whether to build', () => {
  it('is no when every product is newer than every source', () => {
    expect(isStale(root)).toBe(false)
  })

  it.each(['src-core/main.ts', 'src-renderer/ui/deep/part.tsx', 'package.json', 'src-shared/new.ts'])(
    'is yes when %s is newer',
    (file) => {
      write(file, 300)
      expect(isStale(root)).toBe(true)
    },
  )

  it('is no when only a test is newer', () => {
    write('src-core/main.test.ts', 300)
    expect(isStale(root)).toBe(false)
  })

  it('is yes when a product is missing', () => {
    const other = mkdtempSync(join(tmpdir(), 'linedesk-build-'))
    expect(isStale(other)).toBe(true)
  })
})

function write(file: string, seconds: number): void {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, seconds, seconds)
}
