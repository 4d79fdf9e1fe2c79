import type { Id } from '#shared/kernel/ids.ts'
import { mixed } from './random.ts'

/** What seeded ids are for; part of the id, so that kinds never collide. */
export const seedKinds = ['user', 'customer', 'product', 'contact', 'evidence', 'watch'] as const
export type SeedKind = (typeof seedKinds)[number]

/** 1 January 2020, from where seeded ids count their milliseconds. */
const firstMs = 1_577_836_800_000

/** UUIDv7 of a seeded row: sorting by its number, the same for the same seed, quick to make by the million. */
export function seedId(seed: number, kind: SeedKind, index: number): Id {
  const time = hex(firstMs + index, 12)
  const rest = hex(mixed(index ^ mixed(seed + seedKinds.indexOf(kind))), 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(seedKinds.indexOf(kind), 3)}-8${hex(mixed(seed) % 4096, 3)}-${rest}${hex(index % 65_536, 4)}`
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0')
}
