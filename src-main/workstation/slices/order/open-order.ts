import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { refusedCommand } from '#main/workstation/sale/waiting.ts'

/** The order of a refused or conflicting `order.submitOrder` that waits for a person; undefined when none does. */
export function openOrder(
  desk: Desk,
  commandId: Id,
): { readonly item: OutboxItem; readonly order: CommandBody<'order.submitOrder'> } | undefined {
  const item = refusedCommand(desk, commandId)
  const order = item && bodyOf(item, 'order.submitOrder')
  return item && order && isUnresolved(item) ? { item, order } : undefined
}
