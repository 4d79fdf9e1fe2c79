import { z } from 'zod'
import type { BillLineRow } from './rows.ts'

/** What usage is spoken of as: where it was made and to whom weighs more than what it was. */
export const usageKinds = ['roaming', 'premium', 'international', 'calls', 'data', 'messages', 'otherUsage'] as const
export type UsageKind = (typeof usageKinds)[number]

/** What a line's name says: a name of the catalogue, JSON by language, or what the screen has words for. */
export type LineName =
  | { readonly of: 'usage'; readonly type: string; readonly zone: string }
  | { readonly of: 'rerated'; readonly number: string }
  | { readonly of: 'nextBill' | 'paidTwice'; readonly reference: string }
  | { readonly of: 'reversed'; readonly number: string }
  | { readonly of: 'catalogue'; readonly json: string }

const nameSchema = z.union([
  z.object({ usage: z.string(), zone: z.string() }),
  z.object({ rerated: z.string() }),
  z.object({ nextBill: z.string() }),
  z.object({ reversed: z.string() }),
  z.object({ paidTwice: z.string() }),
])

/** Reads a line's name. */
export function lineName({ name }: Pick<BillLineRow, 'name'>): LineName {
  const said = nameSchema.safeParse(parsed(name)).data
  if (said === undefined) return { of: 'catalogue', json: name }
  if ('usage' in said) return { of: 'usage', type: said.usage, zone: said.zone }
  if ('reversed' in said) return { of: 'reversed', number: said.reversed }
  if ('rerated' in said) return { of: 'rerated', number: said.rerated }
  return 'nextBill' in said
    ? { of: 'nextBill', reference: said.nextBill }
    : { of: 'paidTwice', reference: said.paidTwice }
}

/** The kind of usage of a type in a zone; what a newer core counts is other usage. */
export function usageKind(type: string, zone: string): UsageKind {
  if (zone.startsWith('roaming')) return 'roaming'
  if (zone === 'premium') return 'premium'
  if (zone !== 'national' && zone !== 'home' && zone !== '') return 'international'
  return ofType.get(type) ?? 'otherUsage'
}

const ofType: ReadonlyMap<string, UsageKind> = new Map([
  ['voice', 'calls'],
  ['received', 'calls'],
  ['data', 'data'],
  ['message', 'messages'],
])

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
