import type { Id } from '#shared/kernel/ids.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { openDrawerOf } from './open-drawer-of.ts'

/**
 * What was taken for a contract goes back: a payment of less than nothing for each one taken, on record like any; what
 * stood for the next bill was never taken. Cash is paid out of the drawer's shift, where one is open at that desk. Gives the
 * sum, in minor units.
 */
export async function giveBack(context: HandlerContext, agreementId: Id, shiftId: Id | null): Promise<number> {
  const taken = await context.tx
    .selectFrom('payment')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('method', 'in', ['cash', 'terminal'])
    .orderBy('id')
    .execute()
  const drawer = await openDrawerOf(context, shiftId)
  for (const row of taken) {
    const { change_seq: _sequence, version: _version, ...payment } = row
    await context.insert('payment', {
      ...payment,
      id: context.ids.next(),
      method: 'refund',
      amount_minor: -row.amount_minor,
      top_up_minor: 0,
      tendered_minor: null,
      taken_at: context.now,
      taken_by: context.actorName,
      desk_name: context.deskName,
      shift_id: row.method === 'cash' ? drawer : null,
    })
  }
  return taken.reduce((sum, row) => sum + row.amount_minor, 0)
}
