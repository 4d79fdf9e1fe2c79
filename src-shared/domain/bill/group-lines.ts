import type { UsageKind } from './line-kinds.ts'
import { lineName, usageKind, usageKinds } from './line-kinds.ts'
import type { BillLineRow } from './rows.ts'

/** Lines that are told as one: a fee with its parts, or the usage of one kind. */
export interface LineGroup {
  /** The same on any bill of the payer, so that months are compared by it. */
  readonly key: string
  readonly userId: string
  readonly productId: string | null
  /** `fee`: a name of the catalogue says what it is, that of its first line. */
  readonly kind: UsageKind | 'fee'
  readonly amountMinor: number
  /** What the same was on the bill it is compared with. */
  readonly otherMinor: number
  /** Of this bill, the dearest first; none where only the other bill has any. */
  readonly lines: readonly BillLineRow[]
  /** What gives the group its name where this bill has no line of it. */
  readonly named: BillLineRow
}

/** The groups of one branch, or of the only one who uses what is paid here. */
export interface UserGroups {
  readonly userId: string
  readonly amountMinor: number
  readonly otherMinor: number
  readonly groups: readonly LineGroup[]
}

/**
 * A bill's lines as its page tells them: by who uses what is paid (a company's branches, rolled up), then by fee and kind
 * of usage, what changed most first. Amounts as priced; tax that is added to them is not in here.
 */
export function groupLines(lines: readonly BillLineRow[], others: readonly BillLineRow[]): readonly UserGroups[] {
  const found = new Map<string, { lines: BillLineRow[]; others: BillLineRow[] }>()
  const groupOf = (line: BillLineRow) => {
    const key = keyOf(line)
    const known = found.get(key)
    if (known) return known
    const fresh = { lines: [], others: [] }
    found.set(key, fresh)
    return fresh
  }
  for (const line of lines) groupOf(line).lines.push(line)
  for (const line of others) groupOf(line).others.push(line)
  const groups = [...found].flatMap(([key, group]): readonly LineGroup[] => {
    const named = group.lines[0] ?? group.others[0]
    if (!named) return []
    const { user_id: userId, product_id: productId } = named
    const sums = { amountMinor: sumOf(group.lines), otherMinor: sumOf(group.others) }
    const own = group.lines.toSorted((a, b) => b.amount_minor - a.amount_minor || a.position - b.position)
    return [{ key, userId, productId, kind: kindOf(named), ...sums, lines: own, named }]
  })
  const users = [...new Set(groups.map(({ userId }) => userId))]
  return users
    .map((userId): UserGroups => {
      const own = groups.filter((group) => group.userId === userId).toSorted(byWeight)
      return {
        userId,
        amountMinor: own.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        otherMinor: own.reduce((sum, { otherMinor }) => sum + otherMinor, 0),
        groups: own,
      }
    })
    .toSorted(byWeight)
}

function keyOf(line: BillLineRow): string {
  const kind = kindOf(line)
  const what = kind === 'fee' ? (line.charge_id ?? line.name) : kind
  return [line.user_id, line.product_id ?? '', what].join(' ')
}

function kindOf(line: BillLineRow): LineGroup['kind'] {
  const name = lineName(line)
  return name.of === 'usage' ? usageKind(name.type, name.zone) : 'fee'
}

function sumOf(lines: readonly BillLineRow[]): number {
  return lines.reduce((sum, { amount_minor: amount }) => sum + amount, 0)
}

interface Weighed {
  readonly amountMinor: number
  readonly otherMinor: number
}

/** What changed most stands first; what did not, the dearest first; the same ones stay as they are on paper. */
function byWeight(a: Weighed, b: Weighed): number {
  const change = ({ amountMinor, otherMinor }: Weighed): number => Math.abs(amountMinor - otherMinor)
  return change(b) - change(a) || b.amountMinor - a.amountMinor
}

/** Whether a group is usage, which has records behind it. */
export function isUsageGroup({ kind }: Pick<LineGroup, 'kind'>): boolean {
  return usageKinds.some((usage) => usage === kind)
}
