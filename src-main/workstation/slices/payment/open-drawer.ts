import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { openShift } from '#main/workstation/sale/drawer.ts'

/** Begins a shift at this desk's cash drawer with what was counted into it. */
export const openDrawer = defineDeskHandler('payment.openDrawer', (desk, { floatMinor }) => {
  const policies = desk.policies()
  if (!policies) return refuse('CORE_UNREACHABLE')
  if (openShift(desk)) return refuse('DRAWER_OPEN')
  const body = { shiftId: desk.ids.next(), floatMinor, currency: policies.market.currency }
  const opened = desk.capture({ type: 'payment.openDrawer', body })
  if (!opened.ok) return opened
  desk.changed('payment', 'desk')
  return ok({})
})
