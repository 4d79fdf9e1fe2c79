import type { Desk } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Whether, as far as this desk knows, a number cannot be held for a case: unknown, in use, or held for another one. */
export function isHeldElsewhere(desk: Desk, msisdn: string, caseId: Id): boolean {
  const row = desk.view.get('phone_number', msisdn)?.row
  if (!row) return true
  return row.state !== 'free' && row.case_id !== caseId
}
