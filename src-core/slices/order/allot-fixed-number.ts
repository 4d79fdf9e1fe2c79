import type { HandlerContext } from '#core/sync/handler.ts'
import type { Rejected } from '../kit/answers.ts'
import { rejected } from '../kit/answers.ts'

/** Another order may take the same number at the same moment; then the next one is tried. */
const triesAtMost = 20

/** Gives the first free fixed number to an order, for good: nobody picks one. */
export async function allotFixedNumber(
  context: HandlerContext,
  orderId: string,
): Promise<string | Rejected<'FIXED_NUMBERS_EMPTY'>> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const free = await context.tx
      .selectFrom('fixed_number')
      .select('id')
      .where('scope', '=', context.scope)
      .where('order_id', 'is', null)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!free) break
    const taken = await context.tx
      .updateTable('fixed_number')
      .set({ order_id: orderId })
      .where('id', '=', free.id)
      .where('order_id', 'is', null)
      .executeTakeFirst()
    if (taken.numUpdatedRows > 0n) return free.id
  }
  return rejected('FIXED_NUMBERS_EMPTY')
}
