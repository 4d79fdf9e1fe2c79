import type { Desk } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Whether, as far as this desk knows, a number cannot be held for a case: unknown, in use, or held for another one. */
export function isHeldElsewhere(desk: Desk, msisdn: string, caseId: Id): boolean {
  const row = desk.view.get('phone_number', msisdn)?.row
  if (!row) return true
  const isOfOwnBlock = row.state === 'leased' && row.leased_to === desk.deviceId
  return row.state !== 'free' && !isOfOwnBlock && row.case_id !== caseId
}
