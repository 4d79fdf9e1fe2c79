import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk, NeedsYouItem, OutboxItem } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { ok } from '#shared/kernel/result.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'
import { mattersOf } from '#main/workstation/sale/matters.ts'

/** Every matter that waits for a person on this desk, the latest first: what was entered, what is on record, what can be done. */
export const needsYou = defineDeskHandler('desk.needsYou', (desk) =>
  ok({ items: mattersOf(desk.outbox.needsYou()).map((item) => lineOf(desk, item)) }),
)

function lineOf(desk: Desk, item: OutboxItem): NeedsYouItem {
  const caseId = caseOfCommand(item) ?? null
  const row = caseId === null ? undefined : desk.view.get('service_case', caseId)?.row
  const customerId =
    item.touches.find((touch) => touch.startsWith('customer:'))?.slice('customer:'.length) ?? row?.customer_id
  const customer = customerId ? desk.view.get('customer', customerId)?.row : undefined
  const said = lastRefusal(desk, item)
  return {
    commandId: item.id,
    type: item.type,
    code: said.code,
    details: detailsOf({ ...said.details, ...said.snapshot }),
    caseId,
    orderId: orderIdOf(item),
    reference: row?.reference ?? '',
    customerName: customer ? customerName(customer) : '',
    contactNumber: customer?.contact_number ?? null,
    capturedAt: item.capturedAt,
    capturedBy: item.actorName,
    decidedAt: said.decidedAt ?? item.decidedAt ?? item.capturedAt,
    entered: enteredOf(said),
    onRecord: onRecordOf(said),
    choices: [...said.choices],
  }
}

/** A decision that was itself refused says more than the command it was to settle: which number is taken now. */
function lastRefusal(desk: Desk, item: OutboxItem): OutboxItem {
  const caseId = caseOfCommand(item)
  const later = caseId === undefined ? [] : desk.outbox.touching(`case:${caseId}`)
  return (
    later
      .filter((one) => one.resolvedBy === item.id && (one.state === 'conflict' || one.state === 'rejected'))
      .at(-1) ?? item
  )
}

function orderIdOf(item: OutboxItem): string | null {
  return bodyOf(item, 'order.submitOrder')?.orderId ?? bodyOf(item, 'provisioning.completeTask')?.orderId ?? null
}

/** The value a person typed or chose, as it would be shown. */
function enteredOf(item: OutboxItem): string {
  const number =
    bodyOf(item, 'number.reserveNumber') ?? bodyOf(item, 'order.submitOrder') ?? bodyOf(item, 'order.chooseOtherNumber')
  if (number) return number.msisdn
  const read = bodyOf(item, 'identity.recordEvidence')?.read
  if (read) return `${read.givenNames} ${read.surname}`.trim()
  const payment = bodyOf(item, 'payment.recordPayment')
  return payment ? String(payment.amountMinor) : ''
}

/** What stands in its place: a name, or a key of text/. '' where the code says it all. */
function onRecordOf({ code, snapshot }: OutboxItem): string {
  const name = snapshot['name']
  return code === 'NUMBER_TAKEN' ? 'record.NUMBER_TAKEN' : typeof name === 'string' ? name : ''
}

function detailsOf(details: OutboxItem['details']): NeedsYouItem['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]),
  ) as NeedsYouItem['details'] // only the lists' readonly is dropped
}
