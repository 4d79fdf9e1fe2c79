import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { cashIn, openShift } from '#main/workstation/sale/drawer.ts'

/** Ends the shift with what was counted, and says what should have been there. */
export const closeDrawer = defineDeskHandler('payment.closeDrawer', (desk, { countedMinor }) => {
  const shift = openShift(desk)
  if (!shift) return refuse('DRAWER_CLOSED')
  const expectedMinor = shift.float_minor + cashIn(desk, shift.id).minor
  const body = { shiftId: shift.id, countedMinor, expectedMinor }
  const closed = desk.capture({ type: 'payment.closeDrawer', body })
  if (!closed.ok) return closed
  desk.changed('payment', 'desk')
  return ok({ expectedMinor })
})
