import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Ends a promise to call: kept by another way, or nobody waits for it any more. */
export const closeCallBack = defineDeskHandler('interaction.closeCallBack', (desk, { callBackId, outcome }) => {
  const row = desk.view.get('call_back', callBackId)?.row
  if (!row) return refuse('CALL_BACK_UNKNOWN')
  if (row.state !== 'planned') return refuse('CALL_BACK_CLOSED', { by: row.closed_by })
  const closed = desk.capture({ type: 'interaction.closeCallBack', body: { callBackId, outcome } })
  if (!closed.ok) return closed
  desk.changed('interaction', 'desk')
  return ok({})
})
