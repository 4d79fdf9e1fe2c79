import { memo, useEffect, useState } from 'react'
import { initialsOf } from '#renderer/app/initials.ts'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import look from '#renderer/ui/text.module.css'
import type { Queue, QueueItem } from '#shared/domain/dispute/decision-contract.ts'
import { waitText } from './wait-text.ts'
import classes from './decision.module.css'

export const queueOrders = ['age', 'amount', 'customer'] as const
export type QueueOrder = (typeof queueOrders)[number]

/** What waits, in the order one likes; at the foot what was decided a moment ago, with the seconds to take it back. */
export function DecisionRail({ items, held, order, current, onOrder, onOpen, onUndo }: DecisionRailProps) {
  const { t } = useText()
  const last = held.at(-1)
  return (
    <nav className={classes.rail} aria-label={t('decision.title')}>
      <div className={classes.sort} role="group" aria-label={t('decision.sort')}>
        {queueOrders.map((each) =>
          each === order ? (
            <span key={each} className={look.second} aria-current="true">
              {t(`decision.sort.${each}`)}
            </span>
          ) : (
            <LinkButton key={each} label={t(`decision.sort.${each}`)} onClick={() => onOrder(each)} />
          ),
        )}
      </div>
      <ul>
        {items.map((item) => (
          <RailItem key={item.id} item={item} isCurrent={item.id === current} onOpen={onOpen} />
        ))}
      </ul>
      {last !== undefined && <Decided last={last} group={groupOf(last, held)} onUndo={onUndo} />}
    </nav>
  )
}

/** Going on draws two of them, however many wait. */
const RailItem = memo(function RailItem({ item, isCurrent, onOpen }: RailItemProps) {
  const text = useText()
  return (
    <li>
      <button
        type="button"
        className={cx(classes.item, isCurrent && classes.current, item.off !== null && classes.isOff)}
        onClick={() => onOpen(item)}
        {...(isCurrent && { 'aria-current': 'true' as const })}
      >
        <Icon
          name={item.off === null ? (item.kind === 'dispute' ? 'flag' : 'coin') : 'lock'}
          className={isCurrent ? classes.accent : classes.quiet}
        />
        <span className={cx(classes.who, look.cut)}>{initialsOf(item.customerName)}</span>
        <span className={classes.sum}>{text.money(item.amountMinor)}</span>
        <span className={classes.when}>{waitText(item, text)}</span>
      </button>
    </li>
  )
})

interface RailItemProps {
  readonly item: QueueItem
  readonly isCurrent: boolean
  readonly onOpen: (item: QueueItem) => void
}

interface DecisionRailProps {
  readonly items: readonly QueueItem[]
  readonly held: Queue['held']
  readonly order: QueueOrder
  readonly current: string | undefined
  readonly onOrder: (order: QueueOrder) => void
  readonly onOpen: (item: QueueItem) => void
  readonly onUndo: (heldId: string) => void
}

/** The queue in one's order: the oldest, the dearest, or by name. */
export function sorted(items: readonly QueueItem[], order: QueueOrder): readonly QueueItem[] {
  const free = (item: QueueItem): number => (item.off === null ? 0 : 1)
  const by = {
    age: (a: QueueItem, b: QueueItem) => a.askedAt - b.askedAt,
    amount: (a: QueueItem, b: QueueItem) => b.amountMinor - a.amountMinor,
    customer: (a: QueueItem, b: QueueItem) => a.customerName.localeCompare(b.customerName),
  }[order]
  // what one may not decide stands after what one may
  return items.toSorted((a, b) => free(a) - free(b) || by(a, b))
}

/** Those decided together with one; only itself where it was decided alone. */
function groupOf(last: Queue['held'][number], held: Queue['held']): Queue['held'] {
  return last.groupId === null ? [last] : held.filter(({ groupId }) => groupId === last.groupId)
}

interface DecidedProps {
  readonly last: Queue['held'][number]
  readonly group: Queue['held']
  readonly onUndo: (id: string) => void
}

function Decided({ last, group, onUndo }: DecidedProps) {
  const { t } = useText()
  const seconds = useSecondsTo(last.until)
  const { customerName, outcome, heldId } = last
  const amountMinor = group.reduce((sum, one) => sum + one.amountMinor, 0)
  return (
    <div className={classes.decided} role="status">
      <span className={look.medium}>
        {group.length > 1
          ? t('decision.held.alike', { count: group.length, amountMinor })
          : t(`decision.held.${outcome}`, { name: initialsOf(customerName), amountMinor })}
      </span>
      <span className={look.row}>
        <LinkButton label={t('decision.undo')} keys="Alt U" onClick={() => onUndo(heldId)} />
        <span aria-hidden>{t('decision.left', { seconds })}</span>
      </span>
    </div>
  )
}

/** Whole seconds until a moment, never below zero; counts by itself. */
function useSecondsTo(until: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, Math.ceil((until - now) / 1000))
}
