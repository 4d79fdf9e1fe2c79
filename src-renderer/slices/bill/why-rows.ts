import type { BilledUseView, BillView, GroupView } from '#shared/domain/bill/contract.ts'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'

/** A row of the table of why: a branch, what is told as one, a line with its working, a usage record, or what is missing. */
export type WhyRow = Base &
  (
    | { readonly of: 'user'; readonly user: BillView['users'][number] }
    | { readonly of: 'group'; readonly group: GroupView }
    | { readonly of: 'line'; readonly line: BillLineRow }
    | { readonly of: 'record'; readonly record: BilledUseView; readonly line: BillLineRow }
    /** So many records are not here; undefined while they are being read. */
    | { readonly of: 'missing'; readonly count: number | undefined }
  )

interface Base {
  readonly id: string
  /** 1 and on, as a tree counts. */
  readonly level: number
  /** Undefined where there is nothing below. */
  readonly isOpen: boolean | undefined
  readonly isStrong: boolean
}

/** Usage records by line, as far as they could be had. */
export type LineRecords = ReadonlyMap<string, readonly BilledUseView[]>

/** The rows in sight: those of what is open, in their turn. A branch is a row of its own where there are several. */
export function whyRows(
  view: BillView,
  open: ReadonlySet<string>,
  records: LineRecords | undefined,
): readonly WhyRow[] {
  const isRolledUp = view.users.length > 1
  const rows: WhyRow[] = []
  for (const user of view.users) {
    const id = userRowId(user.userId)
    const isOpen = open.has(id)
    if (isRolledUp) rows.push({ of: 'user', id, level: 1, isOpen, isStrong: true, user })
    if (isRolledUp && !isOpen) continue
    for (const group of user.groups) addGroup(rows, group, isRolledUp ? 2 : 1, { view, open, records })
  }
  return rows
}

/** Records that were looked for, each with the line it belongs to. */
export function foundRows(found: readonly FoundUse[], lines: ReadonlyMap<string, BillLineRow>): readonly WhyRow[] {
  return found.flatMap(({ record, lineId }): readonly WhyRow[] => {
    const line = lines.get(lineId)
    return line
      ? [{ of: 'record', id: `found:${record.id}`, level: 1, isOpen: undefined, isStrong: false, record, line }]
      : []
  })
}

export interface FoundUse {
  readonly record: BilledUseView
  readonly lineId: string
}

/** What stands open at first: what changed most, where it changed at all. */
export function openAtFirst({ users, other }: BillView): ReadonlySet<string> {
  const [user] = users
  const [group] = user?.groups ?? []
  if (!user || !group || other === null || group.amountMinor === group.otherMinor) return new Set()
  return new Set([userRowId(user.userId), groupRowId(group)])
}

interface Shown {
  readonly view: BillView
  readonly open: ReadonlySet<string>
  readonly records: LineRecords | undefined
}

function addGroup(rows: WhyRow[], group: GroupView, level: number, { view, open, records }: Shown): void {
  const id = groupRowId(group)
  const isOpen = open.has(id)
  const isStrong = view.users.length === 1 && view.other !== null && group.amountMinor !== group.otherMinor
  rows.push({ of: 'group', id, level, isOpen: group.lines.length === 0 ? undefined : isOpen, isStrong, group })
  if (!isOpen) return
  for (const line of group.lines) {
    const hasRecords = line.records > 0
    const isLineOpen = open.has(line.id)
    const base = { level: level + 1, isStrong: false } as const
    rows.push({ ...base, of: 'line', id: line.id, isOpen: hasRecords ? isLineOpen : undefined, line })
    if (hasRecords && isLineOpen) addRecords(rows, line, level + 2, records)
  }
}

function addRecords(rows: WhyRow[], line: BillLineRow, level: number, records: LineRecords | undefined): void {
  const base = { level, isOpen: undefined, isStrong: false } as const
  const here = records?.get(line.id) ?? []
  for (const record of here) rows.push({ ...base, of: 'record', id: `record:${record.id}`, record, line })
  const count = records === undefined ? undefined : line.records - here.length
  if (count === undefined || count > 0) rows.push({ ...base, of: 'missing', id: `missing:${line.id}`, count })
}

function userRowId(userId: string): string {
  return `user:${userId}`
}

function groupRowId({ key }: GroupView): string {
  return `group:${key}`
}
