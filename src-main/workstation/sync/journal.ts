import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#shared/kernel/date.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import type { Clock, Random } from '../outside.ts'
import { storageProblem } from '../storage-problem.ts'
import { syncFile, syncFolder, syncRecord, writeAll } from './durable.ts'
import type { SegmentKey } from './journal-segment.ts'
import { createSegment, headLength, maxRecordBytes, readHead, readRecords, recordBytes } from './journal-segment.ts'

/** Where a record ends: what the outbox has taken over, so that a start reads only what is newer. */
export interface JournalPosition {
  readonly segment: string
  readonly end: number
  readonly index: number
}

export interface JournalRecord {
  readonly payload: Uint8Array
  readonly position: JournalPosition
}

/** The second copy of every command: append only, encrypted, on disk before `append` returns. */
export interface Journal {
  /** Appends and fsyncs. Throws when the disk is full or gone; then nothing of the record is kept, unless `mayRemain`. */
  readonly append: (payload: Uint8Array) => JournalPosition
  /** Takes the last appended record back, as long as nothing followed; false when that could not be done. */
  readonly undo: (position: JournalPosition) => boolean
  /** Removes segments whose records are all older than a moment. */
  readonly dropBefore: (at: Instant) => number
  readonly close: () => void
}

export interface OpenedJournal {
  readonly journal: Journal
  /** Records after `from`, oldest first. */
  readonly records: readonly JournalRecord[]
  /** Records that could not be opened. Segments they stand in are kept, read again when need be, never appended to. */
  readonly damaged: number
  /** Bytes cut from torn tails, kept aside in a `.tail` file. */
  readonly cutBytes: number
}

export interface JournalOptions {
  readonly folder: string
  readonly key: Uint8Array
  readonly clock: Clock
  readonly random: Random
  /** Read only what follows; everything when null. */
  readonly from: JournalPosition | null
  /** The key is known to be right, since other files opened with it: what it does not open here is damage. */
  readonly isKeyRight?: boolean
  readonly reached?: Reached | undefined
}

const segmentBytes = 8 * 1_048_576
const dayMs = 86_400_000

/** Opens the journal: reads what is new, cuts a torn tail, and is ready to append. Throws KEY_WRONG, having touched nothing. */
export function openJournal(options: JournalOptions): OpenedJournal {
  const { folder, key, clock, random, reached = reachedInProcess } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const names = segmentNames(folder)
  const first = options.from ? names.indexOf(options.from.segment) : 0
  const records: JournalRecord[] = []
  let damaged = 0
  let cutBytes = 0
  let last: Open | undefined
  if (options.isKeyRight !== true) refuseWrongKey(folder, names, key)

  for (const name of names.slice(Math.max(0, first))) {
    const from = options.from?.segment === name ? options.from : null
    const read = readSegment(folder, name, key, from)
    if (!read) {
      damaged += 1
      last = undefined
      continue
    }
    records.push(...read.records)
    damaged += read.damaged
    cutBytes += read.torn
    const { key: own, end, index, room } = read
    last = read.canAppend ? { name, key: own, end, index, undoTo: null, room } : undefined
  }

  let open = last
  let handle = open ? openSync(join(folder, open.name), 'r+') : undefined

  function current(needed: number): { open: Open; file: number } {
    const isOld = open && clock.now() - createdAt(open.name) > dayMs
    if (open && handle !== undefined && !isOld && open.end + needed <= segmentBytes) return { open, file: handle }
    if (handle !== undefined) closeSync(handle)
    handle = undefined
    // names sort by age even when the clock went back
    const newest = segmentNames(folder).at(-1)
    const created = createSegment(
      folder,
      key,
      Math.max(clock.now(), newest ? createdAt(newest) + 1 : 0),
      random,
      reached,
    )
    open = { name: created.name, key: created, end: headLength, index: 0, undoTo: null, room: headLength }
    handle = openSync(join(folder, created.name), 'r+')
    return { open, file: handle }
  }

  const journal: Journal = {
    append: (payload) => {
      const { open: at, file } = current(payload.length + 64)
      const bytes = recordBytes(at.key, at.index, payload, random)
      const end = at.end + bytes.length
      const room = Math.max(end, reserve(file, at.room, end))
      let isWritten = false
      try {
        writeAll(file, bytes, at.end)
        isWritten = true
        reached('capture.recordWritten')
        syncRecord(file)
      } catch (error) {
        const isCut = truncate(file, at.end)
        open = { ...at, room: at.end }
        // a file whose fsync failed once is not trusted with another record
        if (isWritten || !isCut) forget()
        throw isCut ? error : remaining(error)
      }
      reached('capture.journalSynced')
      open = { ...at, end, index: at.index + 1, undoTo: at.end, room }
      return { segment: open.name, end: open.end, index: open.index }
    },
    undo: (position) => {
      if (!open || handle === undefined || open.name !== position.segment || open.end !== position.end) return false
      if (open.undoTo === null || !truncate(handle, open.undoTo)) return false
      open = { ...open, end: open.undoTo, index: open.index - 1, undoTo: null, room: open.undoTo }
      return true
    },
    dropBefore: (at) => {
      const all = segmentNames(folder)
      // a segment's records are all older than the next segment's creation
      const old = all.filter((name, place) => name !== open?.name && createdAt(all[place + 1] ?? '') < at)
      const tails = readdirSync(folder).filter((name) => name.endsWith('.tail') && createdAt(name) < at)
      for (const name of [...old, ...tails]) rmSync(join(folder, name), { force: true })
      if (old.length > 0) syncFolder(folder)
      return old.length
    },
    close: () => {
      if (open && handle !== undefined && open.room > open.end) ftruncateSync(handle, open.end)
      forget()
    },
  }
  return { journal, records, damaged, cutBytes }

  /** After a failure that cannot be undone the next record begins a new segment: nothing follows a torn one. */
  function forget(): void {
    if (handle !== undefined) closeSync(handle)
    handle = undefined
  }
}

interface Open {
  readonly name: string
  readonly key: SegmentKey
  readonly end: number
  readonly index: number
  /** Where the last appended record begins. */
  readonly undoTo: number | null
  /** Up to here the file has been written, with zeros behind its last record. */
  readonly room: number
}

/** Room for some sixty records. */
const roomBytes = 65_536

/**
 * Writes zeros ahead, where the room does not reach to `end`, and gives how far it reaches: what then goes over them
 * changes nothing of the file but its bytes, so that making it last is one write for the disk and not three. A disk
 * too full for that takes its records without.
 */
function reserve(file: number, room: number, end: number): number {
  if (end <= room) return room
  try {
    writeAll(file, Buffer.alloc(roomBytes), room)
    return room + roomBytes
  } catch {
    truncate(file, room)
    return room
  }
}

/** Whether an append that failed may have left its record: its number must then never be given again. */
export function mayRemain(error: unknown): boolean {
  return error instanceof Error && 'mayRemain' in error
}

function remaining(error: unknown): unknown {
  return error instanceof Error ? Object.assign(error, { mayRemain: true }) : error
}

/** A key that opens not one of the segments is not this desk's; one that opens any is, and the others are damaged. */
function refuseWrongKey(folder: string, names: readonly string[], key: Uint8Array): void {
  let isAnyClosed = false
  for (const name of names) {
    const { kind } = readHead(name, readFileSync(join(folder, name)), key)
    if (kind === 'whole' || kind === 'damaged') return
    isAnyClosed ||= kind === 'closed'
  }
  if (isAnyClosed) throw storageProblem('KEY_WRONG', 'the key opens no segment of the journal')
}

function readSegment(folder: string, name: string, key: Uint8Array, from: JournalPosition | null) {
  const bytes = readFileSync(join(folder, name))
  const head = readHead(name, bytes, key)
  if (head.kind === 'torn' || head.kind === 'closed') return undefined
  const isShorter = from !== null && from.end > bytes.length
  const read = readRecords(bytes, head.key, from && !isShorter ? from : { end: headLength, index: 0 })
  const torn = tailLength(bytes, read.end)
  // one torn append is never longer than a record; more than that is damage, and damage is left as it is
  const isTail = torn <= maxRecordBytes + 4
  const isCut = torn > 0 && isTail
  if (isCut) cutTail(folder, name, bytes.subarray(read.end, read.end + torn), read.end)
  return {
    key: head.key,
    records: read.records.map((record) => ({
      payload: record.payload,
      position: { segment: name, end: record.end, index: record.index },
    })),
    end: read.end,
    index: read.index,
    damaged: read.damaged + (isTail ? 0 : 1),
    torn: isTail ? torn : 0,
    room: isCut ? read.end : bytes.length,
    canAppend: isTail && read.damaged === 0 && head.kind === 'whole',
  }
}

/** Bytes behind the last whole record, without the zeros written ahead. */
function tailLength(bytes: Uint8Array, from: number): number {
  let end = bytes.length
  while (end > from && bytes[end - 1] === 0) end -= 1
  return end - from
}

/** Cuts what follows the last whole record; the bytes stay beside in a file of their own, for whoever must look. */
function cutTail(folder: string, name: string, tail: Uint8Array, end: number): void {
  writeFileSync(join(folder, `${name}.${end}.tail`), tail, { mode: 0o600 })
  const file = openSync(join(folder, name), 'r+')
  try {
    ftruncateSync(file, end)
    syncFile(file)
  } finally {
    closeSync(file)
  }
}

function truncate(file: number, end: number): boolean {
  try {
    ftruncateSync(file, end)
    syncFile(file)
    return true
  } catch {
    return false
  }
}

function segmentNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journal'))
    .sort()
}

function createdAt(name: string): Instant {
  return name === '' ? Number.POSITIVE_INFINITY : Number(name.slice(0, 15))
}
