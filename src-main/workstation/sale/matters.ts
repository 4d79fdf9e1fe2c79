import type { OutboxItem } from '#main/workstation/desk.ts'
import { caseOfCommand } from './case-of-command.ts'
import { isHeldWith } from './held.ts'

/**
 * Of the refused commands that wait for a person, one for each matter: what only follows from another one of the same
 * case stands back until that one is solved, and of what is held together the first speaks for all. List and count both
 * come from here. The order stays.
 */
export function mattersOf(refused: readonly OutboxItem[]): readonly OutboxItem[] {
  return refused.filter((item) => !refused.some((other) => isTold(item, other)))
}

/** Whether a matter is told already by another one. */
function isTold(item: OutboxItem, other: OutboxItem): boolean {
  if (isHeldWith(item, other)) return isLater(item, other)
  return isSameCase(item, other) && standsBack(item, other)
}

/** Codes that say no more than that something before is not there. */
const consequences: ReadonlySet<string> = new Set([
  'CASE_UNKNOWN',
  'CUSTOMER_UNKNOWN',
  'IDENTITY_MISSING',
  'CREDIT_MISSING',
  'AGREEMENT_UNKNOWN',
  'PAYMENT_MISSING',
])

function standsBack(item: OutboxItem, other: OutboxItem): boolean {
  // one number taken refuses the hold and the order of a sale: the decision is the order's
  if (isRefusedHold(item) && other.type === 'order.submitOrder' && other.code === 'NUMBER_TAKEN') return true
  // several numbers tried in one case are one matter: the last one tried speaks for all
  if (isRefusedHold(item) && isRefusedHold(other)) return isLater(other, item)
  // a case taken over refuses everything entered in it since: one matter, told by the last of it
  if (item.code === 'CASE_TAKEN_OVER' && other.code === 'CASE_TAKEN_OVER') return isLater(other, item)
  return consequences.has(item.code) && other.deviceId === item.deviceId && other.deviceSeq < item.deviceSeq
}

function isRefusedHold(item: OutboxItem): boolean {
  return item.type === 'number.reserveNumber' && item.code === 'NUMBER_TAKEN'
}

function isLater(one: OutboxItem, other: OutboxItem): boolean {
  return one.deviceId === other.deviceId ? one.deviceSeq > other.deviceSeq : one.capturedAt > other.capturedAt
}

function isSameCase(item: OutboxItem, other: OutboxItem): boolean {
  const caseId = caseOfCommand(item)
  return caseId !== undefined && caseOfCommand(other) === caseId
}
