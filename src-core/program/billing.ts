import type { IsoDate } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { systemClock } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { failureCode } from '../db/failure.ts'
import { ensureAccounts } from '../slices/bill/ensure-accounts.ts'
import { billingRules } from '../slices/bill/billing-rules.ts'
import { setCycle } from '../slices/bill/payer-cycle.ts'
import { rebill } from '../slices/bill/rebill.ts'
import { rerateBill } from '../slices/bill/rerate-bill.ts'
import { runBills } from '../slices/bill/run-bills.ts'
import { trialBalance } from '../slices/bill/trial-balance.ts'
import { importUsage } from '../slices/usage/import-usage.ts'
import { inUnit } from '../db/unit.ts'
import type { Settings } from './arguments.ts'
import { openStore } from './open-core.ts'
import { problemError } from './problem.ts'
import { amountText, goodRules, reasonOf, withMarket, write } from './with-market.ts'

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
  const rules = goodRules(billingRules())
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
  const rules = goodRules(billingRules())
  await withMarket(settings, async (store, market) => {
    const row = await billOf(store, number)
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

/** `core rerate --bill N`: prices the usage of a bill anew, today; the difference is on the next. Throws NUMBER_UNKNOWN, RERATE_REFUSED, and as above. */
export async function rerateOne(settings: Settings): Promise<void> {
  const number = settings.bill ?? ''
  const rules = goodRules(billingRules())
  await withMarket(settings, async (store, market) => {
    const row = await billOf(store, number)
    const made = await rerateBill(store, row.id, rules, dateInZone(systemClock.now(), market.zone))
    if (!made.ok) throw problemError('RERATE_REFUSED', { number, reason: reasonOf(made.error) })
    const { differenceMinor, records } = made.value
    const tax = row.tax_included === 1 ? '' : '.net'
    const said = { number, records, amount: amountText(Math.abs(differenceMinor), row.currency) }
    if (differenceMinor > 0) write(`core.rerated.more${tax}`, said)
    else if (differenceMinor < 0) write(`core.rerated.less${tax}`, said)
    else write(records > 0 ? 'core.rerated.same' : 'core.rerated.nothing', said)
  })
}

async function billOf({ db }: CoreStore, number: string) {
  const row = await db
    .selectFrom('bill')
    .select(['id', 'currency', 'payable_minor', 'tax_included'])
    .where('number', '=', number)
    .where('kind', '=', 'bill')
    .executeTakeFirst()
  if (!row) throw problemError('NUMBER_UNKNOWN', { number })
  return row
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
