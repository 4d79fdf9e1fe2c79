/** What the model remembers of money that was given, and what it holds against the rules, counted by itself. */
export interface Given {
  readonly id: string
  readonly amountMinor: number
  readonly customerId: string
  readonly billId: string
  readonly reason: string
  readonly by: string
  readonly of: string
  /** The day that it counts on: its grant's, or the one it was decided on. */
  readonly day: string
  readonly decidedOn: string
  readonly asked: string
  readonly hadWaited: boolean
  readonly signedBy: string
}

/** Limits as the market has them, minor units: written down here again, so that the rule is not checked by itself. */
export const limits: Readonly<Record<string, { item: number; coSign: number; day: number; customer: number }>> = {
  agent: { item: 2500, coSign: 2500, day: 10_000, customer: 5000 },
  store: { item: 2500, coSign: 2500, day: 10_000, customer: 5000 },
  lead: { item: 10_000, coSign: 15_000, day: 50_000, customer: 20_000 },
  supervisor: { item: 50_000, coSign: 100_000, day: 200_000, customer: 50_000 },
}

/** What a credit breaks, given all before it; '' when nothing. */
export function broken(
  one: Given,
  before: readonly Given[],
  roleOf: (userId: string) => string,
  isKin: (userId: string, customerId: string) => boolean,
): string {
  const limit = limits[roleOf(one.of)]
  if (!limit) return `${one.of} gives nothing away`
  const all = [...before, one]
  const sum = (rows: readonly Given[]) => rows.reduce((total, { amountMinor }) => total + amountMinor, 0)
  // a charge may be of no bill: its matter is the customer's
  const isMatter = (row: Given): boolean =>
    row.customerId === one.customerId && row.billId === one.billId && row.reason === one.reason
  const matter = sum(all.filter(isMatter))
  const isSecond = one.signedBy !== '' && one.signedBy !== one.by && roleOf(one.signedBy) === roleOf(one.of)
  if (matter > (isSecond ? limit.coSign : limit.item)) return `item: ${matter}`
  const since = Date.parse(one.decidedOn) - 90 * 86_400_000
  const recent = all.filter((row) => row.customerId === one.customerId && Date.parse(row.decidedOn) > since)
  if (sum(recent) > limit.customer) return `customer: ${sum(recent)}`
  const day = sum(all.filter((row) => row.of === one.of && row.day === one.day))
  if (day > limit.day) return `day of ${one.of}: ${day}`
  if (one.hadWaited && (one.asked === one.by || one.asked === one.of)) return 'approved by oneself'
  if (one.hadWaited && (one.signedBy === one.by || one.signedBy === one.of)) return 'signed twice'
  if (isKin(one.by, one.customerId) || isKin(one.of, one.customerId)) return 'own household'
  return ''
}
