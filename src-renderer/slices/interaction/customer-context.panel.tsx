import { CallerMark, CallerVerify, useVerifying } from '#renderer/app/caller.tsx'
import { WriteToCustomer } from '#renderer/app/write-message.tsx'
import { contactItems, productItem } from '#renderer/app/customer-context.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import {
  ContextDated,
  type ContextItem,
  ContextList,
  ContextName,
  ContextSection,
} from '#renderer/ui/context-parts.tsx'
import type { Text } from '#renderer/app/text.tsx'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { Quote } from '#renderer/ui/quote.tsx'
import { useSaying } from './step-knowledge.tsx'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import classes from './customer.module.css'

/** Who it is: number, state and language, what to look out for, lines, balance and class, the last contacts. */
export function CustomerContext({ view, caseId = null, script }: CustomerContextProps) {
  const text = useText()
  const { t, key, money } = text
  const { customer, decision } = view
  const verifying = useVerifying()
  const spoken = textIn(text, customer.language)
  const saying = useSaying(script ?? '', customer.language)
  return (
    <>
      <ContextName
        name={customerName(customer)}
        label={t('context.number')}
        value={customer.contact_number === null ? t('context.noNumber') : formatMsisdn(customer.contact_number)}
        action={
          <>
            <WriteToCustomer customer={customer} caseId={caseId} />
            <CallerVerify customer={customer} caseId={caseId} {...verifying} />
          </>
        }
      >
        {view.isPending && <Badge word={t('state.desk')} tone="desk" icon="desk" />}
        <CallerMark customer={customer} caseId={caseId} />
        {customer.state !== 'active' && <Badge word={key(`customer.state.${customer.state}`)} />}
        <Badge word={key(`context.speaks.${customer.language}`)} />
      </ContextName>
      <ContextSection title={t('context.alerts')}>
        <ContextList items={alertsOf(view, text)} />
      </ContextSection>
      <ContextSection title={t('context.services')}>
        <ContextList
          items={
            view.services.length === 0
              ? [{ id: 'none', icon: 'minus', text: t('context.services.none') }]
              : view.services.map((service) => productItem(service, text))
          }
        />
      </ContextSection>
      <ContextSection title={t('context.balance')}>
        <div className={classes.class}>
          <span>
            {money(customer.balance_minor, true)}
            {view.heldMinor > 0 && `, ${t('bills.held', { amountMinor: view.heldMinor })}`}
          </span>
          {decision !== null && <span>{t('customer.class', { class: decision.class })}</span>}
        </div>
      </ContextSection>
      <ContextSection title={t('context.contacts')}>
        <ContextDated items={contactItems(view.entries.filter(({ kind }) => kind === 'contact').slice(0, 5), text)} />
      </ContextSection>
      {script !== undefined && (
        <ContextSection title={t('context.script')}>
          <Quote text={saying ?? spoken.key(script)} lang={customer.language} />
        </ContextSection>
      )}
    </>
  )
}

interface CustomerContextProps {
  readonly view: CustomerView
  /** The case they are looked at in, for what the caller has answered. */
  readonly caseId?: Id | null
  /** A key of text/: what to say to them, in their language. */
  readonly script?: string
}

/** What an agent must know before the first word: tickets, promises, a balance that is owed, an open case elsewhere. */
function alertsOf({ tickets, callBacks, openCases, customer }: CustomerView, text: Text): readonly ContextItem[] {
  const { t } = text
  const items: ContextItem[] = [
    ...tickets
      .filter(({ isLiving }) => isLiving)
      .map(({ row, leftMs, isPaused }) => ({
        id: row.id,
        icon: 'tool' as const,
        text: row.summary,
        isAlert: true,
        tone: leftMs < 0 && !isPaused ? ('stuck' as const) : ('late' as const),
      })),
    ...callBacks.map(({ id, due_at: at }) => ({
      id,
      icon: 'phone' as const,
      text: t('customer.callBackAt', { at }),
      isAlert: true,
      tone: 'accent' as const,
    })),
    ...openCases.slice(0, 2).map(({ caseId, reference, openedBy }) => ({
      id: caseId,
      icon: 'briefcase' as const,
      text: t('customer.caseOpen', { reference, name: openedBy }),
    })),
    ...(customer.balance_minor > 0
      ? [{ id: 'owed', icon: 'coin' as const, text: t('customer.owed'), isAlert: true, tone: 'late' as const }]
      : []),
  ]
  return items.length > 0 ? items : [{ id: 'none', icon: 'check', text: t('context.alerts.none') }]
}
