import { z } from 'zod'

/** An identifier: UUID version 7 (RFC 9562 section 5.7), lower case, sorting by the moment it was made. */
export type Id = string

export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

/** Where identifiers come from; handed in, so that a simulation can repeat them. */
export interface Ids {
  readonly next: () => Id
}

/** Makes a UUIDv7 from a moment (ms) and at least ten random bytes. Pure. */
export function uuidV7(at: number, random: Uint8Array): Id {
  if (random.length < 10) throw new Error('uuidV7 needs ten random bytes')
  const byte = (index: number): number => random[index] ?? 0
  const bytes = [
    ...[40, 32, 24, 16, 8, 0].map((shift) => Math.floor(at / 2 ** shift) % 256),
    0x70 | (byte(0) & 0x0f),
    byte(1),
    0x80 | (byte(2) & 0x3f),
    ...[3, 4, 5, 6, 7, 8, 9].map(byte),
  ]
  const hex = bytes.map((value) => value.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
