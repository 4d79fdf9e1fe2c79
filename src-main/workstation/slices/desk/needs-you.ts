import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk, NeedsYouItem, OutboxItem } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { enteredText } from '#shared/domain/interaction/travelling-body.ts'
import { ok } from '#shared/kernel/result.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { mattersOf } from '#main/workstation/sale/matters.ts'
import { approvalOff, heldWith, nowSaid } from '#main/workstation/sale/held.ts'
import { differing } from '#main/workstation/sale/only-here.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { toldOf } from '#main/workstation/sale/told.ts'
import type { Waiting } from '#main/workstation/sale/waiting.ts'
import { waitingFor, whoseIs } from '#main/workstation/sale/waiting.ts'

/**
 * Every matter that waits for the person at this desk, own ones first: what was entered, what is on record, what can be
 * done; and what colleagues decided or have of the own ones.
 */
export const needsYou = defineDeskHandler('desk.needsYou', (desk) => {
  const waiting = waitingFor(desk)
  const matters = new Set(mattersOf(waiting.map(({ item }) => item)).map(({ id }) => id))
  const held = waiting.filter(({ item }) => item.isHeld)
  return ok({
    items: waiting.filter(({ item }) => matters.has(item.id)).map((one) => lineOf(desk, one, held)),
    told: [...toldOf(desk)],
  })
})

function lineOf(desk: Desk, waiting: Waiting, allHeld: readonly Waiting[]): NeedsYouItem {
  const { item, task } = waiting
  const caseId = caseOfCommand(item) ?? null
  const row = caseId === null ? undefined : desk.view.get('service_case', caseId)?.row
  const customerId =
    item.touches.find((touch) => touch.startsWith('customer:'))?.slice('customer:'.length) ?? row?.customer_id
  const customer = customerId ? desk.view.get('customer', customerId)?.row : undefined
  const group = heldWith(waiting, allHeld)
  // of what is held together the first may not say yet whom it is about
  const known = group.find((each) => each.task && each.task.customer_name !== '')?.task ?? task
  const said = item.isHeld ? nowSaid(group) : lastRefusal(desk, item)
  return {
    commandId: item.id,
    type: item.type,
    code: said.code,
    isKeptAside: item.state === 'quarantined',
    details: detailsOf({ ...said.details, ...said.snapshot }),
    caseId,
    orderId: task?.order_id ?? orderIdOf(item),
    reference: row?.reference ?? '',
    customerName: customer ? customerName(customer) : (known?.customer_name ?? ''),
    contactNumber: customer?.contact_number ?? known?.contact_number ?? null,
    capturedAt: item.capturedAt,
    capturedBy: item.actorName,
    decidedAt: said.decidedAt ?? item.decidedAt ?? item.capturedAt,
    entered: enteredText(said.type, said.body),
    onRecord: onRecordOf(said),
    choices: [...said.choices],
    differs: said.code === 'CASE_TAKEN_OVER' && caseId !== null ? [...differsIn(desk, caseId)] : [],
    held: item.isHeld ? { entries: group.map(entryOf), off: approvalOff(waiting, desk.session()) } : null,
    whose: whoseIs(waiting, desk.session()),
    mineUntil: task?.state === 'open' ? task.moves_at : null,
    dueAt: task?.due_at ?? null,
  }
}

function entryOf({ item }: Waiting) {
  const { id: commandId, type, body, capturedAt } = item
  return { commandId, type, entered: enteredText(type, body), capturedAt }
}

/** A decision that was itself refused says more than the command it was to settle: which number is taken now. */
function lastRefusal(desk: Desk, item: OutboxItem): OutboxItem {
  const caseId = caseOfCommand(item)
  const later = caseId === undefined ? [] : desk.outbox.touching(`case:${caseId}`)
  return (
    later
      .filter((one) => one.resolves === item.id && (one.state === 'conflict' || one.state === 'rejected'))
      .filter((one) => !isUnresolved(one) && one.code !== 'NOTHING_TO_RESOLVE')
      .at(-1) ?? item
  )
}

/** Everything entered in a case since another desk took it over, against what stands there now. */
function differsIn(desk: Desk, caseId: string): NeedsYouItem['differs'] {
  const facts = readCase(desk, caseId)
  const refused = (facts?.commands ?? []).filter((one) => isUnresolved(one) && one.code === 'CASE_TAKEN_OVER')
  return refused.flatMap((one) => {
    const step = bodyOf(one, 'interaction.saveCaseStep')
    if (!step || !facts) return []
    return differing(step.step, step.fields, facts.fields[step.step]).map(({ name, value, onRecord }) => ({
      name,
      entered: value,
      onRecord,
    }))
  })
}

function orderIdOf(item: OutboxItem): string | null {
  return bodyOf(item, 'order.submitOrder')?.orderId ?? bodyOf(item, 'provisioning.completeTask')?.orderId ?? null
}

/** What stands in its place: a name, or a key of text/. '' where the code says it all. */
function onRecordOf({ code, snapshot }: OutboxItem): string {
  const { value } = snapshot
  if (code === 'FIELD_CHANGED') return typeof value === 'string' && value !== '' ? value : 'record.nothing'
  const name = snapshot['name']
  return code === 'NUMBER_TAKEN' ? 'record.NUMBER_TAKEN' : typeof name === 'string' ? name : ''
}

function detailsOf(details: OutboxItem['details']): NeedsYouItem['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]),
  ) as NeedsYouItem['details'] // only the lists' readonly is dropped
}
