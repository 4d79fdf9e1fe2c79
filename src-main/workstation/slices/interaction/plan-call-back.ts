import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Promises a customer to call again. NOT_FOUND when this desk does not know them. */
export const planCallBack = defineDeskHandler('interaction.planCallBack', (desk, input) => {
  const { callBackId = desk.ids.next() } = input
  if (!desk.view.get('customer', input.customerId)) return refuse('NOT_FOUND')
  const planned = desk.capture({
    id: callBackId,
    type: 'interaction.planCallBack',
    body: { ...input, callBackId, caseId: null },
  })
  if (!planned.ok) return planned
  desk.changed('interaction', 'desk')
  return ok({})
})
