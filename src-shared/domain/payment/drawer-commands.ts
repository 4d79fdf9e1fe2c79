import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { drawerShiftTable } from './rows.ts'

/** A shift at the cash drawer begins with what is counted into it. One drawer a desk, one open shift a drawer. */
export const openDrawer = defineCommand({
  version: 1,
  body: z.object({ shiftId: idSchema, floatMinor: z.int().min(0), currency: currencySchema }),
  roles: serving,
  refusals: ['DRAWER_OPEN'],
  touches: (body) => [`drawer:${body.shiftId}`],
  predict: (body, meta) => [
    drawerShiftTable.change(body.shiftId, {
      scope: meta.scope,
      version: 0,
      device_id: meta.deviceId,
      desk_name: meta.deskName,
      opened_by: meta.actorName,
      opened_at: meta.capturedAt,
      float_minor: body.floatMinor,
      currency: body.currency,
      closed_by: '',
      closed_at: null,
      counted_minor: null,
      expected_minor: null,
    }),
  ],
})

/** The shift ends with what was counted; the core writes beside it what should have been there. */
export const closeDrawer = defineCommand({
  version: 1,
  body: z.object({ shiftId: idSchema, countedMinor: z.int().min(0), expectedMinor: z.int() }),
  roles: serving,
  refusals: ['DRAWER_CLOSED'],
  touches: (body) => [`drawer:${body.shiftId}`],
  predict: (body, meta) => [
    drawerShiftTable.change(body.shiftId, {
      closed_by: meta.actorName,
      closed_at: meta.capturedAt,
      counted_minor: body.countedMinor,
      expected_minor: body.expectedMinor,
    }),
  ],
})

/** What a payment touches of a drawer: what is taken in cash belongs before the count of its shift. */
export function drawerOf({
  paid,
  shiftId,
}: {
  readonly paid: { readonly method: string }
  readonly shiftId: string | null
}): readonly string[] {
  return paid.method === 'cash' && shiftId !== null ? [`drawer:${shiftId}`] : []
}

export const drawerCommands = { 'payment.openDrawer': openDrawer, 'payment.closeDrawer': closeDrawer } as const
