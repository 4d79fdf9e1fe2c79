import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** What a file shows itself to be, and how it is named on a disk. */
export interface FileKind {
  readonly mime: 'application/pdf' | 'image/png' | 'image/jpeg'
  readonly ending: 'pdf' | 'png' | 'jpg'
}

export const fileRefusals = ['FILE_TOO_LARGE', 'FILE_TYPE', 'FILE_DAMAGED'] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** At most so many bytes, as an attachment of CSR-Sync may have. */
export const fileLimitBytes = 8_388_608
/** At most so many files with one dispute or answer: a command carries ten attachments. */
export const filesAtMost = 5

/**
 * Whether bytes may be kept as evidence: a PDF, PNG or JPEG by what is in them, whatever their name says, and whole to the
 * end. What is in a picture is not judged: who looks at it does.
 */
export function judgeFile(bytes: Uint8Array): Result<FileKind, Refusal<FileRefusal>> {
  if (bytes.length > fileLimitBytes) return refuse('FILE_TOO_LARGE', { limit: fileLimitBytes / 1_048_576 })
  const found = kinds.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))
  if (!found) return refuse('FILE_TYPE')
  return found.isWhole(bytes) ? ok(found.kind) : refuse('FILE_DAMAGED')
}

interface Known {
  readonly kind: FileKind
  readonly begins: readonly number[]
  readonly isWhole: (bytes: Uint8Array) => boolean
}

const kinds: readonly Known[] = [
  { kind: { mime: 'application/pdf', ending: 'pdf' }, begins: [0x25, 0x50, 0x44, 0x46, 0x2d], isWhole: isWholePdf },
  {
    kind: { mime: 'image/png', ending: 'png' },
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    isWhole: isWholePng,
  },
  { kind: { mime: 'image/jpeg', ending: 'jpg' }, begins: [0xff, 0xd8, 0xff], isWhole: isWholeJpeg },
]

/** ISO 32000-1, 7.5.5: the last line is the end-of-file marker, after where the cross-references begin. */
function isWholePdf(bytes: Uint8Array): boolean {
  const end = String.fromCharCode(...bytes.subarray(-1024))
  return /startxref\s+\d+\s+%%EOF/.test(end)
}

/** ISO/IEC 15948, 5: chunk after chunk, each with its checksum, from IHDR to IEND. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let hasData = false
  for (let at = 8, count = 0; at + 12 <= bytes.length; count += 1) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (count === 0 && type !== 'IHDR') return false
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') return hasData
    at = end + 4
  }
  return false
}

/** ITU-T T.81, annex B: segments up to the scan, a frame among them, and an end after the scan. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let hasFrame = false
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return false
    // SOF0 to SOF15, less DHT, JPG and DAC which stand between them
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true
    if (marker === 0xda) return hasFrame && endsAfter(bytes, at)
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return false
}

function endsAfter(bytes: Uint8Array, scan: number): boolean {
  for (let at = bytes.length - 2; at > scan; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

/** CRC-32 of ISO/IEC 15948, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
