import { setTimeout } from 'node:timers/promises'
import { lineName } from '#shared/domain/bill/line-kinds.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { addDays, dateInZone } from '#shared/kernel/date.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { BillingRules } from '#core/slices/bill/billing-rules.ts'
import { bookPayment } from '#core/slices/bill/book-payment.ts'
import { creditAmount, creditLines } from '#core/slices/bill/credit-lines.ts'
import { runBills } from '#core/slices/bill/run-bills.ts'
import { firstCompany } from '../company-rows.ts'
import { createRandom } from '../random.ts'
import type { SeedData } from '../seed-data.ts'
import { readSeedData } from '../seed-data.ts'
import { seedId } from '../seed-ids.ts'
import { lineUsage, wallClock } from './line-usage.ts'
import type { BilledPayer } from './open-accounts.ts'
import { openAccounts, periodBack } from './open-accounts.ts'
import { trueBalances } from './true-balances.ts'
import type { BillScene, SceneCredit, ScenePayment } from './scenes.ts'
import { billScenes } from './scenes.ts'

type Store = Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>

export interface BillSeed {
  readonly seed: number
  readonly customers: number
  /** The moment of the whole seed: bills and payments end on its day. */
  readonly now: Instant
  readonly rules: BillingRules
  /** Milliseconds of rest after each day's bills; 0 lets others have a turn all the same. */
  readonly restMs?: number
  /** Payers of the stories, or people from the first one after them on, as many as share a turn. */
  readonly who: 'known' | { readonly from: number; readonly until: number }
  /** Of the known ones, those with these keys. */
  readonly only?: readonly string[]
}

/**
 * A year of bills for some payers of the demonstration: usage is made up, the bill run makes the bills, payments are booked
 * as they come. Equal seeds make equal rows. Every step leaves what is done as it is, so broken off it goes on.
 */
export async function seedBills(store: Store, options: BillSeed): Promise<void> {
  return unhurried(store, () => makeBills(store, options))
}

/**
 * Commits need not outlive a power cut one by one: the file stays whole, and what was lost is made again. A core that
 * serves has seen to that already.
 */
async function unhurried(store: Store, work: () => Promise<void>): Promise<void> {
  const before = store.sqlite?.pragma('synchronous', { simple: true })
  store.sqlite?.pragma('synchronous = normal')
  try {
    await work()
  } finally {
    store.sqlite?.pragma(`synchronous = ${Number(before)}`)
  }
}

async function makeBills(store: Store, options: BillSeed): Promise<void> {
  const { seed, now, rules } = options
  const data = readSeedData()
  const today = dateInZone(now, data.market.market.zone)
  const wanted = wantedPayers(data, options)
  const payers = await inBatch(store, (batch) => openAccounts(batch, { data, today, wanted }))
  const instantAt = wallClock(data.market.market.zone)
  await inBatch(store, async ({ put }) => {
    const rows = payers.flatMap((payer) => usageOf(payer, { seed, today, instantAt }))
    put({ table: 'usage_record', rows, onConflict: 'ignore' })
  })
  const days = [...new Set(payers.flatMap(({ periods }) => periods.map(({ end }) => end)))].toSorted()
  for (const day of days) {
    if (day > today) continue
    await runBills(store, day, rules)
    await creditBills(store, payers, { seed, day, today }, 'dispute')
    await payBills(store, payers, { seed, day, today })
    await creditBills(store, payers, { seed, day, today }, 'goodwill')
    await setTimeout(options.restMs ?? 0)
  }
  await trueBalances(store, [...wanted.keys()])
}

function wantedPayers(
  data: SeedData,
  { seed, customers, who, only }: BillSeed,
): ReadonlyMap<string, BillScene | undefined> {
  if (who !== 'known') {
    const first = data.story.length + who.from
    const count = Math.max(0, Math.min(customers, data.story.length + who.until) - first)
    return new Map(Array.from({ length: count }, (_, index) => [seedId(seed, 'customer', first + index), undefined]))
  }
  return new Map(
    billScenes.flatMap((scene) => {
      const person = data.story.findIndex(({ key }) => key === scene.payer)
      const company = data.companies.findIndex(({ key }) => key === scene.payer)
      if (person >= customers || only?.includes(scene.payer) === false) return []
      return [[seedId(seed, 'customer', person >= 0 ? person : firstCompany + company), scene] as const]
    }),
  )
}

interface UsageOf {
  readonly seed: number
  readonly today: IsoDate
  readonly instantAt: ReturnType<typeof wallClock>
}

/** More of the last periods, whose records the desk has, than of those before. */
const recordsOf = [28, 28, 26, 12] as const
const recordsOfOld = 6

function usageOf({ periods, lines, scene }: BilledPayer, { seed, today, instantAt }: UsageOf) {
  return lines.flatMap((line, place) =>
    periods.flatMap((period, index) => {
      const behind = periods.length - 1 - index
      const back = behind - 1
      const random = createRandom(seed, streamOf(line.productId, period.start))
      const also = place === 0 ? (scene?.usage[back] ?? []) : []
      const records = (recordsOf[behind] ?? recordsOfOld) + random.below(8)
      const dataOctets = place === 0 ? (scene?.data[back] ?? null) : null
      return lineUsage(
        line,
        { period, until: today, records, mayCost: scene === undefined, dataOctets, also },
        random,
        instantAt,
      )
    }),
  )
}

/** A stream of numbers for a line and a period: both ids are ours, any spread will do. */
function streamOf(productId: string, start: IsoDate): number {
  let sum = 0
  for (const sign of productId + start) sum = (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0
  return sum
}

interface PayDay {
  readonly seed: number
  readonly day: IsoDate
  readonly today: IsoDate
}

/** Books what is paid of the bills of a day; ids are the bills', so that each counts once. */
async function payBills(store: Store, payers: readonly BilledPayer[], { seed, day, today }: PayDay): Promise<void> {
  await inUnit(store, async (unit) => {
    const bills = await unit.tx
      .selectFrom('bill')
      .select(['id', 'customer_id', 'open_minor', 'currency'])
      .where('bill_date', '=', day)
      .where('kind', '=', 'bill')
      .where('open_minor', '>', 0)
      .where('customer_id', 'in', ['', ...payers.map(({ payer }) => payer.id)])
      .orderBy('id')
      .execute()
    for (const bill of bills) {
      const payer = payers.find(({ payer: { id } }) => id === bill.customer_id)
      const paid = payer && paymentOf(payer, day, seed)
      if (!paid) continue
      const on = addDays(day, paid.daysAfter)
      const done = await bookPayment(unit, {
        id: `${bill.id}:paid`,
        customerId: bill.customer_id,
        way: paid.way,
        reference: paid.way === 'cash' ? '' : bill.id.slice(-10),
        amountMinor: paid.amountMinor ?? bill.open_minor,
        currency: bill.currency,
        takenOn: on < today ? on : today,
        told: null,
      })
      if (!done.ok) throw new Error(done.error.code)
    }
  })
}

/** Gives back what scenes ask for: what was disputed before a bill is paid, goodwill after. */
async function creditBills(
  store: Store,
  payers: readonly BilledPayer[],
  { day, today }: PayDay,
  reason: SceneCredit['reason'],
): Promise<void> {
  for (const payer of payers) {
    const credit = payer.scene?.credits?.[backOf(payer, day)]
    if (!credit || credit.reason !== reason) continue
    const wished = addDays(day, credit.daysAfter)
    const billId = `${payer.payer.id}:${day}`
    const facts = { id: `${billId}:${reason}`, billId, on: wished < today ? wished : today, reason }
    const done = await inUnit(store, async (unit) => {
      if ('amountMinor' in credit.of) return creditAmount(unit, { ...facts, amountMinor: credit.of.amountMinor })
      const { zone } = credit.of
      const lines = await unit.tx.selectFrom('bill_line').selectAll().where('bill_id', '=', billId).execute()
      const parts = lines.flatMap((line) => {
        const name = lineName(line)
        const isIn = name.of === 'usage' && name.zone === zone
        return isIn ? [{ lineId: line.id, amountMinor: line.amount_minor }] : []
      })
      return creditLines(unit, { ...facts, parts })
    })
    if (!done.ok) throw new Error(done.error.code)
  }
}

function backOf({ periods }: BilledPayer, day: IsoDate): number {
  return periods.length - 2 - periods.findIndex(({ end }) => end === day)
}

function paymentOf(of: BilledPayer, day: IsoDate, seed: number): ScenePayment | null {
  const { periods, scene, payer } = of
  const back = backOf(of, day)
  if (scene) return periodBack(periods, back) ? scene.pays(back) : null
  const random = createRandom(seed, streamOf(payer.id, day))
  const share = random.below(100)
  // a few have not paid their last one yet, a few of those before were paid late
  if (back === 0 && share < 12) return null
  return {
    daysAfter: share > 95 ? 20 : 4 + random.below(10),
    amountMinor: null,
    way: share < 8 ? 'terminal' : 'transfer',
  }
}
