import { accounts } from '#shared/domain/billing/ledger.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'

/** The sum of an account in one currency, debit above zero. */
export interface AccountSum {
  readonly account: string
  readonly currency: string
  readonly amountMinor: number
}

export interface TrialBalance {
  readonly sums: readonly AccountSum[]
  /** Currencies whose accounts do not add up to nothing, and by how much; empty when all is well. */
  readonly off: readonly { readonly currency: string; readonly amountMinor: number }[]
  /** Documents and payments whose own entries do not add up to nothing. */
  readonly unbalanced: readonly string[]
  /** What the receivables accounts say, those in dispute included, less what bills say is open, by currency; empty when they agree. */
  readonly openDiffers: readonly { readonly currency: string; readonly amountMinor: number }[]
}

/** Adds the ledger up: every currency, every posting, and the control account against the open bills (standards.md 7.5). */
export async function trialBalance({ db }: Pick<CoreStore, 'db'>): Promise<TrialBalance> {
  const rows = await db
    .selectFrom('gl_entry')
    .select(({ fn }) => ['account', 'currency', fn.sum<number>('amount_minor').as('sum')])
    .groupBy(['account', 'currency'])
    .orderBy('currency')
    .orderBy('account')
    .execute()
  const sums = rows.map(({ account, currency, sum }) => ({ account, currency, amountMinor: Number(sum) }))
  const unbalanced = await db
    .selectFrom('gl_entry')
    .select('source_id')
    .groupBy(['source_id', 'currency'])
    .having(({ fn }) => fn.sum('amount_minor'), '<>', 0)
    .orderBy('source_id')
    .limit(20)
    .execute()
  const open = await db
    .selectFrom('bill')
    .select(({ fn }) => ['currency', fn.sum<number>('open_minor').as('sum')])
    .groupBy('currency')
    .execute()
  const currencies = [...new Set(sums.map(({ currency }) => currency))]
  const of = (currency: string, only?: string): number =>
    sums
      .filter((one) => one.currency === currency && (only === undefined || one.account === only))
      .reduce((all, { amountMinor }) => all + amountMinor, 0)
  const openIn = (currency: string): number => Number(open.find((one) => one.currency === currency)?.sum ?? 0)
  return {
    sums,
    off: some(currencies, (currency) => of(currency)),
    unbalanced: unbalanced.map(({ source_id }) => source_id),
    openDiffers: some(
      currencies,
      (currency) => of(currency, accounts.receivables) + of(currency, accounts.receivablesInDispute) - openIn(currency),
    ),
  }
}

function some(currencies: readonly string[], amountOf: (currency: string) => number) {
  return currencies
    .map((currency) => ({ currency, amountMinor: amountOf(currency) }))
    .filter(({ amountMinor }) => amountMinor !== 0)
}
