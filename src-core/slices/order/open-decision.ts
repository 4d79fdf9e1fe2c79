import { commandSchema } from '#shared/contract/wire.ts'
import { submitOrder } from '#shared/domain/order/commands.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import type { OrderBody } from './place-order.ts'

/** How often a decision on a number may itself meet a number taken. */
const longestChain = 50

export interface OpenDecision {
  readonly order: OrderBody
  /** Decisions between, each of which met a conflict of its own; settled together with the order. */
  readonly between: readonly string[]
}

/**
 * The order that waits for this decision: what `resolves` names, read from the ledger. A decision may also name an
 * earlier decision that met a conflict; then the order behind it is meant. Undefined when nothing waits (any more).
 */
export async function openDecision(
  context: HandlerContext,
  expected: { readonly orderId: string; readonly caseId: string; readonly customerId: string },
): Promise<OpenDecision | undefined> {
  let id = context.command.resolves
  const between: string[] = []
  for (let length = 0; id !== null && length < longestChain; length += 1) {
    const entry = await context.tx
      .selectFrom('ledger')
      .select(['type', 'command', 'result', 'resolved_by'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!entry || entry.result === 'applied' || entry.resolved_by !== null) return undefined
    const command = commandSchema.parse(JSON.parse(entry.command))
    if (entry.type === 'order.submitOrder') {
      const order = submitOrder.body.parse(command.body)
      const isSame =
        order.orderId === expected.orderId &&
        order.caseId === expected.caseId &&
        order.customerId === expected.customerId
      return isSame ? { order, between: length === 0 ? [] : [...between.slice(1), id] } : undefined
    }
    if (entry.type !== 'order.chooseOtherNumber') return undefined
    between.push(id)
    id = command.resolves
  }
  return undefined
}

/** Marks what stands between as settled too; the machinery itself settles only what the command names. */
export async function settleBetween(context: HandlerContext, decision: OpenDecision): Promise<void> {
  if (decision.between.length === 0) return
  await context.tx
    .updateTable('ledger')
    .set({ resolved_by: context.command.id })
    .where('id', 'in', decision.between)
    .execute()
}
