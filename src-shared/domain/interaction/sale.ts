import { isAddressed } from '#shared/domain/catalogue/coverage.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import type { AgreementRow } from '#shared/domain/contract/rows.ts'
import type { CreditDecisionRow } from '#shared/domain/credit/rows.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import { judgeDocument } from '#shared/domain/identity/judge-document.ts'
import { readMrz } from '#shared/domain/identity/mrz.ts'
import type { PhoneNumberRow } from '#shared/domain/number/rows.ts'
import type { OrderRow } from '#shared/domain/order/rows.ts'
import type { PaymentRow } from '#shared/domain/payment/rows.ts'
import type { TaskRow } from '#shared/domain/provisioning/rows.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import type { CaseView, Mark, StepView } from './contract.ts'
import { documentMissing, hasWrongDocument, mrzLines } from './document-missing.ts'
import { recipes } from './recipes.ts'
import type { Channel, SaleStep, StepFields } from './steps.ts'

/** What the steps of a sale are judged from: the case as the screen sees it. */
export interface SaleFacts {
  readonly caseId: string
  readonly channel: Channel
  readonly fields: StepFields
  readonly marks: CaseView['marks']
  readonly customer: CustomerRow | null
  readonly plan: OfferRow | null
  readonly reservation: PhoneNumberRow | null
  readonly evidence: EvidenceRow | null
  readonly decision: CreditDecisionRow | null
  readonly agreement: AgreementRow | null
  readonly payment: PaymentRow | null
  readonly order: OrderRow | null
  readonly tasks: readonly TaskRow[]
  readonly quote: Quote | null
  readonly businessDate: IsoDate
  readonly signing: CaseView['signing']
  readonly minimumAge: number
  readonly acceptSpecimen: boolean
}

type Missing = StepView['missing'][number]

/** The rail: each step's state, its one-line summary, and what keeps it from being finished, as links to other steps. */
export function saleStepViews(facts: SaleFacts): readonly StepView[] {
  return recipes.sale.steps.map(({ step }) => ({
    step,
    state: stateOf(step, facts),
    summary: summaryOf(step, facts),
    missing: [...missingFor(step, facts)],
  }))
}

/** What keeps a step from being finished. Steps open in any order; only Sign and what follows it wait for others. */
export function missingFor(step: SaleStep, facts: SaleFacts): readonly Missing[] {
  switch (step) {
    case 'reason':
      return reasonMissing(facts)
    case 'offer':
      return offerMissing(facts)
    case 'identity':
      return identityMissing(facts)
    case 'credit':
      return creditMissing(facts)
    case 'sign':
      return facts.agreement ? [] : [...basketMissing(facts), ...acceptanceMissing(facts)]
    case 'payNow':
      return facts.agreement ? payNowMissing(facts) : [missing('sign', 'missing.agreement')]
    case 'activation':
      return facts.order
        ? []
        : [missing(facts.agreement ? 'payNow' : 'sign', facts.agreement ? 'missing.payment' : 'missing.agreement')]
    default:
      return assertNever(step)
  }
}

/** Whether the offer chosen asks for a credit decision (pre-paid asks no bureau). */
export function needsCredit(facts: Pick<SaleFacts, 'plan'>): boolean {
  return facts.plan?.billing !== 'prePaid'
}

/** Whether the line needs a number that somebody chooses: a fixed one is given its number, or has none. */
export function isMobile(plan: OfferRow | null): boolean {
  return plan !== null && plan.segment === 'mobile'
}

/** Whether the line is installed somewhere. */
export function isFixed(plan: OfferRow | null): boolean {
  return plan?.segment === 'fixed'
}

/** What must be there before anyone signs, other steps' work included. */
export function basketMissing(facts: SaleFacts): readonly Missing[] {
  return [
    ...when(facts.customer === null, 'reason', 'missing.customer'),
    ...when(facts.plan === null, 'offer', 'missing.plan'),
    ...when(isMobile(facts.plan) && facts.reservation === null, 'offer', 'missing.number'),
    ...when(isFixed(facts.plan) && !isAddressed(facts.fields.offer), 'offer', 'missing.installation'),
    ...when(facts.evidence === null, 'identity', 'missing.identity'),
    ...when(facts.evidence?.state === 'referred', 'identity', 'missing.identityReferred'),
    ...when(facts.evidence?.state === 'refused', 'identity', 'missing.identityRefused'),
    ...when(needsCredit(facts) && facts.decision === null, 'credit', 'missing.credit'),
    ...when(needsCredit(facts) && facts.decision?.class === 'E', 'credit', 'missing.creditClassE'),
  ]
}

/** What the customer's own word still wants: a signature here; at a distance the summary first, then a code or a recording. */
export function acceptanceMissing({ signing, fields: { sign } }: SaleFacts): readonly Missing[] {
  if (signing.way === 'here') return when(sign.signature.trim() === '', 'sign', 'missing.signature')
  return [
    ...when(signing.summaryAt === null, 'sign', 'missing.summary'),
    ...when(signing.way === 'code' && signing.code?.state !== 'confirmed', 'sign', 'missing.code'),
    ...when(signing.way === 'script' && sign.recording.trim() === '', 'sign', 'missing.recording'),
  ]
}

function reasonMissing({ fields: { reason }, customer }: SaleFacts): readonly Missing[] {
  if (reason.customerId !== null || customer !== null) return []
  const isCompany = reason.kind === 'company'
  return [
    ...when(isCompany && reason.companyName.trim() === '', 'reason', 'missing.companyName'),
    ...when(isCompany && reason.registerNumber.trim() === '' && reason.parentId === null, 'reason', 'missing.register'),
    ...when(reason.givenNames.trim() === '', 'reason', 'missing.givenNames'),
    ...when(reason.familyName.trim() === '', 'reason', 'missing.familyName'),
    ...when(reason.contactNumber.trim() === '', 'reason', 'missing.contactNumber'),
  ]
}

function offerMissing({ fields: { offer }, plan }: SaleFacts): readonly Missing[] {
  return [
    ...when(offer.planId === null || plan === null, 'offer', 'missing.plan'),
    ...when(offer.planId !== null && !isFixed(plan) && offer.msisdn === null, 'offer', 'missing.number'),
    ...when(isFixed(plan) && !isAddressed(offer), 'offer', 'missing.installation'),
  ]
}

function identityMissing(facts: SaleFacts): readonly Missing[] {
  const { identity } = facts.fields
  if (facts.evidence) return []
  const judged = judgeDocument(readMrz(mrzLines(identity)), {
    today: facts.businessDate,
    minimumAge: facts.minimumAge,
    acceptSpecimen: facts.acceptSpecimen,
  })
  return [
    ...when(facts.customer === null, 'reason', 'missing.customer'),
    ...(judged.ok ? [] : [documentMissing(judged.error)]),
    ...when(!identity.nameConfirmed, 'identity', 'missing.nameConfirmed'),
    ...when(
      [identity.street, identity.postalCode, identity.town, identity.addressIssuedOn].some(
        (text) => text.trim() === '',
      ),
      'identity',
      'missing.address',
    ),
  ]
}

function creditMissing(facts: SaleFacts): readonly Missing[] {
  if (!needsCredit(facts) || facts.decision) return []
  return [
    ...when(facts.customer === null, 'reason', 'missing.customer'),
    ...when(facts.plan === null, 'offer', 'missing.plan'),
    ...when(facts.evidence === null, 'identity', 'missing.identity'),
    ...when(!facts.fields.reason.bureau, 'reason', 'missing.bureauConsent'),
  ]
}

function payNowMissing({ payment, fields: { payNow }, quote }: SaleFacts): readonly Missing[] {
  if (payment || quote?.dueNowMinor === 0) return []
  return [
    ...when(payNow.method === 'cash' && payNow.tendered.trim() === '', 'payNow', 'missing.tendered'),
    ...when(
      payNow.method === 'terminal' && payNow.terminalReference.trim() === '',
      'payNow',
      'missing.terminalReference',
    ),
  ]
}

function stateOf(step: SaleStep, facts: SaleFacts): StepView['state'] {
  const mark = markOf(step, facts)
  if (mark.state === 'needsYou') return 'wrong'
  if (step === 'identity' && (facts.evidence?.state === 'refused' || hasWrongDocument(facts))) return 'wrong'
  if (step === 'credit' && facts.decision?.class === 'E' && needsCredit(facts)) return 'wrong'
  if (step === 'activation' && facts.tasks.some((task) => task.state === 'held')) return 'wrong'
  if (step === 'activation' && facts.order) return facts.order.state === 'completed' ? 'confirmed' : 'open'
  if (mark.state === 'desk' || mark.state === 'confirmed') return mark.state
  if (step === 'payNow' && !facts.agreement) return 'locked'
  if (step === 'activation') return 'locked'
  return 'waits'
}

function markOf(step: SaleStep, { marks, evidence, decision, plan }: SaleFacts): Mark {
  switch (step) {
    case 'reason':
      return marks.reason
    case 'offer':
      return marks.offer
    case 'identity':
      return evidence?.state === 'referred' ? { state: 'desk', at: marks.identity.at } : marks.identity
    case 'credit':
      return plan?.billing === 'prePaid'
        ? marks.offer
        : decision?.state === 'provisional'
          ? { state: 'desk', at: marks.credit.at }
          : marks.credit
    case 'sign':
      return marks.agreement
    case 'payNow':
      return marks.payment
    case 'activation':
      return marks.order
    default:
      return assertNever(step)
  }
}

function summaryOf(step: SaleStep, facts: SaleFacts): Sentence {
  const { evidence, decision, plan, agreement, order, payment, tasks } = facts
  switch (step) {
    case 'reason':
      return say(`step.reason.${facts.channel}`)
    case 'offer':
      return plan
        ? say('step.offer.chosen', { plan: plan.name, addOns: facts.fields.offer.addOnIds.length })
        : say('step.offer.open')
    case 'identity':
      if (evidence?.state === 'valid' && evidence.case_id !== facts.caseId)
        return say('step.identity.still', { at: evidence.recorded_at })
      if (evidence)
        return say(evidence.state === 'valid' ? `step.identity.${evidence.kind}` : `step.identity.${evidence.state}`)
      return hasWrongDocument(facts) ? say('step.identity.fails') : say('step.identity.open')
    case 'credit':
      if (!needsCredit(facts)) return say('step.credit.notNeeded')
      if (!decision) return say(evidence ? 'step.credit.open' : 'step.credit.afterIdentity')
      if (decision.state === 'final' && decision.case_id !== facts.caseId)
        return say('step.credit.still', { class: decision.class, at: decision.decided_at })
      return say(decision.state === 'final' ? 'step.credit.class' : 'step.credit.provisional', {
        class: decision.class,
      })
    case 'sign':
      if (agreement) return say('step.sign.signed', { at: agreement.signed_at })
      return signSummary(facts)
    case 'payNow':
      if (payment)
        return say(payment.method === 'nextBill' ? 'step.payNow.nextBill' : 'step.payNow.paid', {
          amountMinor: payment.amount_minor,
        })
      return facts.quote ? say('step.payNow.due', { amountMinor: facts.quote.dueNowMinor }) : say('step.payNow.open')
    case 'activation':
      if (!order && facts.marks.order.state === 'desk') return say('step.activation.offline')
      if (!order) return say(agreement ? 'step.activation.afterPayNow' : 'step.activation.open')
      if (order.state === 'cancelled') return say('step.activation.withdrawn')
      if (tasks.length === 0)
        return say(facts.marks.order.state === 'desk' ? 'step.activation.onDesk' : 'step.activation.sent')
      return say('step.activation.tasks', {
        done: tasks.filter((task) => task.state === 'completed').length,
        of: tasks.length,
      })
    default:
      return assertNever(step)
  }
}

function signSummary(facts: SaleFacts): Sentence {
  const open = basketMissing(facts).length
  if (open > 0) return say('step.sign.missing', { count: open })
  const isAccepted = acceptanceMissing(facts).length === 0
  if (facts.signing.way === 'here') return say(isAccepted ? 'step.sign.notSealed' : 'step.sign.ready')
  return say(isAccepted ? 'step.sign.accepted' : 'step.sign.waits')
}

function when(holds: boolean, step: SaleStep, key: string): readonly Missing[] {
  return holds ? [missing(step, key)] : []
}

function missing(step: SaleStep, key: string): Missing {
  return { step, sentence: say(key) }
}
