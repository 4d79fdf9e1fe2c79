import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Hex } from '#shared/node/crypto.ts'
import { openBlobs } from './blobs.ts'

let folder: string
const key = randomBytes(32)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blobs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('gives back what was kept, under its SHA-256, and nothing of it is readable on disk', () => {
  const bytes = Buffer.from('a signed contract')
  const hash = openBlobs(folder, key, randomBytes).keep(bytes)
  expect(hash).toBe(sha256Hex(bytes))
  expect(openBlobs(folder, key, randomBytes).read(hash)).toEqual(bytes)
  expect(readFileSync(join(folder, hash)).includes('signed')).toBe(false)
  expect(readdirSync(folder)).toEqual([hash])
})

test('does not give back damaged bytes, and keeps the same content anew', () => {
  const blobs = openBlobs(folder, key, randomBytes)
  const hash = blobs.keep(Buffer.from('paper'))
  const bytes = readFileSync(join(folder, hash))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(join(folder, hash), bytes)
  expect(blobs.read(hash)).toBeUndefined()
  blobs.keep(Buffer.from('paper'))
  expect(blobs.read(hash)).toEqual(Buffer.from('paper'))
})

test('knows nothing of other names', () => {
  const blobs = openBlobs(folder, key, randomBytes)
  expect(blobs.read('../outbox.db')).toBeUndefined()
  expect(blobs.read('0'.repeat(64))).toBeUndefined()
})
