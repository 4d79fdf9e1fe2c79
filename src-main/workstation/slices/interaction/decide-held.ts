import type { Desk } from '#main/workstation/desk.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import { approvalOff, heldWith } from '#main/workstation/sale/held.ts'
import { waitingFor } from '#main/workstation/sale/waiting.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Says that what was held takes effect: one approval for each command of the matter, in the order they were entered. */
export const approveHeld = defineDeskHandler('interaction.approveHeld', (desk, { commandId }) => {
  const group = groupOf(desk, commandId)
  const [first] = group
  if (!first) return refuse('NOTHING_TO_RESOLVE')
  if (approvalOff(first, desk.session()) === 'own') return refuse('APPROVAL_BY_SELF')
  return decide(desk, 'interaction.approveHeld', group)
})

/** Says that what was held never takes effect. */
export const rejectHeld = defineDeskHandler('interaction.rejectHeld', (desk, { commandId }) => {
  const group = groupOf(desk, commandId)
  return group.length === 0 ? refuse('NOTHING_TO_RESOLVE') : decide(desk, 'interaction.rejectHeld', group)
})

function groupOf(desk: Desk, commandId: Id) {
  const held = waitingFor(desk).filter(({ item }) => item.isHeld)
  const one = held.find(({ item }) => item.id === commandId)
  return one ? heldWith(one, held) : []
}

function decide(
  desk: Desk,
  type: 'interaction.approveHeld' | 'interaction.rejectHeld',
  group: ReturnType<typeof groupOf>,
) {
  for (const { item } of group) {
    const decided = desk.capture({ type, body: { taskId: item.id }, resolves: item.id })
    if (!decided.ok) return decided
  }
  desk.changed('interaction', 'desk')
  return ok({})
}
