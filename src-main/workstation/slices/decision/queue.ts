import { defineDeskHandler } from '#main/workstation/desk.ts'
import { nameOf } from '#main/workstation/sale/name-of.ts'
import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import type { Queue, QueueItem } from '#shared/domain/dispute/decision-contract.ts'
import { daysBetween, utcDateOf } from '#shared/kernel/date.ts'
import { ok } from '#shared/kernel/result.ts'
import type { MatterRow } from './read-matters.ts'
import { matterOf, offOf, waitingMatters } from './read-matters.ts'

/** What waits for a decision, the oldest first; what was decided a moment ago; and decisions the core refused. */
export const queue = defineDeskHandler('decision.queue', (desk) => {
  const items = waitingMatters(desk)
    .map((matter) => itemOf(desk, matter))
    .filter(({ off }) => off !== 'sent')
    .toSorted((a, b) => a.askedAt - b.askedAt)
  return ok({
    items,
    held: [...desk.decisions.list()],
    refused: refusedOf(desk),
  })
})

function itemOf(desk: Desk, matter: MatterRow): QueueItem {
  const { kind, id, customerId, amountMinor, reason, askedAt, answerBy, assignedTo } = matter
  const today = desk.businessDate()
  return {
    ...{ kind, id, customerId, amountMinor, reason, askedAt },
    customerName: nameOf(desk, customerId),
    days: Math.max(0, daysBetween(utcDateOf(askedAt), today)),
    answerIn: answerBy === null || answerBy === '' ? null : daysBetween(today, answerBy),
    off: offOf(desk, matter),
    assignedTo:
      assignedTo === '' || assignedTo === desk.session()?.userId
        ? ''
        : (desk.view.get('colleague', assignedTo)?.row.name ?? ''),
  }
}

function refusedOf(desk: Desk): Queue['refused'] {
  return desk.outbox.needsYou().flatMap((item) => {
    const about = aboutOf(item)
    const matter = about && matterOf(desk, about.kind, about.id)
    if (!about || !matter) return []
    const { code, details, id: commandId } = item
    return [
      {
        ...{ commandId, ...about, customerId: matter.customerId, code },
        customerName: nameOf(desk, matter.customerId),
        details: plain(details),
      },
    ]
  })
}

function aboutOf({ type, touches }: OutboxItem): Pick<QueueItem, 'kind' | 'id'> | undefined {
  const kind = type === 'dispute.decideDispute' ? 'dispute' : type === 'adjustment.decideCredit' ? 'credit' : undefined
  const start = kind === 'dispute' ? 'dispute:' : 'adjustment:'
  const id = touches.find((touch) => touch.startsWith(start))?.slice(start.length)
  return kind && id !== undefined ? { kind, id } : undefined
}

function plain(details: OutboxItem['details']): Queue['refused'][number]['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value]),
  ) as Queue['refused'][number]['details'] // lists are joined: nothing else is left
}
