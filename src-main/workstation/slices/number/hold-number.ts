import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { takeUp } from '#main/workstation/sale/take-up.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { isHeldElsewhere } from '#main/workstation/sale/number-held.ts'

/**
 * Holds a number for a case at once and puts it into the offer as typed. Held already: nothing happens. A hold the core
 * refused before is resolved by this one. Once a contract names a number the case keeps it, unless it is gone: holding
 * another lets go of the one before.
 */
export const holdNumber = defineDeskHandler('number.holdNumber', (desk, { caseId, msisdn }) => {
  const open = workable(desk, caseId)
  if (!open.ok) return open
  const { fields, commands, terms } = open.value
  const isGone = commands.some((item) => isUnresolved(item) && item.code === 'NUMBER_TAKEN')
  if (terms && terms.msisdn !== msisdn && !isGone) return refuse('ALREADY_SIGNED')
  if (isHeldElsewhere(desk, msisdn, caseId)) return refuse('NUMBER_TAKEN')
  const row = desk.view.get('phone_number', msisdn)?.row
  const isHeld = row?.state === 'reserved' && (row.held_until === null || row.held_until > desk.now())
  if (!isHeld) {
    const refused = commands.filter((item) => item.type === 'number.reserveNumber' && isUnresolved(item))
    const resolves = refused.at(-1)?.id
    const held = desk.capture({ type: 'number.reserveNumber', body: { msisdn, caseId }, ...(resolves && { resolves }) })
    if (!held.ok) return held
    // numbers tried before are the same matter: it is settled as a whole
    for (const { id } of refused.slice(0, -1)) {
      const stands = desk.capture({ type: 'interaction.letStand', body: { taskId: id }, resolves: id })
      if (!stands.ok) return stands
    }
  }
  if (fields.offer.msisdn !== msisdn) desk.drafts.save(caseId, 'offer', { ...fields.offer, msisdn })
  desk.changed('interaction', 'number', 'desk')
  return ok({})
})

/** The case to hold a number for. Where its number is gone, whoever looks for another one goes on with the case here. */
function workable(desk: Desk, caseId: Id) {
  const gone = readCase(desk, caseId)?.commands.find((item) => isUnresolved(item) && item.code === 'NUMBER_TAKEN')
  const taken = gone && takeUp(desk, gone.id, caseId)
  return taken && !taken.ok ? taken : writableCase(desk, caseId)
}
