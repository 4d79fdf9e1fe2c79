import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDisk, readRecord } from './replay.ts'
import type { Shift } from './test-power-loss.ts'
import { cutPower, hasCompiler, momentsOf, recordShift } from './test-power-loss.ts'

describe.runIf(process.platform === 'linux' && hasCompiler())('fault 5: power loss, recorded and replayed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'power-loss-'))
  let shift: Shift
  beforeAll(async () => {
    mkdirSync(join(folder, 'honest'))
    shift = await recordShift(join(folder, 'honest'), {})
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  const cut = (loss: Parameters<typeof cutPower>[1]['loss'], every: number, at = shift) =>
    cutPower(at, { moments: momentsOf(at.ops, every), loss, seed: 7, folder: join(folder, 'left') })

  test('fault 5: with every unsynced byte lost, all that was said to be saved is there and the desk opens', () => {
    const saved = shift.ops.filter((op) => op.op === 'mark' && op.text.startsWith('saved '))
    expect(saved.length).toBeGreaterThan(15)
    expect(cut('lost', 4)).toEqual([])
  }, 120_000)

  test('fault 5: with some sectors of unsynced writes kept by chance, the same', () => {
    expect(cut('torn', 6)).toEqual([])
  }, 120_000)

  test('fault 5: a planted desk that skips the fsync is found to lose what it said it saved', async () => {
    mkdirSync(join(folder, 'planted'))
    const planted = await recordShift(join(folder, 'planted'), { LINEDESK_PLANT: 'noFsync' })
    const found = cut('lost', 40, planted)
    expect(found.some((sentence) => sentence.includes('I1 lost command'))).toBe(true)
  }, 120_000)
})

test('a replayed disk keeps what was synced, loses the rest, and knows names only once their folder is synced', () => {
  const disk = createDisk()
  disk.apply({ op: 'name', id: 1, path: '/a' })
  disk.apply({ op: 'write', id: 1, offset: 0, data: Buffer.from('one') })
  disk.apply({ op: 'sync', id: 1 })
  const folder = mkdtempSync(join(tmpdir(), 'replay-'))
  const at = (loss: 'lost' | 'kept') => {
    disk.write(join(folder, loss), loss, () => 0)
    return readAll(join(folder, loss))
  }
  expect(at('lost')).toEqual({})
  disk.apply({ op: 'syncFolder', path: '' })
  disk.apply({ op: 'write', id: 1, offset: 3, data: Buffer.from('two') })
  disk.apply({ op: 'rename', path: '/a', to: '/b' })
  expect(at('lost')).toEqual({ a: 'one' })
  expect(at('kept')).toEqual({ b: 'onetwo' })
  disk.apply({ op: 'sync', id: 1 })
  disk.apply({ op: 'syncFolder', path: '' })
  expect(at('lost')).toEqual({ b: 'onetwo' })
  expect(readRecord('/dev/null')).toEqual([])
  rmSync(folder, { recursive: true })
})

function readAll(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
