import type { CreditPolicy } from './policies.ts'
import { overridePolicySchema } from './policies.ts'
import type { OfferRow, PriceListRow, PromotionRow } from './rows.ts'

/** A post-paid mobile plan for tests, with what differs. */
export function offer(overrides: Partial<OfferRow>): OfferRow {
  return {
    id: 'plan',
    scope: 'test',
    version: 1,
    kind: 'plan',
    segment: 'mobile',
    billing: 'postPaid',
    name: '{"en":"Plan"}',
    summary: '{"en":""}',
    monthly_minor: 2490,
    one_time_minor: 0,
    currency: 'EUR',
    commitment_months: 24,
    leave_percent: 25,
    audience: 'all',
    needs_class: '',
    needs_line: 0,
    coverage: '',
    valid_from: '2026-01-01',
    valid_until: null,
    twin_id: null,
    position: 1,
    speed_mbit: 0,
    has_number: 1,
    down_minor: 0,
    instalment_minor: 0,
    instalment_months: 0,
    contains: '[]',
    for_customer: '',
    ...overrides,
  }
}

/** A promotion for tests: 5.00 off the plan's fee in the first six months. */
export function promotion(overrides: Partial<PromotionRow>): PromotionRow {
  return {
    id: 'promotion',
    scope: 'test',
    version: 1,
    name: '{"en":"Promotion"}',
    offer_id: 'plan',
    target: 'monthly',
    off_minor: 500,
    months: 6,
    needs_segment: '',
    needs_offer: '',
    valid_from: '2026-01-01',
    valid_until: null,
    position: 1,
    ...overrides,
  }
}

/** A price list for tests: SIM card 10.00, eSIM free, cycle day 3. */
export function priceList(overrides: Partial<PriceListRow>): PriceListRow {
  return {
    id: 'list-1',
    scope: 'test',
    version: 1,
    currency: 'EUR',
    tax_basis_points: 2000,
    sim_card_minor: 1000,
    e_sim_minor: 0,
    cycle_day: 3,
    valid_from: '2026-01-01',
    valid_until: null,
    issued_at: 0,
    ...overrides,
  }
}

/** The default credit policy of product.md, for tests. */
export const creditPolicy: CreditPolicy = {
  classes: {
    A: { depositMonths: 0, spendingLimitMinor: 50_000, lines: 10, postPaid: true, nextBill: true },
    B: { depositMonths: 0, spendingLimitMinor: 25_000, lines: 5, postPaid: true, nextBill: true },
    C: { depositMonths: 1, spendingLimitMinor: 10_000, lines: 2, postPaid: true, nextBill: false },
    D: { depositMonths: 2, spendingLimitMinor: 10_000, lines: 1, postPaid: true, nextBill: false },
    E: { depositMonths: 0, spendingLimitMinor: 0, lines: 0, postPaid: false, nextBill: false },
  },
  offline: { class: 'C', maxPending: 10 },
  incomeTimesMonthly: 40,
  validDays: 90,
  history: {
    refusedDebtMinor: 20_000,
    goodMinPayments: 24,
    goodLatePercent: 5,
    fairLatePercent: 20,
    ownMinPayments: 12,
  },
  override: overridePolicySchema.parse({}),
}
