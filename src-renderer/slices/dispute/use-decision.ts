import { useMemo, useState } from 'react'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { useLatest } from '#renderer/app/use-latest.ts'
import { bestVerdict } from '#shared/domain/adjustment/best-verdict.ts'
import type { Verdict } from '#shared/domain/adjustment/authority.ts'
import { beforeAfter, type Stands } from '#shared/domain/dispute/before-after.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import { creditGrantOf, type DecidedBill, type Grant, grantOf, topUpGrantOf } from '#shared/domain/dispute/grant.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'

/** A decision while it is made: what is typed, what it comes to, and whether whoever sits here may. */
export interface Decision {
  readonly typed: string
  readonly setTyped: (typed: string) => void
  readonly note: string
  readonly setNote: (note: string) => void
  /** What the customer would get; undefined while what is typed is no sum. */
  readonly grant: Grant | undefined
  readonly isPart: boolean
  readonly verdict: Verdict | undefined
  readonly stands: { readonly now: Stands; readonly after: Stands } | undefined
  /** Why it cannot be approved as it stands, and why it cannot be rejected. */
  readonly approveOff: string | undefined
  readonly rejectOff: string | undefined
  /** Why whoever sits here can not decide it at all: a sentence, told above the work. */
  readonly never: string | undefined
  readonly grantFor: (amountMinor: number) => Grant | undefined
}

/**
 * The state of a decision about a matter, pre-filled with what is recommended until something else is typed. What was typed
 * is of one matter and one request of it: another one begins anew. The same until the matter or what is typed changes.
 */
export function useDecision(matter: Matter, session: Session): Decision {
  const text = useText()
  const of = `${matter.kind} ${matter.id} ${matter.request}`
  const [entry, setEntry] = useState<Entry>({ of, typed: undefined, note: '' })
  const own = entry.of === of ? entry : undefined
  const change = useLatest((part: Partial<Entry>) =>
    setEntry({ of, typed: own?.typed, note: own?.note ?? '', ...part }),
  )
  const typed = own?.typed ?? text.money(matter.recommendation.amountMinor)
  const note = own?.note ?? ''
  return useMemo(
    () => ({
      ...decisionOf(matter, session, text, { typed, note }),
      setTyped: (next: string) => change({ typed: next }),
      setNote: (next: string) => change({ note: next }),
    }),
    [matter, session, text, typed, note, change],
  )
}

function decisionOf(
  matter: Matter,
  session: Session,
  text: Text,
  { typed, note }: { readonly typed: string; readonly note: string },
): Omit<Decision, 'setTyped' | 'setNote'> {
  const { claimedMinor } = matter
  const bill = billOf(matter)
  const { topUp } = matter
  const grantFor = (amountMinor: number): Grant | undefined =>
    topUp ? topUpGrantOf(claimedMinor, topUp.leftMinor, amountMinor) : bill && granted(matter, bill, amountMinor)
  const amount = parseAmount(typed, text.reader.currency)
  const amountMinor = amount.ok ? amount.value : undefined
  const isSum = amountMinor !== undefined && amountMinor > 0 && amountMinor <= claimedMinor
  const grant = isSum ? grantFor(amountMinor) : undefined
  const judged = grant && bestVerdict({ ...knownOf(matter, session), amountMinor: grant.grantedMinor })
  const isPart = grant !== undefined && grant.grantedMinor < claimedMinor
  const verdict = judged?.verdict
  const off = offText(matter, text) ?? (verdict?.kind === 'never' ? text.refusal({ code: verdict.code }) : undefined)
  return {
    ...{ typed, note, grant, isPart, grantFor, verdict },
    never: off,
    stands:
      bill && matter.bill ? standsOf(matter, bill, grant ?? { lines: [], askedMinor: 0, grantedMinor: 0 }) : undefined,
    approveOff:
      off ??
      (grant === undefined
        ? isSum
          ? text.t('decision.because.nothingLeft')
          : text.t('decision.because.amount', { maxMinor: claimedMinor })
        : isPart && note.trim() === ''
          ? text.t('decision.because.note')
          : undefined),
    rejectOff: off ?? (note.trim() === '' ? text.t('decision.because.note') : undefined),
  }
}

interface Entry {
  readonly of: string
  /** Undefined until something is typed. */
  readonly typed: string | undefined
  readonly note: string
}

function billOf({ bill, creditable }: Matter): DecidedBill | undefined {
  return bill === null ? undefined : { lines: creditable, isTaxIncluded: bill.tax_included === 1 }
}

function granted(matter: Matter, bill: DecidedBill, amountMinor: number): Grant | undefined {
  return matter.kind === 'credit'
    ? creditGrantOf(bill, { askedMinor: matter.askedMinor, lines: matter.claims }, amountMinor)
    : grantOf(bill, matter.claims, amountMinor, matter.recommendation.lines)
}

function knownOf({ facts, delegations, policy, today }: Matter, person: Session) {
  return { person, delegations, policy: policy.authority, facts, today }
}

function standsOf(matter: Matter, bill: DecidedBill, grant: Grant) {
  const row = matter.bill
  if (row === null) return undefined
  return beforeAfter(
    {
      ...{ ...bill, openMinor: row.open_minor, dueDate: row.due_date, today: matter.today },
      claimedMinor: matter.kind === 'dispute' ? matter.claimedMinor : 0,
      otherClaims: matter.otherClaims,
      newDueDays: matter.policy.disputes.newDueDays,
    },
    grant,
  )
}

/** Why nothing can be decided here at all. */
function offText({ off, isWaiting, state, kind, bill, topUp, dispute }: Matter, { t, key }: Text): string | undefined {
  if (!isWaiting)
    return t('decision.because.over', { state: key(`${kind === 'dispute' ? 'dispute' : 'adjustment'}.state.${state}`) })
  if (off !== null) return key(`decision.because.${off}`)
  if (bill !== null || topUp !== null) return undefined
  const isTopUp = dispute !== null && dispute.payment_id !== null
  return t(isTopUp ? 'decision.because.topUp' : 'decision.because.bill')
}
