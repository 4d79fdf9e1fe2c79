import type { Text } from '#renderer/app/text.tsx'
import type { IconName } from '#renderer/ui/icon.tsx'
import type { LifeRow } from '#renderer/ui/life-list.tsx'
import type { EntryKind, HistoryEntry } from '#shared/domain/interaction/customer-view.ts'
import { channelSchema } from '#shared/domain/interaction/steps.ts'
import { foldText } from '#shared/kernel/fold-text.ts'

/** What a history can be narrowed to. */
export const historyFilters = ['all', 'people', 'money', 'network'] as const
export type HistoryFilter = (typeof historyFilters)[number]

/** Parts of the view that are a history of one kind. */
export const historyParts = {
  everything: undefined,
  contacts: ['contact', 'callBack', 'message', 'firstInquiry'],
  orders: ['order', 'active'],
  agreements: ['agreement', 'credit'],
  payments: ['payment'],
  evidence: ['evidence'],
} as const satisfies Readonly<Record<string, readonly EntryKind[] | undefined>>
export type HistoryPart = keyof typeof historyParts

export interface HistoryWish {
  readonly part: HistoryPart
  readonly filter: HistoryFilter
  readonly find: string
  readonly openYears: ReadonlySet<number>
}

/** Entries of a part, narrowed and searched. */
export function entriesOf(entries: readonly HistoryEntry[], wish: HistoryWish, text: Text): readonly HistoryEntry[] {
  const kinds: readonly EntryKind[] | undefined = historyParts[wish.part]
  const words = foldText(wish.find)
    .split(' ')
    .filter((word) => word !== '')
  return entries.filter((entry) => {
    if (kinds !== undefined && !kinds.includes(entry.kind)) return false
    if (wish.filter !== 'all' && filterOf[entry.kind] !== wish.filter) return false
    if (words.length === 0) return true
    const said = foldText(`${text.say(entry.title)} ${entry.second ? text.say(entry.second) : ''} ${entry.note}`)
    return words.every((word) => said.includes(word))
  })
}

/**
 * The rows as drawn: this year day by day, a year before it as one line until it is opened, the first year open. Where
 * something is searched or narrowed nothing is folded.
 */
export function rowsOf(
  entries: readonly HistoryEntry[],
  wish: HistoryWish,
  text: Text,
  onEntry: (entry: HistoryEntry, sum: string) => LifeRow['right'],
): readonly LifeRow[] {
  const shown = entriesOf(entries, wish, text)
  const isFlat = wish.part !== 'everything' || wish.filter !== 'all' || wish.find.trim() !== ''
  const thisYear = yearOf(text.reader.today)
  if (isFlat) return shown.map((entry) => rowOf(entry, text, onEntry, false))
  const years = new Map<number, HistoryEntry[]>()
  for (const entry of shown) {
    const year = new Date(entry.at).getFullYear()
    const of = years.get(year)
    if (of) of.push(entry)
    else years.set(year, [entry])
  }
  return [...years].flatMap(([year, of]) => {
    if (year >= thisYear) return of.map((entry) => rowOf(entry, text, onEntry, false))
    const isOpen = wish.openYears.has(year)
    return [yearRow(year, isOpen, of, text), ...(isOpen ? of.map((entry) => rowOf(entry, text, onEntry, true)) : [])]
  })
}

/** Years that stand open from the beginning: the first one, where the customer came from. */
export function firstYears(entries: readonly HistoryEntry[]): ReadonlySet<number> {
  const first = entries.at(-1)
  return new Set(first ? [new Date(first.at).getFullYear()] : [])
}

function rowOf(
  entry: HistoryEntry,
  text: Text,
  onEntry: (entry: HistoryEntry, sum: string) => LifeRow['right'],
  isInYear: boolean,
): LifeRow {
  const second = [entry.second ? text.say(entry.second) : '', entry.note].filter((part) => part !== '').join(', ')
  const sum = entry.amountMinor === null ? '' : text.money(entry.amountMinor)
  return {
    id: `${entry.kind}:${entry.id}`,
    when: whenOf(entry.at, text, isInYear),
    icon: iconOf(entry),
    title: text.say(entry.title),
    ...(second === '' ? {} : { second }),
    right: sum === '' || entry.topUp !== null ? onEntry(entry, sum) : sum,
    ...(entry.isPending ? { look: 'desk' as const } : entry.isMile ? { look: 'mile' as const } : {}),
  }
}

function whenOf(at: number, text: Text, isInYear: boolean): string {
  if (text.isToday(at)) return text.time(at)
  const day = text.date(at)
  return isInYear ? day.replace(/[\s,]*\b\d{4}\b.*$/, '') : day
}

function yearRow(year: number, isOpen: boolean, of: readonly HistoryEntry[], text: Text): LifeRow {
  const counts = countedKinds
    .map((kind) => [kind, of.filter((entry) => entry.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => text.key(`history.count.${kind}`, { count }))
  return {
    id: `year:${year}`,
    when: String(year),
    icon: 'chevron-right',
    title: counts.join(', '),
    year: { number: year, isOpen },
  }
}

const countedKinds: readonly EntryKind[] = ['order', 'agreement', 'payment', 'ticket', 'contact']

const filterOf: Readonly<Record<EntryKind, HistoryFilter>> = {
  contact: 'people',
  case: 'people',
  callBack: 'people',
  message: 'people',
  firstInquiry: 'people',
  evidence: 'people',
  agreement: 'money',
  payment: 'money',
  credit: 'money',
  dispute: 'money',
  adjustment: 'money',
  order: 'network',
  ticket: 'network',
  active: 'network',
}

const kindIcons: Readonly<Record<EntryKind, IconName>> = {
  contact: 'note',
  case: 'briefcase',
  order: 'briefcase',
  agreement: 'signature',
  payment: 'coin',
  ticket: 'tool',
  evidence: 'id',
  credit: 'credit-card',
  callBack: 'phone',
  message: 'mail',
  dispute: 'flag',
  adjustment: 'receipt',
  firstInquiry: 'message',
  active: 'antenna',
}

const channelIcons = { walkIn: 'store', phone: 'phone-incoming', email: 'mail', chat: 'message' } as const

function iconOf({ kind, channel }: HistoryEntry): IconName {
  const known = kind === 'contact' ? channelSchema.safeParse(channel).data : undefined
  return known ? channelIcons[known] : kindIcons[kind]
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
