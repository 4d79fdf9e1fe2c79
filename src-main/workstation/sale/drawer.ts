import type { Desk } from '#main/workstation/desk.ts'
import type { DrawerShiftRow } from '#shared/domain/payment/rows.ts'

/** The shift open at this desk's cash drawer; undefined while nobody counted a float into it. */
export function openShift(desk: Pick<Desk, 'view' | 'deviceId'>): DrawerShiftRow | undefined {
  return desk.view
    .where('drawer_shift', 'device_id', desk.deviceId)
    .map(({ row }) => row)
    .filter((row) => row.closed_at === null)
    .toSorted((a, b) => b.opened_at - a.opened_at)[0]
}

/** Cash taken in a shift so far less what was paid back out of it, in minor units, payments still to be sent among it. */
export function cashIn(desk: Pick<Desk, 'view'>, shiftId: string): { readonly count: number; readonly minor: number } {
  const sales = desk.view
    .where('payment', 'shift_id', shiftId)
    .filter(({ row }) => ['cash', 'refund'].includes(row.method))
  const bills = desk.view.where('bill_payment', 'shift_id', shiftId).filter(({ row }) => row.way === 'cash')
  const cash = [...sales, ...bills]
  return { count: cash.length, minor: cash.reduce((sum, { row }) => sum + row.amount_minor, 0) }
}
