import { wayOf, withdrawalEnd } from '#shared/domain/contract/acceptance.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { ContractTerms, Installation } from '#shared/domain/contract/commands.ts'
import { isMobile } from '#shared/domain/interaction/sale.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addMonths } from '#shared/kernel/date.ts'
import { canonicalJson } from '#shared/kernel/canonical.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import type { CaseFacts } from './read-case.ts'

export interface TermsAround {
  readonly today: IsoDate
  readonly policies: Policies | undefined
  readonly isConditional: boolean
}

/** The terms of a contract as the case stands now; null while plan, price or number are open. */
export function termsOfCase(facts: CaseFacts, { today, policies, isConditional }: TermsAround): ContractTerms | null {
  const { plan, quote, reservation, fields } = facts
  if (!plan || !quote || (isMobile(plan) && !reservation)) return null
  return {
    planId: plan.id,
    addOnIds: facts.addOns.map((addOn) => addOn.id),
    msisdn: isMobile(plan) ? (reservation?.row.id ?? '') : '',
    sim: fields.offer.sim,
    priceListId: quote.priceListId,
    currency: quote.currency,
    monthlyMinor: quote.monthlyMinor,
    dueNowMinor: quote.dueNowMinor,
    depositMinor: quote.depositMinor,
    firstBillMinor: quote.firstBillMinor,
    firstBillOn: quote.firstBillOn,
    totalMinor: quote.totalMinor,
    commitmentMonths: plan.commitment_months,
    commitmentUntil: plan.commitment_months > 0 ? addMonths(today, plan.commitment_months) : null,
    isConditional,
    signedOn: today,
    deviceId: facts.device?.id ?? null,
    devicePay: fields.offer.devicePay,
    promotionIds: facts.promotions.map(({ id }) => id),
    firstMonths: quote.firstMonths,
    taxIncluded: quote.taxIncluded,
    installation: isMobile(plan) ? null : installationOf(fields.offer),
    withdrawUntil: withdrawalEnd({
      way: wayOf(facts.row.channel, fields.sign.way),
      isCompany: facts.customer?.kind === 'company',
      acceptedOn: today,
      days: policies?.work.signing.withdrawalDays ?? 14,
    }),
  }
}

/** What a summary is known by: the terms a customer agrees to, and its language; not what one day changes in passing. */
export function summaryHashOf(terms: ContractTerms, language: string): string {
  const passing = { isConditional: false, signedOn: '', commitmentUntil: null, withdrawUntil: null }
  return sha256Hex(canonicalJson({ ...terms, ...passing, language }))
}

function installationOf({ street, postalCode, town }: StepFields['offer']): Installation {
  return { street: street.trim(), postalCode: postalCode.trim(), town: town.trim() }
}
