import type { NeedsYouItem } from '#shared/contract/desk.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import {
  ContextDated,
  type ContextItem,
  ContextList,
  ContextName,
  ContextSection,
} from '#renderer/ui/context-parts.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import classes from './needs-you.module.css'

/** Who it is about: name and number, what was seen, the line that waits, contacts, and what to tell. */
export function NeedsContext({ item, view }: { readonly item: NeedsYouItem; readonly view: CaseView | undefined }) {
  const text = useText()
  const { t, key } = text
  const language = view?.customer?.language
  const isNumber = item.code === 'NUMBER_TAKEN'
  return (
    <>
      <ContextName
        name={item.customerName === '' ? t('home.noName') : item.customerName}
        label={t('needs.number')}
        value={item.contactNumber === null ? t('needs.noNumber') : formatMsisdn(item.contactNumber)}
      >
        {view?.evidence?.state === 'valid' && (
          <Badge tone="ok" icon="shield-check" word={key(`needs.seen.${view.evidence.kind}`)} />
        )}
        {language !== undefined && <Badge word={t('needs.speaks', { language: key(`needs.speaks.${language}`) })} />}
      </ContextName>
      <ContextSection title={t('needs.alerts')}>
        <ContextList items={[{ id: 'none', icon: 'minus', isAlert: true, text: t('needs.none') }]} />
      </ContextSection>
      <ContextSection title={t('needs.services')}>
        <ContextList items={[serviceOf(view, isNumber, text)]} />
      </ContextSection>
      <ContextSection title={t('needs.balanceTitle')}>
        <div className={classes.balance}>{t('needs.balance')}</div>
      </ContextSection>
      <ContextSection title={t('needs.contacts')}>
        <ContextDated
          items={(view?.contacts ?? []).slice(0, 5).map((contact) => ({
            id: contact.id,
            when: text.isToday(contact.at) ? t('home.today') : text.date(contact.at),
            icon:
              contact.channel === 'phone'
                ? 'phone'
                : contact.channel === 'email'
                  ? 'mail'
                  : contact.channel === 'chat'
                    ? 'message'
                    : 'store',
            text: `${key(`channel.${contact.channel}`)}: ${key(contact.summary)}`,
          }))}
        />
      </ContextSection>
      <ContextSection title={t('needs.script')}>
        <div className={classes.script}>
          <Quote text={t(isNumber ? 'needs.script.NUMBER_TAKEN' : 'needs.script.other')} />
        </div>
      </ContextSection>
    </>
  )
}

function serviceOf(view: CaseView | undefined, isNumber: boolean, { t, reader }: Text): ContextItem {
  const plan = view?.planName
  if (!plan) return { id: 'none', icon: 'minus', text: t('needs.none') }
  const name = nameIn(plan, reader.language)
  return {
    id: 'plan',
    icon: 'device-mobile',
    text: name,
    ...(isNumber && { second: t('needs.waitsForNumber'), tone: 'accent' }),
  }
}
