import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Closes a shift: what was counted, and what its float, its cash payments and what was paid back out of it come to. */
export const closeDrawer = defineHandler('payment.closeDrawer', {
  run: async (context, body) => {
    const { command } = context
    const shift = await context.get('drawer_shift', body.shiftId)
    if (!shift || shift.device_id !== command.deviceId || shift.closed_at !== null) return rejected('DRAWER_CLOSED')
    const cash = await context.tx
      .selectFrom('payment')
      .select('amount_minor')
      .where('shift_id', '=', shift.id)
      .where('method', 'in', ['cash', 'refund'])
      .execute()
    const forBills = await context.tx
      .selectFrom('bill_payment')
      .select('amount_minor')
      .where('shift_id', '=', shift.id)
      .where('way', '=', 'cash')
      .execute()
    await context.patch('drawer_shift', shift.id, {
      closed_by: context.actorName,
      closed_at: command.capturedAt,
      counted_minor: body.countedMinor,
      expected_minor: [...cash, ...forBills].reduce((sum, { amount_minor }) => sum + amount_minor, shift.float_minor),
    })
    return applied
  },
})
