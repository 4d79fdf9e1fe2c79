import type { CaseDate } from '#renderer/ui/case-frame.tsx'
import type { ContextItem } from '#renderer/ui/context-parts.tsx'
import type { IconName } from '#renderer/ui/icon.tsx'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { CustomerView, HistoryEntry } from '#shared/domain/interaction/customer-view.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { Channel } from '#shared/domain/interaction/steps.ts'
import { channelSchema } from '#shared/domain/interaction/steps.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { isTextKey } from '#shared/text/translate.ts'
import type { Text } from './text.tsx'

/** Lines in use, then the plan chosen in this case. */
export function servicesOf(view: CaseView, { t, key, reader }: Text): readonly ContextItem[] {
  const lines = view.services.map((product): ContextItem => {
    const isOurs = product.order_id !== null && product.order_id === view.order?.id
    const number = product.msisdn === null ? t('context.service.noNumber') : formatMsisdn(product.msisdn)
    const name = isOurs && view.planName ? nameIn(view.planName, reader.language) : number
    return {
      id: product.id,
      icon: product.iccid === null ? 'antenna' : 'device-mobile',
      text: name,
      second: key(`context.service.${product.state}`),
    }
  })
  if (
    view.planName === null ||
    view.services.some((product) => product.order_id !== null && product.order_id === view.order?.id)
  )
    return lines.length > 0 ? lines : [{ id: 'none', icon: 'minus', text: t('context.services.none') }]
  const isOnDesk = view.marks.offer.state === 'desk'
  return [
    ...lines,
    {
      id: 'chosen',
      icon: view.fields.offer.segment === 'fixed' ? 'antenna' : 'device-mobile',
      text: nameIn(view.planName, reader.language),
      second: t(isOnDesk ? 'context.service.desk' : 'context.service.chosen'),
      ...(isOnDesk && { tone: 'desk' as const }),
    },
  ]
}

/** A line of a customer: its plan and number, and its state. */
export function productItem({ row, name }: CustomerView['services'][number], { key, reader }: Text): ContextItem {
  const number = formatMsisdn(row.msisdn ?? '')
  const plan = name === '' ? '' : nameIn(namesOf(name), reader.language)
  return {
    id: row.id,
    icon: 'device-mobile',
    text: plan === '' ? number : plan,
    second: row.state === 'active' && plan !== '' ? number : key(`context.service.${row.state}`),
  }
}

/** Contacts of a history for the context: when, by what way, about what. */
export function contactItems(
  entries: readonly HistoryEntry[],
  { say, t, date, isToday }: Text,
): readonly { id: string; when: string; icon: IconName; text: string }[] {
  return entries.map((entry) => {
    const channel = channelSchema.safeParse(entry.channel).data
    return {
      id: entry.id,
      when: isToday(entry.at) ? t('context.today') : date(entry.at),
      icon: channel ? channelIcons[channel] : 'note',
      text: say(entry.title),
    }
  })
}

/** Balance and account, or that there is none yet. */
export function balanceOf({ customer }: CaseView, { t }: Text): string {
  return customer?.account_number
    ? t('context.balance.account', { amountMinor: customer.balance_minor, account: customer.account_number })
    : t('context.balance.none')
}

const channelIcons: Readonly<Record<Channel, IconName>> = {
  walkIn: 'store',
  phone: 'phone',
  email: 'mail',
  chat: 'message',
}

/** The last five contacts, the newest first. */
export function contactsOf(
  view: CaseView,
  { key, t, date }: Text,
): readonly { id: string; when: string; icon: IconName; text: string }[] {
  const today = date(view.businessDate)
  return [...view.contacts]
    .sort((a, b) => b.at - a.at)
    .slice(0, 5)
    .map((contact) => {
      const channel = channelSchema.safeParse(contact.channel).data
      const about = isTextKey(contact.summary) ? key(contact.summary) : contact.summary
      const when = date(contact.at)
      return {
        id: contact.id,
        when: when === today ? t('context.today') : when,
        icon: channel ? channelIcons[channel] : 'note',
        text: channel ? t('context.contact', { channel: key(`channel.${channel}`), about }) : about,
      }
    })
}

/** First inquiry, contract signed, active since: seen at once. */
export function customerDates({ customer }: CustomerView, { t, date }: Text): readonly CaseDate[] {
  const moment = (label: string, at: number | null): CaseDate =>
    at === null ? { label, value: t('case.notYet'), isOpen: true } : { label, value: date(at) }
  return [
    moment(t('case.firstInquiry'), customer.first_inquiry_at),
    moment(t('case.contractSigned'), customer.contract_signed_at),
    moment(t('case.activeSince'), customer.active_since),
  ]
}
