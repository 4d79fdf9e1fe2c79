import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import type { CommandType } from '#shared/contract/commands.ts'
import type { ToSendLine } from '#shared/contract/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { TextKey } from '#shared/text/translate.ts'
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
    title: say(titles[item.type]),
    ...confirmedOf([item]),
    items: [receiptOf(desk, item)],
  }
}

/** What a command without a case is about. */
const titles = {
  'interaction.openCase': 'case.title.sale',
  'interaction.saveCaseStep': 'case.title.sale',
  'interaction.closeCase': 'case.title.sale',
  'interaction.takeOverCase': 'case.title.sale',
  'interaction.handOverCase': 'case.title.sale',
  'interaction.takeDecision': 'case.title.decision',
  'interaction.handOverDecision': 'case.title.decision',
  'interaction.letStand': 'case.title.decision',
  'interaction.approveHeld': 'case.title.decision',
  'interaction.rejectHeld': 'case.title.decision',
  'interaction.recordExport': 'case.title.export',
  'interaction.leaveShift': 'case.title.shift',
  'interaction.logContact': 'case.title.contact',
  'interaction.wrapUp': 'case.title.contact',
  'interaction.planCallBack': 'case.title.callBack',
  'interaction.closeCallBack': 'case.title.callBack',
  'customer.createProspect': 'case.title.customer',
  'customer.createCompany': 'case.title.customer',
  'customer.createHousehold': 'case.title.customer',
  'customer.changeContact': 'case.title.customer',
  'customer.changeAddress': 'case.title.customer',
  'number.reserveNumber': 'case.title.number',
  'number.revealPuk': 'case.title.number',
  'number.requestPortIn': 'case.title.number',
  'number.askDonorAgain': 'case.title.number',
  'number.withdrawPortIn': 'case.title.number',
  'identity.recordEvidence': 'case.title.sale',
  'identity.decideReferral': 'case.title.referral',
  'credit.requestDecision': 'case.title.sale',
  'credit.overrideDecision': 'case.title.sale',
  'contract.signContract': 'case.title.contract',
  'contract.sendCode': 'case.title.contract',
  'contract.tryCode': 'case.title.contract',
  'contract.recordDocumentCheck': 'case.title.contract',
  'contract.withdrawAgreement': 'case.title.contract',
  'payment.recordPayment': 'case.title.payment',
  'payment.payBills': 'case.title.payment',
  'payment.recordTransfer': 'case.title.payment',
  'payment.openDrawer': 'case.title.drawer',
  'payment.closeDrawer': 'case.title.drawer',
  'order.submitOrder': 'case.title.sale',
  'order.submitLines': 'case.title.sale',
  'order.chooseOtherNumber': 'case.title.sale',
  'order.withdrawOrder': 'case.title.sale',
  'provisioning.completeTask': 'case.title.task',
  'ticket.openTicket': 'case.title.ticket',
  'ticket.moveTicket': 'case.title.ticket',
  'ticket.takeTicket': 'case.title.ticket',
  'verification.recordAnswer': 'case.title.verification',
  'verification.unlockCaller': 'case.title.verification',
  'verification.setSecurityWord': 'case.title.verification',
  'message.sendMessage': 'case.title.message',
  'message.sendAgain': 'case.title.message',
  'bill.recordPaper': 'case.title.bill',
  'bill.sendAgain': 'case.title.bill',
  'adjustment.giveCredit': 'case.title.goodwillCredit',
  'adjustment.decideCredit': 'case.title.goodwillCredit',
  'adjustment.withdrawCredit': 'case.title.goodwillCredit',
  'adjustment.reverseCredit': 'case.title.goodwillCredit',
  'adjustment.reassignCredit': 'case.title.goodwillCredit',
  'adjustment.askBack': 'case.title.goodwillCredit',
  'adjustment.answer': 'case.title.goodwillCredit',
  'adjustment.giveCharge': 'case.title.charge',
  'adjustment.delegateAuthority': 'case.title.authority',
  'adjustment.endDelegation': 'case.title.authority',
  'dispute.fileDispute': 'case.title.dispute',
  'dispute.fileTopUp': 'case.title.dispute',
  'dispute.withdrawDispute': 'case.title.dispute',
  'dispute.askBack': 'case.title.dispute',
  'dispute.addWords': 'case.title.dispute',
  'dispute.reassign': 'case.title.dispute',
  'dispute.decideDispute': 'case.title.dispute',
} as const satisfies Readonly<Record<CommandType, TextKey>>

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
