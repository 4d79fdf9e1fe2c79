import type { Text } from '#renderer/app/text.tsx'
import type { IconName } from '#renderer/ui/icon.tsx'
import type { NavPart } from '#renderer/ui/nav-list.tsx'
import type { CustomerView, EntryKind } from '#shared/domain/interaction/customer-view.ts'
import type { HistoryPart } from './history-rows.ts'
import { historyParts } from './history-rows.ts'

/** Parts of the view with how many each has. */
export function customerParts(view: CustomerView, { t }: Text): readonly NavPart[] {
  const count = (id: HistoryPart): number => {
    const kinds: readonly EntryKind[] | undefined = historyParts[id]
    return kinds === undefined ? view.entries.length : view.entries.filter(({ kind }) => kinds.includes(kind)).length
  }
  const part = (id: string, name: string, icon: IconName, of: number): NavPart => ({ id, name, icon, count: of })
  return [
    part('everything', t('customer.part.everything'), 'history', count('everything')),
    part('services', t('customer.part.services'), 'device-mobile', view.services.length),
    part('contacts', t('customer.part.contacts'), 'phone', count('contacts')),
    part('orders', t('customer.part.orders'), 'briefcase', count('orders')),
    part('agreements', t('customer.part.agreements'), 'signature', count('agreements')),
    part('bills', t('bills.title'), 'invoice', view.bills),
    part(
      'matters',
      t('matters.part'),
      'flag',
      view.entries.filter(({ kind }) => kind === 'dispute' || kind === 'adjustment').length,
    ),
    part('payments', t('customer.part.payments'), 'coin', count('payments')),
    part('tickets', t('customer.part.tickets'), 'tool', view.tickets.length),
    part('evidence', t('customer.part.evidence'), 'id', count('evidence')),
  ]
}

/** Whether a part is a history of some kind; tickets, bills and services have panels of their own. */
export function isHistoryPart(part: string): part is HistoryPart {
  return Object.hasOwn(historyParts, part)
}
