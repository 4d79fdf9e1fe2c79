import type { Id } from '#shared/kernel/ids.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

/**
 * The shift that cash goes into or comes out of: the one named, if it is open at the desk that says so. Null for any other;
 * the money is on record all the same, and what a closed shift was counted to stays as it is.
 */
export async function openDrawerOf(
  { command, get }: Pick<HandlerContext, 'command' | 'get'>,
  shiftId: Id | null,
): Promise<Id | null> {
  const shift = shiftId === null ? undefined : await get('drawer_shift', shiftId)
  return shift?.device_id === command.deviceId && shift.closed_at === null ? shift.id : null
}
