import type { OutboxItem } from '#main/workstation/desk.ts'
import type { CaseView, Mark } from '#shared/domain/interaction/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { bodyOf } from './body-of.ts'
import type { CaseFacts } from './read-case.ts'

/** How true each block of a case is: by its commands on this desk; by its row where another desk sent them. */
export function marksOf(facts: CaseFacts): CaseView['marks'] {
  const of = (block: Block, row?: { readonly mark: Mark } | null): Mark =>
    markOfCommands(facts.commands.filter((item) => blockOf(item) === block)) ?? row?.mark ?? none
  const step = (name: string): { readonly mark: Mark } | undefined =>
    facts.steps.find(({ row }) => row.step === name && row.state === 'finished')
  return {
    case: of('case', facts.seenCase),
    reason: of('reason', step('reason')),
    offer: of('offer', step('offer')),
    number: of('number', facts.reservation),
    identity: of('identity', facts.evidence),
    credit: of('credit', facts.decision),
    agreement: of('agreement', facts.agreement),
    payment: of('payment', facts.payment),
    order: of('order', facts.order),
  }
}

/** Whether a command waits for a person: refused, conflicting or impossible to send, and nothing resolved it since. */
export function isUnresolved(item: OutboxItem): boolean {
  return (
    item.resolvedBy === null && (item.state === 'rejected' || item.state === 'conflict' || item.state === 'quarantined')
  )
}

/** Whether the core has still to decide. */
export function isUndecided(item: Pick<OutboxItem, 'state'>): boolean {
  return (
    item.state === 'captured' || item.state === 'sending' || item.state === 'blocked' || item.state === 'needsApproval'
  )
}

/** How many of a case's commands the core confirmed; what a later decision replaced is not counted. */
export function confirmedOf(commands: readonly OutboxItem[]): { readonly done: number; readonly of: number } {
  const counted = commands.filter((item) => item.resolvedBy === null)
  return { done: counted.filter((item) => item.state === 'applied').length, of: counted.length }
}

type Block = keyof CaseView['marks']

const none: Mark = { state: 'none', at: null }

function markOfCommands(items: readonly OutboxItem[]): Mark | undefined {
  const refused = items.filter(isUnresolved).at(-1)
  if (refused) return { state: 'needsYou', at: refused.decidedAt ?? refused.capturedAt }
  const waiting = items.filter(isUndecided).at(-1)
  if (waiting) return { state: 'desk', at: waiting.capturedAt }
  const confirmed = items.filter((item) => item.state === 'applied')
  const at = Math.max(...confirmed.map((item) => item.decidedAt ?? item.capturedAt))
  return confirmed.length === 0 ? undefined : { state: 'confirmed', at }
}

const stepBlocks: Readonly<Record<SaleStep, Block>> = {
  reason: 'reason',
  offer: 'offer',
  identity: 'identity',
  credit: 'credit',
  sign: 'agreement',
  payNow: 'payment',
  activation: 'order',
}

function blockOf(item: OutboxItem): Block | undefined {
  switch (item.type) {
    case 'interaction.openCase':
    case 'interaction.closeCase':
    case 'interaction.takeOverCase':
      return 'case'
    case 'interaction.saveCaseStep':
      return stepBlockOf(item)
    case 'customer.createProspect':
    case 'customer.createCompany':
    case 'customer.createHousehold':
      return 'reason'
    case 'number.reserveNumber':
      return 'number'
    case 'identity.recordEvidence':
    case 'identity.decideReferral':
      return 'identity'
    case 'credit.requestDecision':
      return 'credit'
    case 'contract.signContract':
      return 'agreement'
    case 'payment.recordPayment':
      return 'payment'
    case 'order.submitOrder':
    case 'order.submitLines':
    case 'order.chooseOtherNumber':
    case 'order.withdrawOrder':
      return 'order'
    case 'number.requestPortIn':
    case 'number.revealPuk':
    case 'number.askDonorAgain':
    case 'number.withdrawPortIn':
    // bills are paid beside a sale, not in one of its steps
    case 'payment.payBills':
    case 'payment.recordTransfer':
    case 'customer.changeContact':
    case 'customer.changeAddress':
    case 'interaction.logContact':
    case 'interaction.wrapUp':
    case 'interaction.planCallBack':
    case 'interaction.closeCallBack':
    // an override that is asked leaves the class as it is
    case 'credit.overrideDecision':
    case 'verification.recordAnswer':
    case 'verification.unlockCaller':
    case 'verification.setSecurityWord':
    case 'ticket.openTicket':
    case 'ticket.moveTicket':
    case 'ticket.takeTicket':
    case 'provisioning.completeTask':
    case 'interaction.takeDecision':
    case 'interaction.leaveShift':
    case 'interaction.handOverCase':
    case 'interaction.handOverDecision':
    case 'interaction.letStand':
    case 'payment.openDrawer':
    case 'payment.closeDrawer':
    case 'interaction.approveHeld':
    case 'interaction.rejectHeld':
    case 'contract.sendCode':
    case 'contract.tryCode':
    case 'contract.recordDocumentCheck':
    case 'contract.withdrawAgreement':
    case 'message.sendMessage':
    case 'message.sendAgain':
    case 'bill.sendAgain':
    case 'bill.recordPaper':
    case 'interaction.recordExport':
    case 'adjustment.giveCredit':
    case 'adjustment.decideCredit':
    case 'adjustment.withdrawCredit':
    case 'adjustment.reassignCredit':
    case 'adjustment.reverseCredit':
    case 'adjustment.askBack':
    case 'adjustment.answer':
    case 'adjustment.giveCharge':
    case 'adjustment.delegateAuthority':
    case 'adjustment.endDelegation':
    case 'dispute.fileDispute':
    case 'dispute.fileTopUp':
    case 'dispute.withdrawDispute':
    case 'dispute.askBack':
    case 'dispute.addWords':
    case 'dispute.reassign':
    case 'dispute.decideDispute':
      return undefined
    default:
      return assertNever(item.type)
  }
}

function stepBlockOf(item: OutboxItem): Block | undefined {
  const body = bodyOf(item, 'interaction.saveCaseStep')
  return body?.state === 'finished' ? stepBlocks[body.step] : undefined
}
