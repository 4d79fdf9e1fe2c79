import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { parkCase } from '#main/workstation/sale/park-case.ts'

/** Hands a case to a colleague: what is typed and not finished travels first, then the case itself changes its owner. */
export const handOverCase = defineDeskHandler('interaction.handOverCase', (desk, { caseId, toId, note }) => {
  const open = writableCase(desk, caseId)
  if (!open.ok) return open
  const colleague = desk.view.get('colleague', toId)?.row
  if (!colleague) return refuse('COLLEAGUE_UNKNOWN')
  const parked = parkCase(desk, caseId)
  if (parked?.ok === false) return parked
  const handed = desk.capture({
    type: 'interaction.handOverCase',
    body: { caseId, toId, toName: colleague.name, note },
  })
  if (!handed.ok) return handed
  desk.changed('interaction', 'desk')
  return ok({})
})
