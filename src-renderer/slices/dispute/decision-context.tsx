import { contactItems, productItem } from '#renderer/app/customer-context.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { ContextDated, ContextList, ContextName, ContextSection } from '#renderer/ui/context-parts.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { collectableAmount, heldAmount } from '#shared/domain/dispute/collectable.ts'
import type { Earlier, Matter } from '#shared/domain/dispute/decision-contract.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import classes from './decision.module.css'
import { EvidenceItem } from './evidence-item.tsx'

/** Who it is, what they said, what came before, how similar cases ended, the last contacts. */
export function DecisionContext({ matter, customer: view }: ContextProps) {
  const text = useText()
  const { t, key, money } = text
  const { customer } = view
  const claims = matter.kind === 'dispute' ? [...matter.otherClaims, matter.claimedMinor] : matter.otherClaims
  const openMinor = matter.bill?.open_minor ?? 0
  const heldMinor = matter.isWaiting ? heldAmount(openMinor, claims) : 0
  const dueMinor = matter.isWaiting ? collectableAmount(openMinor, claims) : openMinor
  const isOverdue = matter.bill !== null && matter.bill.due_date < matter.today && dueMinor > 0
  return (
    <>
      <ContextName
        name={customerName(customer)}
        value={customer.contact_number === null ? t('context.noNumber') : formatMsisdn(customer.contact_number)}
      >
        {customer.state !== 'active' && <Badge word={key(`customer.state.${customer.state}`)} />}
        <Badge word={key(`context.speaks.${customer.language}`)} />
      </ContextName>
      <ContextSection title={t('context.alerts')}>
        <ContextList
          items={[
            isOverdue
              ? {
                  id: 'due',
                  icon: 'late',
                  text: t('decision.alert.overdue', { amountMinor: dueMinor }),
                  isAlert: true,
                  tone: 'late',
                }
              : { id: 'none', icon: 'check', text: t('context.alerts.none') },
          ]}
        />
      </ContextSection>
      <ContextSection title={t('context.services')}>
        <ContextList
          items={
            view.services.length === 0
              ? [{ id: 'none', icon: 'minus', text: t('context.services.none') }]
              : view.services.slice(0, 3).map((service) => productItem(service, text))
          }
        />
      </ContextSection>
      <ContextSection title={t('context.balance')}>
        {heldMinor > 0
          ? t('decision.balance.held', { amountMinor: customer.balance_minor, heldMinor })
          : money(customer.balance_minor)}
      </ContextSection>
      <Words matter={matter} />
      <ContextSection title={t('decision.before')}>
        <ContextDated items={datedOf(matter.before, matter, text)} />
      </ContextSection>
      {matter.similar.length > 0 && (
        <ContextSection title={t('decision.similar')}>
          <ContextDated items={datedOf(matter.similar.slice(0, 3), matter, text)} />
        </ContextSection>
      )}
      <ContextSection title={t('context.contacts')}>
        <ContextDated items={contactItems(view.entries.filter(({ kind }) => kind === 'contact').slice(0, 3), text)} />
      </ContextSection>
    </>
  )
}

interface ContextProps {
  readonly matter: Matter
  readonly customer: CustomerView
}

/** What the customer said, or what a colleague wrote who asks for a credit; and what was shown for it. */
function Words({ matter }: { readonly matter: Matter }) {
  const { t } = useText()
  const { dispute, credit, askedBy: name, askedAt: at, evidence } = matter
  const words = dispute?.words ?? credit?.note ?? ''
  if (words === '' && evidence.length === 0) return null
  return (
    <ContextSection title={t(dispute ? 'decision.words' : 'decision.noteOf', { name, at })}>
      {words !== '' && <Quote text={words} {...(dispute && { lang: dispute.words_language })} />}
      {evidence.map((one) => (
        <div key={`${one.kind} ${one.reference} ${one.text}`} className={classes.evidence}>
          <EvidenceItem disputeId={matter.id} one={one} />
        </div>
      ))}
    </ContextSection>
  )
}

function datedOf(all: readonly Earlier[], { policy }: Matter, text: Text) {
  const { t, date, reader } = text
  if (all.length === 0) return [{ id: 'none', when: '', icon: 'minus' as const, text: t('decision.before.none') }]
  const { disputeReasons, creditReasons, topUpReasons } = policy.disputes
  const reasons = [...disputeReasons, ...creditReasons, ...topUpReasons]
  return all.map((one) => {
    const known = reasons.find(({ code }) => code === one.reason)
    const reason = known ? nameIn(known.names, reader.language) : one.reason
    return {
      id: one.id,
      when: date(one.at),
      icon: one.kind === 'credit' ? ('receipt' as const) : ('flag' as const),
      text: t(keyOf(one), { ...one, reason }),
    }
  })
}

function keyOf({ kind, state, grantedMinor }: Earlier) {
  if (state === 'withdrawn') return 'decision.earlier.withdrawn'
  if (state === 'rejected') return 'decision.earlier.rejected'
  if (grantedMinor > 0) return kind === 'credit' ? 'decision.earlier.credit' : 'decision.earlier.granted'
  return state === 'closed' ? 'decision.earlier.rejected' : 'decision.earlier.open'
}
