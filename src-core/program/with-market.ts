import { currencySchema, formatMoney, money } from '#shared/kernel/money.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import type { BillingRules } from '../slices/bill/billing-rules.ts'
import type { AccountRules } from '../slices/bill/ensure-accounts.ts'
import { marketRules } from '../slices/bill/market-rules.ts'
import type { Settings } from './arguments.ts'
import { placeOf } from './arguments.ts'
import { openStore } from './open-core.ts'
import { problemError, say } from './problem.ts'

/** Does a task of the terminal on an open database that holds a market, and closes it. Throws MARKET_MISSING. */
export async function withMarket(
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

/** The rules as they were read. Throws PLAN_WRONG with what is wrong in a plan. */
export function goodRules(rules: Result<BillingRules, Refusal>): BillingRules {
  if (rules.ok) return rules.value
  throw problemError('PLAN_WRONG', { reason: reasonOf(rules.error) })
}

/** What a refusal says, as a sentence. */
export function reasonOf({ code, details }: Refusal): string {
  return say(`error.${code}`, stringsOf(details ?? {}))
}

function stringsOf(details: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))
}

/** A sum for the terminal, of minor units. */
export function amountText(amountMinor: number, currency: string): string {
  return formatMoney(money(amountMinor, currencySchema.parse(currency)), 'en-GB')
}

/** Writes a sentence of the core to the terminal. */
export function write(key: string, params: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${say(key, params)}\n`)
}
