import { assertNever } from '#shared/kernel/assert-never.ts'

/** Accounts of the sub-ledger (standards.md 7.5). */
export const accounts = {
  bank: '1000',
  cashDesk: '1010',
  cardClearing: '1020',
  receivables: '1100',
  receivablesInDispute: '1110',
  taxDue: '2100',
  depositsHeld: '2200',
  customerCredit: '2210',
  refundsPayable: '2300',
  recurring: '4000',
  usage: '4010',
  oneOff: '4020',
  creditsGiven: '4090',
  badDebt: '5000',
  rounding: '5900',
} as const
export type Account = (typeof accounts)[keyof typeof accounts]

/** One side of a posting: debit above zero, credit below. */
export interface Entry {
  readonly account: Account
  readonly amountMinor: number
}

/** Where money of a customer came in or goes out. */
export const moneyWays = ['cash', 'terminal', 'transfer'] as const
export type MoneyWay = (typeof moneyWays)[number]

/** What is booked. Amounts are minor units of one currency; a bill's may be negative, all others are not. */
export type LedgerEvent =
  | {
      readonly kind: 'bill'
      /** `creditsGiven`: credits that were taken back. */
      readonly nets: Readonly<Record<'recurring' | 'usage' | 'oneOff' | 'creditsGiven', number>>
      readonly taxMinor: number
      readonly roundingMinor: number
    }
  /** `paidMinor`: what of it was paid already, and so is the customer's again. */
  | {
      readonly kind: 'creditNote'
      readonly netMinor: number
      readonly taxMinor: number
      readonly roundingMinor: number
      readonly paidMinor: number
    }
  | { readonly kind: 'payment'; readonly way: MoneyWay; readonly allocatedMinor: number; readonly creditMinor: number }
  | { readonly kind: 'creditApplied'; readonly amountMinor: number }
  /** A credit of no bill, and one that is taken back. */
  | { readonly kind: 'creditGranted' | 'creditTakenBack'; readonly amountMinor: number }
  | { readonly kind: 'depositTaken'; readonly way: MoneyWay; readonly amountMinor: number }
  | { readonly kind: 'depositApplied'; readonly amountMinor: number }
  | { readonly kind: 'depositReturned'; readonly way: MoneyWay; readonly amountMinor: number }
  | { readonly kind: 'refundApproved'; readonly amountMinor: number }
  | { readonly kind: 'refundPaid'; readonly way: MoneyWay; readonly amountMinor: number }
  | { readonly kind: 'disputeOpened' | 'disputeClosed'; readonly amountMinor: number }
  | { readonly kind: 'writeOff'; readonly amountMinor: number }

const wayAccounts = {
  cash: accounts.cashDesk,
  terminal: accounts.cardClearing,
  transfer: accounts.bank,
} as const satisfies Record<MoneyWay, Account>

/** The entries of an event (standards.md 7.5): they add up to nothing, whatever the event. */
export function entriesOf(event: LedgerEvent): readonly Entry[] {
  return rawEntries(event).filter(({ amountMinor }) => amountMinor !== 0)
}

function rawEntries(event: LedgerEvent): readonly Entry[] {
  const a = accounts
  switch (event.kind) {
    case 'bill':
      return billEntries(event)
    case 'creditNote': {
      const payable = event.netMinor + event.taxMinor + event.roundingMinor
      return [
        debit(a.creditsGiven, event.netMinor),
        debit(a.taxDue, event.taxMinor),
        debit(a.rounding, event.roundingMinor),
        credit(a.receivables, payable - event.paidMinor),
        credit(a.customerCredit, event.paidMinor),
      ]
    }
    case 'payment':
      return [
        debit(wayAccounts[event.way], event.allocatedMinor + event.creditMinor),
        credit(a.receivables, event.allocatedMinor),
        credit(a.customerCredit, event.creditMinor),
      ]
    case 'creditApplied':
      return pair(a.customerCredit, a.receivables, event.amountMinor)
    case 'creditGranted':
      return pair(a.creditsGiven, a.customerCredit, event.amountMinor)
    case 'creditTakenBack':
      return pair(a.customerCredit, a.creditsGiven, event.amountMinor)
    case 'depositTaken':
      return pair(wayAccounts[event.way], a.depositsHeld, event.amountMinor)
    case 'depositApplied':
      return pair(a.depositsHeld, a.receivables, event.amountMinor)
    case 'depositReturned':
      return pair(a.depositsHeld, wayAccounts[event.way], event.amountMinor)
    case 'refundApproved':
      return pair(a.customerCredit, a.refundsPayable, event.amountMinor)
    case 'refundPaid':
      return pair(a.refundsPayable, wayAccounts[event.way], event.amountMinor)
    case 'disputeOpened':
      return pair(a.receivablesInDispute, a.receivables, event.amountMinor)
    case 'disputeClosed':
      return pair(a.receivables, a.receivablesInDispute, event.amountMinor)
    case 'writeOff':
      return pair(a.badDebt, a.receivables, event.amountMinor)
    default:
      return assertNever(event)
  }
}

/** A bill that gives back more than it asks leaves the customer a credit; nobody owes below zero. */
function billEntries(event: Extract<LedgerEvent, { readonly kind: 'bill' }>): readonly Entry[] {
  const { recurring, usage, oneOff, creditsGiven } = event.nets
  const payable = recurring + usage + oneOff + creditsGiven + event.taxMinor + event.roundingMinor
  return [
    debit(payable >= 0 ? accounts.receivables : accounts.customerCredit, payable),
    credit(accounts.recurring, recurring),
    credit(accounts.usage, usage),
    credit(accounts.oneOff, oneOff),
    credit(accounts.creditsGiven, creditsGiven),
    credit(accounts.taxDue, event.taxMinor),
    credit(accounts.rounding, event.roundingMinor),
  ]
}

function pair(to: Account, from: Account, amountMinor: number): readonly Entry[] {
  return [debit(to, amountMinor), credit(from, amountMinor)]
}

function debit(account: Account, amountMinor: number): Entry {
  return { account, amountMinor }
}

function credit(account: Account, amountMinor: number): Entry {
  return { account, amountMinor: -amountMinor }
}
