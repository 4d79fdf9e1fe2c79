import { chargesOfSale } from '#shared/domain/catalogue/sale-charges.ts'
import { quote } from '#shared/domain/catalogue/quote.ts'
import type { BillCharge } from '#shared/domain/bill/compose-bill.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { monthlyOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { termsIn } from '../contract/terms.ts'

/** A line that came of an order here. */
export interface OrderedLine {
  readonly id: string
  readonly customer_id: string
  readonly order_id: string | null
  readonly monthly_minor: number
  readonly activeFrom: IsoDate
}

/**
 * The charges of lines sold here, fee by fee as they were signed, by product. A line whose signed price is not what the
 * catalogue says any more, or that is one of many in a contract, has none: it is charged its monthly fee as one.
 */
export async function soldCharges(
  { tx }: Batch,
  lines: readonly OrderedLine[],
  cycleOf: (line: OrderedLine) => Cycle,
): Promise<ReadonlyMap<string, readonly BillCharge[]>> {
  const orderIds = lines.flatMap(({ order_id }) => order_id ?? [])
  if (orderIds.length === 0) return new Map()
  const orders = await tx
    .selectFrom('product_order')
    .innerJoin('agreement', 'agreement.id', 'product_order.agreement_id')
    .selectAll('agreement')
    .select('product_order.id as order_id')
    .where('product_order.id', 'in', orderIds)
    .execute()
  const offers = new Map((await tx.selectFrom('offer').selectAll().execute()).map((row) => [row.id, row]))
  const promotions = new Map((await tx.selectFrom('promotion').selectAll().execute()).map((row) => [row.id, row]))
  const lists = new Map((await tx.selectFrom('price_list').selectAll().execute()).map((row) => [row.id, row]))
  const agreements = new Map(orders.map((row) => [row.order_id, row]))
  const charges = new Map<string, readonly BillCharge[]>()
  for (const line of lines) {
    const agreement = agreements.get(line.order_id ?? '')
    if (!agreement) continue
    const terms = termsIn(agreement)
    const plan = offers.get(terms.planId)
    const priceList = lists.get(terms.priceListId)
    const device = terms.deviceId === null ? undefined : offers.get(terms.deviceId)
    if (!plan || !priceList) continue
    const sold = {
      plan,
      addOns: terms.addOnIds.flatMap((id) => offers.get(id) ?? []),
      device: device ? { offer: device, pay: terms.devicePay } : null,
      promotions: terms.promotionIds.flatMap((id) => promotions.get(id) ?? []),
      priceList,
      sim: terms.sim,
      depositMonths: null,
      isCompany: !terms.taxIncluded,
      today: terms.signedOn,
    }
    // the desk counted by the payer's cycle where it knew of one
    const isAsSigned = [null, cycleOf(line)].some((cycle) => {
      const { monthlyMinor, firstBillMinor } = quote({ ...sold, cycle })
      return monthlyMinor === terms.monthlyMinor && firstBillMinor === terms.firstBillMinor
    })
    if (!isAsSigned || terms.monthlyMinor !== line.monthly_minor) continue
    const of = { productId: line.id, userId: line.customer_id, activeFrom: line.activeFrom }
    charges.set(line.id, chargesOfSale(sold, of, monthlyOf(cycleOf(line))))
  }
  return charges
}
