import { CallerMark, CallerVerify, useVerifying } from '#renderer/app/caller.tsx'
import { balanceOf, contactsOf, servicesOf } from '#renderer/app/customer-context.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import type { Text } from '#renderer/app/text.tsx'
import { textIn, useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import {
  ContextDated,
  type ContextItem,
  ContextList,
  ContextName,
  ContextSection,
} from '#renderer/ui/context-parts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { recipes, scriptAt } from '#shared/domain/interaction/recipes.ts'
import type { SaleStep, StepFields } from '#shared/domain/interaction/steps.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import classes from './case.module.css'
import type { ContactChangeProps } from './contact-change.tsx'
import { ContactChange } from './contact-change.tsx'
import { StepKnowledge, useSaying } from './step-knowledge.tsx'

/** Who it is about, never moving: name, number, document, alerts, services, balance, contacts, what to say. */
export function CaseContext({ view, fields, step, isOnline }: CaseContextProps) {
  const text = useText()
  const { t, key } = text
  const { reason } = fields
  const typedName = (
    reason.kind === 'company' ? reason.companyName : `${reason.givenNames} ${reason.familyName}`
  ).trim()
  const name = view.customer ? customerName(view.customer) : typedName
  const number = view.customer?.contact_number ?? fields.reason.contactNumber
  const language = view.customer?.language ?? fields.reason.language
  const spoken = textIn(text, language)
  const caller = callerOf(view, text)
  const script = scriptOf(view, step, fields, isOnline)
  const saying = useSaying(script, language)
  return (
    <>
      <ContextName
        name={name === '' ? t('context.noName') : name}
        label={t('context.number')}
        value={number === '' ? t('context.noNumber') : formatMsisdn(number)}
        action={view.customer && <CallerActions caseId={view.caseId} customer={view.customer} />}
      >
        {caller ? <CallerMark customer={caller} caseId={view.caseId} /> : <DocumentBadge view={view} fields={fields} />}
        <Badge word={key(`context.speaks.${language}`)} />
      </ContextName>
      <ContextSection title={t('context.alerts')}>
        <ContextList items={alertsOf(view, text)} />
      </ContextSection>
      <ContextSection title={t('context.services')}>
        <ContextList items={servicesOf(view, text)} />
      </ContextSection>
      <ContextSection title={t('context.balance')}>
        <div className={classes.balance}>{balanceOf(view, text)}</div>
      </ContextSection>
      <ContextSection title={t('context.contacts')}>
        <ContextDated items={contactsOf(view, text)} />
        {view.customer && <OpenCustomer customerId={view.customer.id} />}
      </ContextSection>
      <ContextSection title={t('context.script')}>
        <div className={classes.script}>
          <Quote text={saying ?? spoken.key(script)} lang={language} />
        </div>
        <StepKnowledge key={step} recipe={view.recipe} step={step} />
      </ContextSection>
    </>
  )
}

/** Who is on record and has shown no document in this case today: then it counts what they can answer. */
function callerOf({ customer, evidence, caseId }: CaseView, { reader }: Text): CaseView['customer'] {
  const isShown = evidence?.case_id === caseId && dateInZone(evidence.recorded_at, reader.zone) === reader.today
  return customer?.state === 'prospect' || isShown ? null : customer
}

/** Verifying the caller, and changing how they are reached, which asks for it. */
function CallerActions({ caseId, customer }: Omit<ContactChangeProps, 'onVerify'>) {
  const verifying = useVerifying()
  return (
    <>
      <CallerVerify customer={customer} caseId={caseId} {...verifying} />
      <ContactChange caseId={caseId} customer={customer} onVerify={() => verifying.onOpen(true)} />
    </>
  )
}

/** The customer from all sides, from within a case. */
function OpenCustomer({ customerId }: { readonly customerId: Id }) {
  const { t } = useText()
  const openCustomer = useDeskStore((state) => state.openCustomer)
  const run = () => openCustomer(customerId)
  useActions([{ id: 'customer', label: t('customer.open'), icon: 'user', run }])
  return <LinkButton label={t('customer.open')} onClick={run} />
}

export interface CaseContextProps {
  readonly view: CaseView
  readonly fields: StepFields
  readonly step: SaleStep
  readonly isOnline: boolean
}

function scriptOf(view: CaseView, step: SaleStep, fields: StepFields, isOnline: boolean): string {
  if (step === 'sign' && !isOnline) return 'script.sign.offline'
  if (step === 'activation') return activationScript(view, isOnline)
  return step === 'identity' && fields.identity.documentKind === 'idCard'
    ? 'script.identity.idCard'
    : scriptAt(recipes[view.recipe], step)
}

function activationScript({ order, marks, tasks, plan, fields }: CaseView, isOnline: boolean): string {
  if (order?.state === 'completed') return 'script.activation.done'
  if (plan?.segment === 'fixed') return 'script.activation.fixed'
  const isESim = fields.offer.sim === 'eSim'
  if (marks.order.state === 'desk' && !isOnline)
    return isESim ? 'script.activation.eSim.offline' : 'script.activation.offline'
  const hasCalls = tasks.some(({ kind, state }) => kind === 'callsAndSms' && state === 'completed')
  if (hasCalls) return 'script.activation.calls'
  return isESim ? 'script.activation.eSim' : 'script.activation'
}

function DocumentBadge({ view, fields }: { readonly view: CaseView; readonly fields: StepFields }) {
  const { t, key } = useText()
  const { evidence } = view
  if (evidence?.state === 'referred') return <Badge tone="late" icon="shield-half" word={t('context.badge.referred')} />
  if (evidence?.state === 'refused') return <Badge tone="stuck" icon="shield" word={t('context.badge.refused')} />
  if (evidence) {
    const tone = view.marks.identity.state === 'confirmed' ? 'ok' : 'desk'
    return <Badge tone={tone} icon="shield-check" word={key(`context.badge.${evidence.kind}`)} />
  }
  return <Badge word={t(fields.identity.line1 === '' ? 'context.badge.noDocument' : 'context.badge.notRead')} />
}

function alertsOf(view: CaseView, { t, key }: Text): readonly ContextItem[] {
  const needs = view.needsYou.map(
    ({ commandId, code, details }): ContextItem => ({
      id: commandId,
      icon: 'user-exclamation',
      tone: 'stuck',
      isAlert: true,
      text: key(`error.${code}`, details),
    }),
  )
  const referred: ContextItem = {
    id: 'r',
    icon: 'late',
    tone: 'late',
    isAlert: true,
    text: t('context.alert.referred'),
  }
  const items = [...needs, ...(view.evidence?.state === 'referred' ? [referred] : [])]
  return items.length > 0 ? items : [{ id: 'none', icon: 'minus', isAlert: true, text: t('context.alerts.none') }]
}
