import type { Id } from '#shared/kernel/ids.ts'
import { mixed } from './random.ts'

/** What seeded ids are for; part of the id, so that kinds never collide. */
export const seedKinds = ['user', 'customer', 'product', 'contact', 'evidence', 'watch', 'decision'] as const
export type SeedKind = (typeof seedKinds)[number]

/** 1 January 2020, from where seeded ids count their milliseconds. */
const firstMs = 1_577_836_800_000

/** UUIDv7 of a seeded row: sorting by its number, the same for the same seed, quick to make by the million. */
export function seedId(seed: number, kind: SeedKind, index: number): Id {
  const place = seedKinds.indexOf(kind)
  const ms = firstMs + index
  const time = hex16(Math.floor(ms / 2 ** 32)) + hex32(ms >>> 0)
  const rest = hex32(mixed(index ^ mixed(seed + place)))
  const end = hex16(index & 0xffff)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex16(place).slice(1)}-8${hex16(mixed(seed) & 0xfff).slice(1)}-${rest}${end}`
}

/** Bytes as two digits: by far quicker than numbers to text, and a seed makes millions. */
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex16(value: number): string {
  return `${bytes[(value >>> 8) & 0xff]}${bytes[value & 0xff]}`
}

function hex32(value: number): string {
  return hex16(value >>> 16) + hex16(value & 0xffff)
}
