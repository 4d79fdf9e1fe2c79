import { formatMoney, currencySchema, money } from '#shared/kernel/money.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { systemClock } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { failureCode } from '../db/failure.ts'
import type { AccountRules } from '../slices/bill/ensure-accounts.ts'
import { ensureAccounts } from '../slices/bill/ensure-accounts.ts'
import type { BillingRules } from '../slices/bill/billing-rules.ts'
import { billingRules } from '../slices/bill/billing-rules.ts'
import { marketRules } from '../slices/bill/market-rules.ts'
import { setCycle } from '../slices/bill/payer-cycle.ts'
import { rebill } from '../slices/bill/rebill.ts'
import { runBills } from '../slices/bill/run-bills.ts'
import { trialBalance } from '../slices/bill/trial-balance.ts'
import { importUsage } from '../slices/usage/import-usage.ts'
import { inUnit } from '../db/unit.ts'
import type { Settings } from './arguments.ts'
import { placeOf } from './arguments.ts'
import { openStore } from './open-core.ts'
import { problemError, say } from './problem.ts'

/** `core usage-import --file F`: takes a file of usage in. Throws USAGE_UNREADABLE or MARKET_MISSING. */
export async function takeUsageIn(settings: Settings): Promise<void> {
  const file = settings.file ?? ''
  await withMarket(settings, async (store, rules) => {
    const done = await importUsage(store, file, rules).catch((error: unknown) => {
      const isAway = ['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(failureCode(error) ?? '')
      throw isAway ? problemError('USAGE_UNREADABLE', { file }) : error
    })
    const { stored, known, rejected, late } = done
    write('core.usageImported', { stored, known, rejected, late })
  })
}

/** `core bill-run --date D`: every bill due on that day or before. Throws PLAN_WRONG or MARKET_MISSING. */
export async function billRun(settings: Settings): Promise<void> {
  const date: IsoDate = settings.date ?? ''
  const rules = goodRules()
  await withMarket(settings, async (store, market) => {
    const { refused } = await ensureAccounts(store, date, market)
    if (refused.length > 0) write('core.mixedCurrencies', { lines: refused.length })
    const { bills, lines, records, unpriced } = await runBills(store, date, rules)
    write('core.billRun', { date, bills, lines, records })
    if (unpriced > 0) write('core.unpriced', { records: unpriced })
  })
}

/** `core rebill --bill N`: takes a bill back and makes it anew, today. Throws NUMBER_UNKNOWN, REBILL_REFUSED, and as above. */
export async function rebillOne(settings: Settings): Promise<void> {
  const number = settings.bill ?? ''
  const rules = goodRules()
  await withMarket(settings, async (store, market) => {
    const row = await store.db
      .selectFrom('bill')
      .select(['id', 'currency', 'payable_minor'])
      .where('number', '=', number)
      .where('kind', '=', 'bill')
      .executeTakeFirst()
    if (!row) throw problemError('NUMBER_UNKNOWN', { number })
    const made = await rebill(store, row.id, rules, dateInZone(systemClock.now(), market.zone))
    if (!made.ok) throw problemError('REBILL_REFUSED', { number, reason: reasonOf(made.error) })
    const { bill, noteId, unpriced } = made.value
    const note = await store.db.selectFrom('bill').select('number').where('id', '=', noteId).executeTakeFirst()
    const said = { number, note: note?.number ?? '', before: amountText(row.payable_minor, row.currency) }
    if (bill)
      write('core.rebilled', { ...said, again: bill.number, after: amountText(bill.payable_minor, row.currency) })
    else write('core.rebilled.nothing', said)
    if (unpriced > 0) write('core.unpriced', { records: unpriced })
  })
}

/** `core billing-cycle --customer N --frequency F --day D`: how often a payer is billed. Throws CYCLE_REFUSED, and as above. */
export async function setBillingCycle({ customer = '', cycle, ...settings }: Settings): Promise<void> {
  if (!cycle) throw problemError('ARGUMENT_WRONG', { argument: 'billing-cycle' })
  const store = await openStore(settings.db, settings.key)
  try {
    const row = await store.db
      .selectFrom('customer')
      .select('id')
      .where('account_number', '=', customer)
      .executeTakeFirst()
    const set = await inUnit(store, (unit) => setCycle(unit, row?.id ?? '', cycle))
    if (!set.ok) throw problemError('CYCLE_REFUSED', { customer, reason: reasonOf(set.error) })
    const account = await store.db
      .selectFrom('billing_account')
      .select('next_bill_on')
      .where('id', '=', row?.id ?? '')
      .executeTakeFirst()
    if (account) write('core.cycleSet', { customer, on: account.next_bill_on })
    else write('core.cycleSet.new', { customer })
  } finally {
    await store.close()
  }
}

/** `core trial-balance`: every account, and whether all adds up. Throws BALANCE_OFF when it does not. */
export async function showTrialBalance(settings: Settings): Promise<void> {
  const store = await openStore(settings.db, settings.key)
  try {
    const { sums, off, unbalanced, openDiffers } = await trialBalance(store)
    for (const { account, currency, amountMinor } of sums)
      process.stdout.write(`${account} ${currency} ${amountText(amountMinor, currency).padStart(18)}\n`)
    const wrong = [...off, ...openDiffers]
    if (wrong.length > 0 || unbalanced.length > 0)
      throw problemError('BALANCE_OFF', { what: [...wrong.map(({ currency }) => currency), ...unbalanced].join(', ') })
    write('core.balanced', { accounts: sums.length })
  } finally {
    await store.close()
  }
}

function goodRules(): BillingRules {
  const rules = billingRules()
  if (rules.ok) return rules.value
  throw problemError('PLAN_WRONG', { reason: reasonOf(rules.error) })
}

function reasonOf({ code, details }: Refusal): string {
  return say(`error.${code}`, stringsOf(details ?? {}))
}

function stringsOf(details: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))
}

async function withMarket(
  settings: Settings,
  work: (store: CoreStore, rules: AccountRules) => Promise<void>,
): Promise<void> {
  const store = await openStore(settings.db, settings.key)
  try {
    const market = await marketRules(store.db)
    if (!market) throw problemError('MARKET_MISSING', { place: placeOf(settings.db) })
    await work(store, market)
  } finally {
    await store.close()
  }
}

function amountText(amountMinor: number, currency: string): string {
  return formatMoney(money(amountMinor, currencySchema.parse(currency)), 'en-GB')
}

function write(key: string, params: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${say(key, params)}\n`)
}
