import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import type { ToSendLine } from '#shared/contract/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'
import { say } from '#shared/kernel/sentence.ts'
import { caseCustomerName, caseTitle } from '#main/workstation/sale/case-title.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'
import { confirmedOf, isUndecided } from '#main/workstation/sale/marks.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/** How long a line that is all confirmed stays in sight, with its receipts. */
const receiptsShownMs = 60 * 60 * 1000

/** One line for each case with something to send, then those confirmed within the hour; a receipt for each command. */
export const toSend = defineDeskHandler('desk.toSend', (desk) => {
  const items = [...desk.outbox.unsent(), ...desk.outbox.decidedSince(desk.now() - receiptsShownMs)]
  const caseIds = new Set(items.flatMap((item) => caseOfCommand(item) ?? []))
  const others = items.filter((item) => caseOfCommand(item) === undefined)
  const lines = [
    ...[...caseIds].flatMap((id) => caseLine(desk, id) ?? []),
    ...others.map((item) => otherLine(desk, item)),
  ]
  const isOpen = (line: ToSendLine): number => (line.items.some((item) => isOpenState(item.state)) ? 0 : 1)
  return ok({ lines: lines.toSorted((a, b) => isOpen(a) - isOpen(b)).slice(0, 100) })
})

function caseLine(desk: Desk, caseId: Id): ToSendLine | undefined {
  const facts = readCase(desk, caseId)
  const commands = facts?.commands ?? desk.outbox.touching(`case:${caseId}`)
  if (commands.length === 0) return undefined
  return {
    caseId,
    customerName: facts ? caseCustomerName(facts) : '',
    title: facts ? caseTitle(facts) : say('case.title.sale'),
    ...confirmedOf(commands),
    items: commands.filter((item) => item.deviceId === undefined).map((item) => receiptOf(desk, item)),
  }
}

function otherLine(desk: Desk, item: OutboxItem): ToSendLine {
  const customerId = item.touches.find((touch) => touch.startsWith('customer:'))?.slice('customer:'.length)
  const customer = customerId === undefined ? undefined : desk.view.get('customer', customerId)?.row
  return {
    caseId: null,
    customerName: customer ? `${customer.given_names} ${customer.family_name}`.trim() : '',
    title: say(titleOf(item.type)),
    ...confirmedOf([item]),
    items: [receiptOf(desk, item)],
  }
}

function titleOf(type: OutboxItem['type']): string {
  if (type === 'provisioning.completeTask') return 'case.title.task'
  if (type.startsWith('ticket.')) return 'case.title.ticket'
  if (type.endsWith('CallBack')) return 'case.title.callBack'
  return type === 'interaction.logContact' || type === 'interaction.wrapUp'
    ? 'case.title.contact'
    : 'case.title.referral'
}

/** Who saved it and when, what the core answered and when, and the core's number for it. */
function receiptOf(desk: Desk, item: OutboxItem): ToSendLine['items'][number] {
  const { id, type, state, capturedAt, decidedAt, actorName } = item
  const outcome = state === 'applied' ? desk.view.get('command_outcome', id)?.row : undefined
  return { commandId: id, type, state, capturedAt, decidedAt, by: actorName, receipt: receiptNumber(outcome?.receipt) }
}

/** The core's number as people say it: the last eight figures of its id for the decision, in two groups. */
function receiptNumber(receipt: string | undefined): string {
  const last = (receipt ?? '').slice(-8).toUpperCase()
  return last === '' ? '' : `${last.slice(0, 4)} ${last.slice(4)}`
}

function isOpenState(state: OutboxItem['state']): boolean {
  return isUndecided({ state })
}
