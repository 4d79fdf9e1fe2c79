import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#shared/kernel/date.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import type { Random } from '../outside.ts'
import { syncFile, syncFolder, writeAll } from './durable.ts'
import { nonceLength, seal, subkeyOf, tagLength, unseal } from './seal.ts'

/**
 * A segment of the journal. Head: `LDJ1`, creation moment (8 bytes), file id (16), a sealed nothing that tells a wrong
 * key from damage. Then records: length (4 bytes, big endian) and AES-256-GCM of the payload under this file's subkey,
 * bound to its place by AAD = file id + index, so that no record can be moved, repeated or left out unseen.
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
  } finally {
    closeSync(file)
  }
  reached('capture.segmentCreated')
  syncFolder(folder)
  return { name, fileId, subkey }
}

export type SegmentHead =
  | { readonly kind: 'key'; readonly key: SegmentKey }
  | { readonly kind: 'wrongKey' }
  | { readonly kind: 'damaged' }

/** Reads a segment's head: its key, or that the desk's key does not fit, or that this is no whole head. */
export function readHead(bytes: Uint8Array, key: Uint8Array): SegmentHead {
  if (bytes.length < headLength || !magic.equals(bytes.subarray(0, magic.length))) return { kind: 'damaged' }
  const fileId = bytes.subarray(idAt, checkAt)
  const subkey = subkeyOf(key, fileId, 'linedesk journal')
  const fits = unseal(subkey, bytes.subarray(0, checkAt), bytes.subarray(checkAt, headLength)) !== undefined
  return fits ? { kind: 'key', key: { fileId, subkey } } : { kind: 'wrongKey' }
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
  /** Records in the middle that could not be opened. */
  readonly damaged: number
}

/** Reads records from a place on, stepping over single damaged ones; ends before a torn tail. */
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
    if (!record) break
    if (record.payload) records.push({ payload: record.payload, end: record.end, index: index + 1 })
    // a record that cannot be opened is damage only when a good one follows it; otherwise it is the torn tail
    else if (recordAt(bytes, key, record.end, index + 1)?.payload) damaged += 1
    else break
    end = record.end
    index += 1
  }
  return { records, end, index, damaged }
}

function recordAt(
  bytes: Uint8Array,
  key: SegmentKey,
  at: number,
  index: number,
): { payload: Buffer | undefined; end: number } | undefined {
  if (at + 4 > bytes.length) return undefined
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)
  const end = at + 4 + length
  if (length > maxRecordBytes || end > bytes.length) return undefined
  return { payload: unseal(key.subkey, placeOf(key, index), bytes.subarray(at + 4, end)), end }
}

function placeOf(key: SegmentKey, index: number): Buffer {
  const place = Buffer.alloc(24)
  place.set(key.fileId)
  place.writeBigUInt64BE(BigInt(index), 16)
  return place
}
