import type { ContractTerms } from './commands.ts'

/**
 * Terms for tests, with what differs: 24.90 a month for 24 months and a card of 10.00, signed on 22 October with cycle
 * day 3, so that 12 of 31 days are 9.64.
 */
export function contractTerms(overrides: Partial<ContractTerms> = {}): ContractTerms {
  return {
    planId: 'plan',
    addOnIds: [],
    msisdn: '+33639987777',
    sim: 'card',
    priceListId: 'list-1',
    currency: 'EUR',
    monthlyMinor: 2490,
    dueNowMinor: 1000,
    depositMinor: 0,
    firstBillMinor: 964,
    firstBillOn: '2026-11-03',
    totalMinor: 60_760,
    commitmentMonths: 24,
    commitmentUntil: '2028-10-22',
    isConditional: false,
    signedOn: '2026-10-22',
    deviceId: null,
    devicePay: 'once',
    promotionIds: [],
    firstMonths: null,
    taxIncluded: true,
    installation: null,
    withdrawUntil: null,
    ...overrides,
  }
}
