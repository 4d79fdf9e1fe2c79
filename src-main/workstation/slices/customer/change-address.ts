import { defineDeskHandler } from '#main/workstation/desk.ts'
import { addressLine } from '#shared/domain/customer/address-line.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import { isCallerKnown } from '#main/workstation/sale/caller.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Changes where a customer lives, from a case of theirs. What is so already changes nothing. */
export const changeAddress = defineDeskHandler('customer.changeAddress', (desk, { caseId, ...typed }) => {
  const customerId = desk.view.get('service_case', caseId)?.row.customer_id
  const row = customerId ? desk.view.get('customer', customerId)?.row : undefined
  if (!row) return refuse('CASE_UNKNOWN')
  const address = { street: typed.street.trim(), postalCode: typed.postalCode.trim(), town: typed.town.trim() }
  const empty = (['street', 'postalCode', 'town'] as const).find((field) => address[field] === '')
  if (empty) return refuse('ADDRESS_WRONG', { field: empty, reason: 'EMPTY' })
  const from = addressLine(row)
  if (from === addressLine({ street: address.street, postal_code: address.postalCode, town: address.town }))
    return ok({})
  if (!isCallerKnown(desk, { customerId: row.id, caseId }, 'changeAddress'))
    return refuse('CALLER_NOT_VERIFIED', { level: levelOfAct.changeAddress })
  const captured = desk.capture({
    type: 'customer.changeAddress',
    body: { customerId: row.id, caseId, from, address },
  })
  if (!captured.ok) return captured
  desk.changed('interaction', 'customer', 'desk')
  return ok({})
})
