import type { BillCharge } from '#shared/domain/bill/compose-bill.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { BillingAccount, Charge } from '#core/db/billing-schema.ts'

/** Who pays, as the customer's row has it. */
export interface Payer {
  readonly id: string
  readonly scope: string
  readonly kind: string
  readonly account_number: string | null
}

/** When a payer's bills begin: nothing before `billedFrom` is billed, the first bill is of `nextBillOn`. */
export interface AccountStart {
  readonly currency: string
  readonly cycle: Cycle
  readonly billedFrom: IsoDate
  readonly nextBillOn: IsoDate
}

/** The account of a new payer. */
export function accountRow(payer: Payer, { currency, cycle, billedFrom, nextBillOn }: AccountStart): BillingAccount {
  return {
    id: payer.id,
    scope: payer.scope,
    number: payer.account_number ?? payer.id,
    frequency: cycle.frequency,
    cycle_day: cycle.cycleDay,
    anchor_month: cycle.anchorMonth,
    currency,
    tax_included: payer.kind === 'company' ? 0 : 1,
    billed_from: billedFrom,
    next_bill_on: nextBillOn,
    bills: 0,
    allowances: '[]',
  }
}

/** The fee of a line that was not sold here, or not at today's prices: one charge, in arrears, part months prorated. */
export function monthlyFee(
  of: Pick<BillCharge, 'productId' | 'userId' | 'activeFrom'>,
  name: string,
  priceMinor: number,
): BillCharge {
  return {
    ...of,
    id: `${of.productId}:fee`,
    kind: 'recurring',
    name,
    priceMinor,
    timing: 'arrears',
    activeUntil: null,
    atStart: 'prorated',
    atEnd: 'prorated',
    pausedMinor: 0,
    taxCode: 'standard',
    isBilled: false,
  }
}

/** A charge as its row. */
export function chargeRow(charge: BillCharge, scope: string, accountId: string): Charge {
  return {
    id: charge.id,
    scope,
    account_id: accountId,
    user_id: charge.userId,
    product_id: charge.productId,
    kind: charge.kind,
    name: charge.name,
    price_minor: charge.priceMinor,
    timing: charge.timing,
    active_from: charge.activeFrom,
    active_until: charge.activeUntil,
    at_start: charge.atStart,
    at_end: charge.atEnd,
    paused_minor: charge.pausedMinor,
    tax_code: charge.taxCode,
    billed_on: null,
  }
}
