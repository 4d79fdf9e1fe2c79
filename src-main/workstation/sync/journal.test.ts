import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JournalPosition } from './journal.ts'
import { openJournal } from './journal.ts'

let folder: string
let now = 1_800_000_000_000
const key = randomBytes(32)
const day = 86_400_000

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function open(from: JournalPosition | null = null, withKey: Uint8Array = key) {
  return openJournal({ folder, key: withKey, clock: { now: () => now }, random: randomBytes, from })
}
const text = (value: string) => Buffer.from(value)
const texts = (opened: ReturnType<typeof open>) =>
  opened.records.map((record) => Buffer.from(record.payload).toString())
function written(...values: string[]): { file: string; ends: number[] } {
  const { journal } = open()
  const ends = values.map((value) => journal.append(text(value)).end)
  journal.close()
  return { file: join(folder, readdirSync(folder).find((name) => name.endsWith('.journal')) ?? ''), ends }
}

describe('journal', () => {
  test('gives back what was appended, in order, over several openings', () => {
    written('one', 'two')
    const second = open()
    second.journal.append(text('three'))
    second.journal.close()
    expect(texts(open())).toEqual(['one', 'two', 'three'])
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('keeps nothing readable in the file', () => {
    const { file } = written('secret name')
    expect(readFileSync(file).includes('secret')).toBe(false)
  })

  test('reads only what follows a known position', () => {
    const { journal } = open()
    journal.append(text('one'))
    const position = journal.append(text('two'))
    journal.append(text('three'))
    journal.close()
    const opened = open(position)
    expect(texts(opened)).toEqual(['three'])
    opened.journal.append(text('four'))
    expect(texts(open())).toEqual(['one', 'two', 'three', 'four'])
  })

  test('fault 18: cuts a torn tail at every possible length and appends behind the last whole record', () => {
    const { file, ends } = written('one', 'two')
    const whole = readFileSync(file)
    for (let length = (ends[0] ?? 0) + 4; length < whole.length; length += 7) {
      writeFileSync(file, whole.subarray(0, length))
      const opened = open()
      expect(texts(opened)).toEqual(['one'])
      expect(opened.cutBytes).toBe(length - (ends[0] ?? 0))
      opened.journal.append(text('after'))
      opened.journal.close()
      expect(texts(open())).toEqual(['one', 'after'])
    }
  })

  test('fault 18: cuts a torn tail in the zeros written ahead, and takes those alone for no tail', () => {
    const { journal } = open()
    const first = journal.append(text('one')).end
    const second = journal.append(text('two')).end
    const [name = ''] = readdirSync(folder)
    const whole = readFileSync(join(folder, name))
    expect(whole.length).toBeGreaterThan(second + 10_000)
    const killed = open()
    expect([texts(killed), killed.cutBytes]).toEqual([['one', 'two'], 0])
    for (let length = first + 1; length < second; length += 5) {
      writeFileSync(join(folder, name), Buffer.from(whole).fill(0, length))
      const opened = open()
      expect(texts(opened)).toEqual(['one'])
      opened.journal.append(text('after'))
      expect(texts(open())).toEqual(['one', 'after'])
    }
  })

  test('steps over a flipped byte before the last record of a segment with zeros behind it', () => {
    const { journal } = open()
    const first = journal.append(text('one')).end
    journal.append(text('two'))
    journal.append(text('three'))
    const [name = ''] = readdirSync(folder)
    const bytes = readFileSync(join(folder, name))
    bytes[first + 20] = (bytes[first + 20] ?? 0) ^ 1
    writeFileSync(join(folder, name), bytes)
    const opened = open()
    expect([texts(opened), opened.damaged]).toEqual([['one', 'three'], 1])
  })

  test('treats a last record full of zeros as torn', () => {
    const { file, ends } = written('one', 'two')
    const bytes = readFileSync(file)
    bytes.fill(0, (ends[0] ?? 0) + 4)
    writeFileSync(file, bytes)
    expect(texts(open())).toEqual(['one'])
  })

  test('keeps the cut bytes in a file beside', () => {
    const { file } = written('one', 'two')
    truncateSync(file, statSync(file).size - 3)
    open()
    expect(readdirSync(folder).some((name) => name.endsWith('.tail'))).toBe(true)
  })

  test('steps over a flipped byte in the middle and tells of it', () => {
    const { file, ends } = written('one', 'two', 'three')
    const bytes = readFileSync(file)
    bytes[(ends[0] ?? 0) + 20] = (bytes[(ends[0] ?? 0) + 20] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const opened = open()
    expect(texts(opened)).toEqual(['one', 'three'])
    expect(opened.damaged).toBe(1)
    opened.journal.append(text('four'))
    expect(texts(open())).toEqual(['one', 'three', 'four'])
  })

  test('refuses a record moved to another place', () => {
    const { file, ends } = written('one!', 'two!')
    const bytes = readFileSync(file)
    const [first = 0, second = 0] = ends
    const swapped = Buffer.concat([
      bytes.subarray(0, 2 * first - second),
      bytes.subarray(first, second),
      bytes.subarray(2 * first - second, first),
    ])
    writeFileSync(file, swapped)
    expect(texts(open())).toEqual([])
  })

  test('refuses a wrong key and touches nothing', () => {
    const { file } = written('one')
    const before = readFileSync(file)
    expect(() => open(null, randomBytes(32))).toThrowError(expect.objectContaining({ code: 'KEY_WRONG' }))
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('steps over a segment whose head was torn', () => {
    written('one')
    writeFileSync(join(folder, '001900000000000-00.journal'), Buffer.from('LDJ'))
    const opened = open()
    expect(texts(opened)).toEqual(['one'])
    opened.journal.append(text('two'))
    expect(texts(open())).toEqual(['one', 'two'])
  })

  test('takes the last record back', () => {
    const { journal } = open()
    journal.append(text('one'))
    const position = journal.append(text('two'))
    expect(journal.undo(position)).toBe(true)
    expect(journal.undo(position)).toBe(false)
    journal.append(text('three'))
    expect(texts(open())).toEqual(['one', 'three'])
  })

  test('begins a new segment each day and drops the old ones when told', () => {
    const { journal } = open()
    journal.append(text('one'))
    now += day + 1
    journal.append(text('two'))
    now += day + 1
    journal.append(text('three'))
    expect(texts(open())).toEqual(['one', 'two', 'three'])
    expect(journal.dropBefore(now - day)).toBe(1)
    expect(texts(open())).toEqual(['two', 'three'])
  })
})
