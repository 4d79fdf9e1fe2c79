import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'
import { stepBody, stepOfCommand } from '#main/workstation/sale/finish-step.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'
import type { Captured } from '#main/workstation/sale/finish-step.ts'

/** The order of a refused or conflicting `order.submitOrder` that waits for a person; undefined when none does. */
export function openOrder(
  desk: Desk,
  commandId: Id,
): { readonly item: OutboxItem; readonly order: CommandBody<'order.submitOrder'> } | undefined {
  const item = desk.outbox.get(commandId)
  const order = item && bodyOf(item, 'order.submitOrder')
  return item && order && isUnresolved(item) ? { item, order } : undefined
}

/**
 * Settles what else of a case still waits for a person, now that the order is decided: each refused command is resolved
 * by saving its step again, so that the inbox and the core agree that nothing is open. Gives the refusal of a capture.
 */
export function settleRest(desk: Desk, facts: CaseFacts, exceptId: Id): Captured | undefined {
  for (const item of facts.commands.filter((one) => isUnresolved(one) && one.id !== exceptId)) {
    const step = stepOfCommand(item) ?? 'offer'
    const saved = desk.capture({
      type: 'interaction.saveCaseStep',
      body: stepBody(facts, step, facts.fields[step]),
      resolves: item.id,
    })
    if (!saved.ok) return saved
  }
  return undefined
}
