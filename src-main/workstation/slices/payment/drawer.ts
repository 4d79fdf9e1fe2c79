import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { cashIn, openShift } from '#main/workstation/sale/drawer.ts'

/** What should be in this desk's cash drawer now: the float and the cash taken since, unsent payments among it. */
export const drawer = defineDeskHandler('payment.drawer', (desk) => {
  const shift = openShift(desk)
  if (!shift) return ok({ shift: null })
  const cash = cashIn(desk, shift.id)
  return ok({
    shift: {
      openedAt: shift.opened_at,
      openedBy: shift.opened_by,
      floatMinor: shift.float_minor,
      payments: cash.count,
      balanceMinor: shift.float_minor + cash.minor,
    },
  })
})
