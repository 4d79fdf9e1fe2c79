import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Opens a shift at a desk's drawer; a second one has to wait until the first is counted. */
export const openDrawer = defineHandler('payment.openDrawer', {
  run: async (context, body) => {
    const { command } = context
    const open = await context.tx
      .selectFrom('drawer_shift')
      .select('id')
      .where('device_id', '=', command.deviceId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (open || (await context.get('drawer_shift', body.shiftId))) return rejected('DRAWER_OPEN')
    await context.insert('drawer_shift', {
      id: body.shiftId,
      scope: context.scope,
      device_id: command.deviceId,
      desk_name: context.deskName,
      opened_by: context.actorName,
      opened_at: command.capturedAt,
      float_minor: body.floatMinor,
      currency: body.currency,
      closed_by: '',
      closed_at: null,
      counted_minor: null,
      expected_minor: null,
    })
    return applied
  },
})
