import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#shared/kernel/date.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import type { Random } from '../outside.ts'
import { syncFile, syncFolder, writeAll } from './durable.ts'
import { nonceLength, seal, subkeyOf, tagLength, unseal } from './seal.ts'

/**
 * A segment of the journal. Head: `LDJ1`, creation moment (8 bytes), file id (16), a sealed nothing that tells a wrong
 * key from damage. Then records: length (4 bytes, big endian) and AES-256-GCM of the payload under this file's subkey,
 * bound to its place by AAD = file id + index, so that no record can be moved, repeated or left out unseen. Behind the
 * last record zeros may stand, written ahead.
 */
const magic = Buffer.from('LDJ1')
const idAt = 12
const checkAt = 28
export const headLength = checkAt + nonceLength + tagLength
/** No record is longer; a longer length is damage. */
export const maxRecordBytes = 2 * 1_048_576

export interface SegmentKey {
  readonly fileId: Uint8Array
  readonly subkey: Uint8Array
}

/** Creates an empty segment, on disk when this returns; gives its name and key. */
export function createSegment(
  folder: string,
  key: Uint8Array,
  at: Instant,
  random: Random,
  reached: Reached,
): SegmentKey & { readonly name: string } {
  const fileId = random(16)
  const subkey = subkeyOf(key, fileId, 'linedesk journal')
  const head = Buffer.alloc(checkAt)
  magic.copy(head)
  head.writeBigUInt64BE(BigInt(Math.max(0, Math.floor(at))), magic.length)
  head.set(fileId, idAt)
  const name = `${String(Math.max(0, Math.floor(at))).padStart(15, '0')}-${Buffer.from(fileId).toString('hex')}.journal`
  const file = openSync(join(folder, name), 'wx', 0o600)
  try {
    writeAll(file, Buffer.concat([head, seal(subkey, random(nonceLength), head, Buffer.alloc(0))]), 0)
    syncFile(file)
  } catch (error) {
    rmSync(join(folder, name), { force: true }) // a full disk must not fill up with empty heads
    throw error
  } finally {
    closeSync(file)
  }
  reached('capture.segmentCreated')
  syncFolder(folder)
  return { name, fileId, subkey }
}

export type SegmentHead =
  | { readonly kind: 'whole' | 'damaged'; readonly key: SegmentKey }
  /** Nothing in it opens: of another key, or damaged beyond reading. */
  | { readonly kind: 'closed' }
  /** Too short to hold anything: the program ended while it was made. */
  | { readonly kind: 'torn' }

/**
 * Reads a segment's head. Where it is damaged, the file id in the file's name stands in for it, and the first record
 * that opens shows that the key fits.
 */
export function readHead(name: string, bytes: Uint8Array, key: Uint8Array): SegmentHead {
  if (bytes.length < headLength) return { kind: 'torn' }
  const own = keyOf(key, bytes.subarray(idAt, checkAt))
  const isWhole = magic.equals(bytes.subarray(0, magic.length))
  if (isWhole && unseal(own.subkey, bytes.subarray(0, checkAt), bytes.subarray(checkAt, headLength)))
    return { kind: 'whole', key: own }
  const named = keyOf(key, Buffer.from(name.slice(moment + 1, moment + 33), 'hex'))
  const opens = readRecords(bytes, named, { end: headLength, index: 0 }).records.length > 0
  return opens ? { kind: 'damaged', key: named } : { kind: 'closed' }
}

/** Figures of the creation moment at the start of a segment's name. */
const moment = 15

function keyOf(key: Uint8Array, fileId: Uint8Array): SegmentKey {
  return { fileId, subkey: subkeyOf(key, fileId, 'linedesk journal') }
}

/** One record ready to be written. */
export function recordBytes(key: SegmentKey, index: number, payload: Uint8Array, random: Random): Buffer {
  const sealed = seal(key.subkey, random(nonceLength), placeOf(key, index), payload)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(sealed.length)
  return Buffer.concat([length, sealed])
}

export interface SegmentRead {
  readonly records: readonly { readonly payload: Buffer; readonly end: number; readonly index: number }[]
  /** End of the last readable record and the number of records up to it. */
  readonly end: number
  readonly index: number
  /** Records in the middle that could not be opened, as far as the places of those after them tell. */
  readonly damaged: number
}

/** Reads records from a place on, stepping over damaged stretches; ends before a torn tail. */
export function readRecords(
  bytes: Uint8Array,
  key: SegmentKey,
  from: { readonly end: number; readonly index: number },
): SegmentRead {
  const records: { payload: Buffer; end: number; index: number }[] = []
  let { end, index } = from
  let damaged = 0
  for (;;) {
    const record = recordAt(bytes, key, end, index)
    if (record?.payload) {
      records.push({ payload: record.payload, end: record.end, index: index + 1 })
      end = record.end
      index += 1
      continue
    }
    if (isUnused(bytes, end)) return { records, end, index, damaged }
    // what cannot be opened is damage only when a good record follows it; otherwise it is the torn tail
    const next = nextRecord(bytes, key, end, index)
    if (!next) return { records, end, index, damaged }
    damaged += next.index - index
    end = next.at
    index = next.index
  }
}

/** So many records may be lost in one damaged stretch before what follows it is found again. */
const lostAtOnce = 64

/** The next record that opens behind a damaged stretch: its length may be what is damaged, so each place is tried. */
function nextRecord(
  bytes: Uint8Array,
  key: SegmentKey,
  after: number,
  index: number,
): { readonly at: number; readonly index: number } | undefined {
  for (let at = after + 1; at + 4 <= bytes.length; at += 1) {
    const length = lengthAt(bytes, at)
    if (length === undefined) continue
    const end = at + 4 + length
    if (end !== bytes.length && !isUnused(bytes, end) && lengthAt(bytes, end) === undefined) continue
    for (let ahead = 1; ahead <= lostAtOnce; ahead += 1)
      if (recordAt(bytes, key, at, index + ahead)?.payload) return { at, index: index + ahead }
  }
  return undefined
}

/** Nothing but zeros stands from a place to the end: room written ahead. */
function isUnused(bytes: Uint8Array, at: number): boolean {
  for (let place = at; place < bytes.length; place += 1) if (bytes[place] !== 0) return false
  return true
}

/** The length of the record at a place; undefined where no record can stand. */
function lengthAt(bytes: Uint8Array, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)
  const fits = length >= nonceLength + tagLength && length <= maxRecordBytes && at + 4 + length <= bytes.length
  return fits ? length : undefined
}

function recordAt(
  bytes: Uint8Array,
  key: SegmentKey,
  at: number,
  index: number,
): { payload: Buffer | undefined; end: number } | undefined {
  const length = lengthAt(bytes, at)
  if (length === undefined) return undefined
  const end = at + 4 + length
  return { payload: unseal(key.subkey, placeOf(key, index), bytes.subarray(at + 4, end)), end }
}

function placeOf(key: SegmentKey, index: number): Buffer {
  const place = Buffer.alloc(24)
  place.set(key.fileId)
  place.writeBigUInt64BE(BigInt(index), 16)
  return place
}
