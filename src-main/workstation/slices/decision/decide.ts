import { defineDeskHandler } from '#main/workstation/desk.ts'
import { nameOf } from '#main/workstation/sale/name-of.ts'
import { topUpOf } from '#main/workstation/sale/top-up.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import { bestVerdict } from '#shared/domain/adjustment/best-verdict.ts'
import { isAskedBack } from '#shared/domain/adjustment/states.ts'
import type { HeldDecision } from '#shared/domain/dispute/decision-contract.ts'
import type { Grant } from '#shared/domain/dispute/grant.ts'
import { creditGrantOf, grantOf, topUpGrantOf } from '#shared/domain/dispute/grant.ts'
import { decidingEvent } from '#shared/domain/dispute/states.ts'
import type { ErrorOf, InputOf, OutputOf } from '#shared/contract/procedures.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { authorityFacts } from './authority-facts.ts'
import { billOfMatter } from './bill-of-matter.ts'
import type { MatterRow } from './read-matters.ts'
import { isDecidedHere, matterOf } from './read-matters.ts'
import { claimsOf } from './matter.ts'

/**
 * Takes a decision: kept on this desk until it can no longer be taken back, then sent. What the core would surely refuse is
 * refused here already; the core judges again.
 */
export const decide = defineDeskHandler('decision.decide', (desk, input) => decideOne(desk, input, null))

type Answer = Promise<Result<OutputOf<'decision.decide'>, Refusal<ErrorOf<'decision.decide'>>>>

/** The same under a name that those decided together share. */
export async function decideOne(
  desk: Desk,
  { kind, id, request, amountMinor, preferred, note }: InputOf<'decision.decide'>,
  groupId: Id | null,
): Answer {
  const row = matterOf(desk, kind, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state === 'withdrawn') return refuse('REQUEST_WITHDRAWN')
  if (!row.isWaiting || isDecidedHere(desk, row)) return refuse('ALREADY_DECIDED', { by: decidedBy(row) })
  if (row.request !== request) return refuse('REQUEST_CHANGED', { request: row.request })
  if (row.credit && isAskedBack(row.credit)) return refuse('ASKED_BACK', { by: row.credit.question_by })
  const about = await aboutOf(desk, row)
  if (!about) return refuse(row.billId === '' ? 'PAYMENT_UNKNOWN' : 'BILL_UNKNOWN')
  const grant = about.grantFor(amountMinor, preferred)
  if (!grant) return refuse('CREDIT_TOO_MUCH', { leftMinor: 0 })
  if (grant.grantedMinor < row.amountMinor && note.trim() === '') return refuse('NOTE_MISSING')
  const { facts, delegations } = authorityFacts(desk, row, about.billMinor)
  const session = desk.session()
  const policy = desk.policies()?.authority
  if (!session || !policy) return refuse('NO_AUTHORITY')
  const judged = bestVerdict({
    ...{ person: session, delegations, policy, facts, today: desk.businessDate() },
    amountMinor: grant.grantedMinor,
  })
  if (!judged) return refuse('NO_AUTHORITY')
  if (judged.verdict.kind === 'never') return refuse(judged.verdict.code)
  const heldId = desk.ids.next()
  const isSigned = judged.verdict.kind === 'above'
  desk.decisions.keep({
    ...{ heldId, groupId, userId: session.userId, kind, id, customerId: row.customerId },
    customerName: nameOf(desk, row.customerId),
    amountMinor: grant.grantedMinor,
    outcome: isSigned ? 'signed' : outcomes[decidingEvent(row.amountMinor, grant.grantedMinor)],
    takenAt: desk.now(),
    until: desk.now() + policy.undoSeconds * 1000,
    command: commandOf(desk, row, grant, note),
  })
  return ok({ heldId, grantedMinor: grant.grantedMinor })
}

/** What is decided about, in full, and what a sum would grant of it; undefined for a bill or payment that is not to be had. */
async function aboutOf(desk: Desk, row: MatterRow): Promise<About | undefined> {
  if (row.dispute && row.dispute.payment_id !== null) {
    const topUp = topUpOf(desk, row.dispute.payment_id)
    return (
      topUp && {
        billMinor: topUp.topUpMinor,
        grantFor: (amountMinor) => topUpGrantOf(row.amountMinor, topUp.leftMinor, amountMinor),
      }
    )
  }
  const bill = await billOfMatter(desk, row.billId)
  const claims = claimsOf(desk, row)
  const { credit } = row
  return (
    bill && {
      billMinor: bill.bill.payable_minor,
      grantFor: (amountMinor, preferred) =>
        credit
          ? creditGrantOf(bill, { askedMinor: credit.asked_minor, lines: claims }, amountMinor)
          : grantOf(bill, claims, amountMinor, preferred),
    }
  )
}

interface About {
  readonly billMinor: number
  readonly grantFor: (amountMinor: number, preferred: readonly Part[]) => Grant | undefined
}

const outcomes = { approve: 'approved', approveInPart: 'part', reject: 'rejected' } as const

function commandOf(desk: Desk, row: MatterRow, grant: Grant, note: string): HeldDecision['command'] {
  const { id, customerId, request } = row
  if (row.kind === 'credit')
    return {
      type: 'adjustment.decideCredit',
      body: {
        adjustmentId: id,
        customerId,
        request,
        askedMinor: grant.askedMinor,
        amountMinor: grant.grantedMinor,
        note,
      },
    }
  const { lines, grantedMinor } = grant
  return {
    type: 'dispute.decideDispute',
    body: { disputeId: id, customerId, adjustmentId: desk.ids.next(), request, lines: [...lines], grantedMinor, note },
  }
}

function decidedBy({ dispute, credit }: MatterRow): string {
  return dispute?.decided_name ?? credit?.decided_name ?? ''
}
