import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { AcceptedByPhone, ContractDocument } from '#shared/node/contract-document.ts'
import type { StepWork } from './finish-step.ts'

/** By when a contract signed without the core is confirmed or ended, told on paper. */
const confirmWithinMs = 24 * 60 * 60 * 1000

export interface Agreed {
  readonly customer: CustomerRow
  readonly plan: OfferRow
  readonly quote: Quote
  readonly terms: ContractTerms
  readonly signedAt: Instant
  /** null for a drawn signature, and while nothing is accepted. */
  readonly accepted: AcceptedByPhone | null
}

/** The contract's reference, made from the case's. */
export function referenceOf({ facts }: Pick<StepWork, 'facts'>): string {
  return `C-${facts.row.reference}`
}

/** Everything the contract says, as facts: for its paper, and for the summary that goes before it. */
export function documentFor({ facts, policies, desk }: StepWork, agreed: Agreed): ContractDocument {
  const { customer, plan, quote } = agreed
  const { language, signature } = facts.fields.sign
  return {
    language,
    operator: policies.market.operator,
    place: policies.market.place,
    zone: policies.market.zone,
    reference: referenceOf({ facts }),
    agentName: desk.session()?.name ?? facts.row.owner_name,
    customer: {
      name: customerName(customer),
      street: customer.street ?? '',
      postalCode: customer.postal_code ?? '',
      town: customer.town ?? '',
    },
    planName: nameIn(namesOf(plan.name), language),
    deviceName: facts.device ? nameIn(namesOf(facts.device.name), language) : null,
    hasNumber: plan.has_number === 1,
    addOnNames: facts.addOns.map((addOn) => nameIn(namesOf(addOn.name), language)),
    isPostPaid: plan.billing === 'postPaid',
    isMobile: plan.segment === 'mobile',
    leavePercent: plan.leave_percent,
    terms: agreed.terms,
    firstBillDays: quote.firstBillDays,
    firstBillOfDays: quote.firstBillOfDays,
    confirmBy: agreed.signedAt + confirmWithinMs,
    signedAt: agreed.signedAt,
    signature: agreed.accepted ? '' : signature,
    accepted: agreed.accepted,
  }
}
