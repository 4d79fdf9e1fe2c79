import { defineDeskHandler } from '#main/workstation/desk.ts'
import { isCallerKnown } from '#main/workstation/sale/caller.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Shows the PUK of a customer's SIM to who gives a reason; the asking is a command, the PUK is kept nowhere here. */
export const revealPuk = defineDeskHandler('number.revealPuk', async (desk, input) => {
  const { iccid, customerId, caseId } = input
  const [product] = desk.view.where('product', 'iccid', iccid)
  if (product?.row.customer_id !== customerId) return refuse('SIM_UNKNOWN')
  if (!desk.isOnline()) return refuse('CORE_UNREACHABLE')
  if (!isCallerKnown(desk, { customerId, caseId }, 'revealPuk'))
    return refuse('CALLER_NOT_VERIFIED', { level: levelOfAct.revealPuk })
  const asked = desk.capture({ type: 'number.revealPuk', body: input })
  if (!asked.ok) return asked
  const puk = await desk.fetchPuk(asked.value)
  return puk.ok ? ok({ puk: puk.value }) : puk
})
