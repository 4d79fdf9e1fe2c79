import type { Transaction } from 'kysely'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { daysOf, periodOf } from '#shared/domain/billing/periods.ts'
import type { Period } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays, dateInZone, partsOf } from '#shared/kernel/date.ts'
import type { Batch } from '#core/db/write-batch.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { Payer } from '#core/slices/bill/account-rows.ts'
import { accountRow, chargeRow, monthlyFee } from '#core/slices/bill/account-rows.ts'
import { newOnDesks } from '#core/slices/bill/keep-account.ts'
import type { SeedData } from '../seed-data.ts'
import type { UsingLine } from './line-usage.ts'
import type { BillScene, SceneCharge } from './scenes.ts'

/** Bills of a year. */
const billsAtMost = 12

/** A payer whose bills are to be made, with the periods of them, the oldest first, and the one that runs now. */
export interface BilledPayer {
  readonly payer: Payer
  readonly scene: BillScene | undefined
  readonly periods: readonly Period[]
  readonly lines: readonly (UsingLine & Line)[]
}

interface Line {
  readonly customer_id: string
  readonly monthly_minor: number
  readonly currency: string
  readonly scope: string
  readonly name: string
}

export interface AccountsOf {
  readonly data: SeedData
  readonly today: IsoDate
  /** Payers by id, with their scene where they have one. */
  readonly wanted: ReadonlyMap<string, BillScene | undefined>
}

/** Gives payers of post-paid lines their accounts and charges as of a year ago; done twice it leaves the same rows. */
export async function openAccounts({ tx, put }: Batch, of: AccountsOf): Promise<readonly BilledPayer[]> {
  const payers = await billedPayers(tx, of)
  const accounts = payers.map(({ payer, scene, periods, lines }) => {
    const cycle = cycleOf(scene, of)
    const [first] = periods
    const currency = lines[0]?.currency ?? of.data.market.market.currency
    const billedFrom = first?.start ?? of.today
    return accountRow(payer, { currency, cycle, billedFrom, nextBillOn: first?.end ?? of.today })
  })
  put({ table: 'billing_account', onConflict: 'ignore', rows: accounts })
  put({ table: 'bill_account', onConflict: 'ignore', rows: accounts.map(newOnDesks) })
  put({
    table: 'charge',
    onConflict: 'ignore',
    rows: payers.flatMap(({ payer, scene, periods, lines }) =>
      lines.flatMap((line, index) => {
        const own = { productId: line.productId, userId: line.customer_id, activeFrom: line.activeFrom }
        const beside = index === 0 ? (scene?.charges ?? []) : []
        const charges = [
          monthlyFee(own, line.name, line.monthly_minor),
          ...beside.map((charge) => sceneCharge(charge, own, periods, of.data)),
        ]
        return charges.map((charge) => chargeRow(charge, line.scope, payer.id))
      }),
    ),
  })
  return payers
}

async function billedPayers(tx: Transaction<CoreDatabase>, of: AccountsOf): Promise<readonly BilledPayer[]> {
  const ids = [...of.wanted.keys()]
  if (ids.length === 0) return []
  const { zone } = of.data.market.market
  const customers = await tx
    .selectFrom('customer')
    .select(['id', 'scope', 'kind', 'account_number'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const products = await tx
    .selectFrom('product')
    .innerJoin('offer', 'offer.id', 'product.offer_id')
    .select(['product.id as productId', 'product.msisdn', 'product.since', 'product.payer_id'])
    .select(['product.customer_id', 'product.monthly_minor', 'product.currency', 'product.scope', 'offer.name'])
    .where('product.state', '=', 'active')
    .where('offer.billing', '=', 'postPaid')
    .where(({ or, eb }) => or([eb('product.customer_id', 'in', ids), eb('product.payer_id', 'in', ids)]))
    .orderBy('product.id')
    .execute()
  return customers.flatMap((payer) => {
    const lines = products
      .filter(({ customer_id, payer_id }) => (payer_id ?? customer_id) === payer.id)
      .map(({ since, msisdn, ...line }) => ({
        ...line,
        msisdn: msisdn ?? '',
        activeFrom: dateInZone(since ?? 0, zone),
      }))
    const [first] = lines.map(({ activeFrom }) => activeFrom).toSorted()
    if (first === undefined) return []
    const scene = of.wanted.get(payer.id)
    return [{ payer, scene, lines, periods: periodsUntil(of.today, cycleOf(scene, of), first) }]
  })
}

/** At most a year of periods that began, the running one among them, from the one in which the first line did. */
function periodsUntil(today: IsoDate, cycle: Cycle, activeFrom: IsoDate): readonly Period[] {
  const periods = [periodOf(today, cycle)]
  for (;;) {
    const [first] = periods
    if (!first || first.start <= activeFrom || periods.length > billsAtMost) return periods
    periods.unshift(periodOf(addDays(first.start, -1), cycle))
  }
}

/** The market's cycle, or the one of a scene whose bill was made so many days ago. No cycle day is beyond the 28th here. */
function cycleOf(scene: BillScene | undefined, { data, today }: AccountsOf): Cycle {
  const day =
    typeof scene?.billDaysAgo === 'number'
      ? Math.min(28, partsOf(addDays(today, -scene.billDaysAgo)).day)
      : data.market.priceList.cycleDay
  return { frequency: 'monthly', cycleDay: day, anchorMonth: 1 }
}

/** The period of a bill: 0 is the last one made, the running one stands behind it. */
export function periodBack(periods: readonly Period[], back: number): Period | undefined {
  return periods[periods.length - 2 - back]
}

function sceneCharge(
  charge: SceneCharge,
  own: Parameters<typeof monthlyFee>[0],
  periods: readonly Period[],
  data: SeedData,
) {
  const { key, name, startsBack, daysUsed, price } = charge
  const period = periodBack(periods, startsBack)
  if (!period) throw new Error(`the scene of ${key} needs more bills than there are`)
  const activeFrom = daysUsed === null ? period.start : addDays(period.end, -daysUsed)
  const priceMinor = 'minor' in price ? price.minor : price.minorPerDay * daysOf(period)
  const names = typeof name === 'string' ? data.offers.find(({ id }) => id === name)?.name : name
  const fee = monthlyFee({ ...own, activeFrom }, JSON.stringify(names ?? {}), priceMinor)
  const id = `${own.productId}:fee:${key}`
  // an instalment is whole in every period, whatever happens to the line
  return daysUsed === null
    ? ({ ...fee, id, atStart: 'full', atEnd: 'full', pausedMinor: null } as const)
    : { ...fee, id }
}
