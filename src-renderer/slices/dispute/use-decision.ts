import { useMemo, useState } from 'react'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { bestVerdict } from '#shared/domain/adjustment/best-verdict.ts'
import type { Verdict } from '#shared/domain/adjustment/authority.ts'
import { beforeAfter, type Stands } from '#shared/domain/dispute/before-after.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import { creditGrantOf, type DecidedBill, type Grant, grantOf } from '#shared/domain/dispute/grant.ts'
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
  readonly isFormer: boolean
  readonly grantFor: (amountMinor: number) => Grant | undefined
}

/**
 * The state of a decision about a matter, pre-filled with what is recommended until something else is typed. What was typed
 * is of one matter and one request of it: another one begins anew. `isFormer`: another matter is on its way, nothing can
 * be decided.
 */
export function useDecision(matter: Matter, session: Session, isFormer: boolean): Decision {
  const text = useText()
  const { recommendation, claimedMinor } = matter
  const of = `${matter.kind} ${matter.id} ${matter.request}`
  const [entry, setEntry] = useState<Entry>({ of, typed: undefined, note: '' })
  const own: Entry = entry.of === of ? entry : { of, typed: undefined, note: '' }
  const setTyped = (typed: string): void => setEntry({ ...own, typed })
  const setNote = (note: string): void => setEntry({ ...own, note })
  const typed = own.typed ?? text.money(recommendation.amountMinor)
  const { note } = own
  const bill = useMemo(() => billOf(matter), [matter])
  const grantFor = (amountMinor: number): Grant | undefined => bill && granted(matter, bill, amountMinor)
  const amount = parseAmount(typed, text.reader.currency)
  const amountMinor = amount.ok ? amount.value : undefined
  const isSum = amountMinor !== undefined && amountMinor > 0 && amountMinor <= claimedMinor
  const grant = isSum ? grantFor(amountMinor) : undefined
  const judged = grant && bestVerdict({ ...knownOf(matter, session), amountMinor: grant.grantedMinor })
  const isPart = grant !== undefined && grant.grantedMinor < claimedMinor
  const verdict = judged?.verdict
  const never = offText(matter, text) ?? (verdict?.kind === 'never' ? text.refusal({ code: verdict.code }) : undefined)
  const off = isFormer ? text.t('decision.loading') : never
  return {
    ...{ typed, setTyped, note, setNote, grant, isPart, isFormer, grantFor },
    verdict,
    never,
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
function offText({ off, isWaiting, state, kind, bill }: Matter, { t, key }: Text): string | undefined {
  if (!isWaiting)
    return t('decision.because.over', { state: key(`${kind === 'dispute' ? 'dispute' : 'adjustment'}.state.${state}`) })
  if (off !== null) return key(`decision.because.${off}`)
  return bill === null ? t('decision.because.bill') : undefined
}
