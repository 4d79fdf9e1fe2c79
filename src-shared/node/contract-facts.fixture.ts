import { contractTerms } from '#shared/domain/contract/builders.ts'
import type { ContractDocument } from './contract-document.ts'

/** The contract of look/05 as facts, with overrides for the case at hand. */
export function contractFacts(
  overrides: Partial<ContractDocument> = {},
  terms: Partial<ContractDocument['terms']> = {},
): ContractDocument {
  return {
    language: 'en',
    operator: 'Northline Mobile',
    place: 'Nancy',
    zone: 'Europe/Paris',
    reference: 'C-26-10417',
    agentName: 'Luc',
    customer: { name: 'Anna Maria Eriksson', street: '12 rue des Glacis', postalCode: '54000', town: 'Nancy' },
    planName: 'Mobile M 40 GB',
    deviceName: null,
    hasNumber: true,
    addOnNames: ['Europe+ calls'],
    isPostPaid: true,
    isMobile: true,
    leavePercent: 25,
    terms: contractTerms({
      planId: 'mobile-m',
      addOnIds: ['europe-calls'],
      priceListId: '2026-10',
      monthlyMinor: 2990,
      dueNowMinor: 3990,
      depositMinor: 2990,
      firstBillMinor: 1158,
      totalMinor: 72_760,
      isConditional: true,
      ...terms,
    }),
    firstBillDays: 12,
    firstBillOfDays: 31,
    confirmBy: 1_792_756_800_000,
    signedAt: 1_792_670_760_000,
    accepted: null,
    signature: 'M60 140 C 90 20, 130 20, 140 140 M70 100 L150 90',
    ...overrides,
  }
}
