import { z } from 'zod'
import type { Instant } from '#shared/kernel/date.ts'

/**
 * What is used: seconds of voice made or received, octets of data, pieces of anything else (standards.md 8.3). A call
 * received is told by networks abroad only, where it has a price of its own.
 */
export const usageTypes = ['voice', 'received', 'data', 'message', 'other'] as const
export type UsageType = (typeof usageTypes)[number]

export const usageUnits = {
  voice: 'second',
  received: 'second',
  data: 'octet',
  message: 'piece',
  other: 'piece',
} as const satisfies Record<UsageType, string>

/**
 * One usage record as a network sends it. `id` is its own and comes once; `msisdn` the number served, `other` who was
 * called or written to, or who called ('' for data), `visited` the network abroad it was made in (MCC and MNC, '' at home).
 */
export interface UsageRecord {
  readonly id: string
  readonly type: UsageType
  readonly msisdn: string
  readonly other: string
  readonly visited: string
  readonly startedAt: Instant
  readonly units: number
}

const instant = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(Z|[+-]\d{2}:\d{2})$/

/**
 * A line of a usage file, from JSON or from the cells of a CSV row alike: numbers may come as text. A moment carries its
 * offset, or a record of the hour that an autumn day has twice could be either.
 */
export const usageLineSchema = z.object({
  id: z.string().trim().min(1).max(80),
  type: z.enum(usageTypes),
  msisdn: z.string().regex(/^\+[1-9][0-9]{4,14}$/),
  other: z
    .string()
    .regex(/^(\+?[0-9*#]{1,20})?$/)
    .default(''),
  visited: z
    .string()
    .regex(/^([0-9]{3,6})?$/)
    .default(''),
  startedAt: z.iso.datetime({ offset: true }).regex(instant),
  units: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^[0-9]{1,15}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(0).max(1e14)),
})
export type UsageLine = z.infer<typeof usageLineSchema>

/** Why a line of a usage file was put aside; each can be repaired and tried again, but a duplicate. */
export const rejectReasons = [
  'UNREADABLE',
  'FIELD_WRONG',
  'SUBSCRIBER_UNKNOWN',
  'BEFORE_LINE',
  'DUPLICATE_DIFFERS',
] as const
export type RejectReason = (typeof rejectReasons)[number]

/** The names a CSV file's first line has to have, in any order; the others of a record are taken as empty. */
export const usageColumns = ['id', 'type', 'msisdn', 'other', 'visited', 'startedAt', 'units'] as const
