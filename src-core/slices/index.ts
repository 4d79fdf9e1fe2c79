import type { HandlerMap } from '../sync/handler-map.ts'
import { answer as answerCredit, askBack as askBackCredit } from './adjustment/ask-back.ts'
import { decideCredit } from './adjustment/decide-credit.ts'
import { delegateAuthority, endDelegation } from './adjustment/delegate-authority.ts'
import { giveCredit } from './adjustment/give-credit.ts'
import { giveCharge } from './adjustment/give-charge.ts'
import { reverseCredit } from './adjustment/reverse-credit.ts'
import { reassignCredit } from './adjustment/reassign-credit.ts'
import { withdrawCredit } from './adjustment/withdraw-credit.ts'
import { decideDispute } from './dispute/decide-dispute.ts'
import { fileDispute } from './dispute/file-dispute.ts'
import { fileTopUp } from './dispute/file-top-up.ts'
import { addWords, askBack, reassign, withdrawDispute } from './dispute/move-dispute.ts'
import { recordPaper } from './bill/record-paper.ts'
import { sendBillAgain } from './bill/send-bill-again.ts'
import { recordDocumentCheck } from './contract/record-document-check.ts'
import { sendCode } from './contract/send-code.ts'
import { signContract } from './contract/sign-contract.ts'
import { overrideDecision } from './credit/override-decision.ts'
import { tryCode } from './contract/try-code.ts'
import { withdrawAgreement } from './contract/withdraw-agreement.ts'
import { requestDecision } from './credit/request-decision.ts'
import { changeAddress } from './customer/change-address.ts'
import { changeContact } from './customer/change-contact.ts'
import { createCompany } from './customer/create-company.ts'
import { createHousehold } from './customer/create-household.ts'
import { createProspect } from './customer/create-prospect.ts'
import { decideReferral } from './identity/decide-referral.ts'
import { recordEvidence } from './identity/record-evidence.ts'
import { closeCallBack } from './interaction/close-call-back.ts'
import { approveHeld } from './interaction/approve-held.ts'
import { closeCase } from './interaction/close-case.ts'
import { handOverCase } from './interaction/hand-over-case.ts'
import { handOverDecision } from './interaction/hand-over-decision.ts'
import { leaveShift } from './interaction/leave-shift.ts'
import { letStand } from './interaction/let-stand.ts'
import { logContact } from './interaction/log-contact.ts'
import { openCase } from './interaction/open-case.ts'
import { planCallBack } from './interaction/plan-call-back.ts'
import { recordExport } from './interaction/record-export.ts'
import { rejectHeld } from './interaction/reject-held.ts'
import { saveCaseStep } from './interaction/save-case-step.ts'
import { takeDecision } from './interaction/take-decision.ts'
import { takeOverCase } from './interaction/take-over-case.ts'
import { wrapUp } from './interaction/wrap-up.ts'
import { sendAgain } from './message/send-again.ts'
import { sendMessage } from './message/send-message.ts'
import { askDonorAgain } from './number/ask-donor-again.ts'
import { requestPortIn } from './number/request-port-in.ts'
import { revealPuk } from './number/reveal-puk.ts'
import { reserveNumber } from './number/reserve-number.ts'
import { withdrawPortIn } from './number/withdraw-port-in.ts'
import { chooseOtherNumber } from './order/choose-other-number.ts'
import { submitLines } from './order/submit-lines.ts'
import { submitOrder } from './order/submit-order.ts'
import { withdrawOrder } from './order/withdraw-order.ts'
import { closeDrawer } from './payment/close-drawer.ts'
import { openDrawer } from './payment/open-drawer.ts'
import { payBills, recordTransfer } from './payment/pay-bills.ts'
import { recordPayment } from './payment/record-payment.ts'
import { completeTask } from './provisioning/complete-task.ts'
import { moveTicket } from './ticket/move-ticket.ts'
import { openTicket } from './ticket/open-ticket.ts'
import { takeTicket } from './ticket/take-ticket.ts'
import { recordAnswer } from './verification/record-answer.ts'
import { setSecurityWord } from './verification/set-security-word.ts'
import { unlockCaller } from './verification/unlock-caller.ts'

/** What the core does with each command of a desk. */
export const handlers: HandlerMap = {
  'interaction.openCase': openCase,
  'interaction.saveCaseStep': saveCaseStep,
  'interaction.closeCase': closeCase,
  'interaction.takeOverCase': takeOverCase,
  'interaction.handOverCase': handOverCase,
  'interaction.logContact': logContact,
  'interaction.wrapUp': wrapUp,
  'interaction.planCallBack': planCallBack,
  'interaction.closeCallBack': closeCallBack,
  'interaction.takeDecision': takeDecision,
  'interaction.leaveShift': leaveShift,
  'interaction.handOverDecision': handOverDecision,
  'interaction.letStand': letStand,
  'interaction.approveHeld': approveHeld,
  'interaction.recordExport': recordExport,
  'interaction.rejectHeld': rejectHeld,
  'customer.createProspect': createProspect,
  'customer.createCompany': createCompany,
  'customer.createHousehold': createHousehold,
  'customer.changeContact': changeContact,
  'customer.changeAddress': changeAddress,
  'number.reserveNumber': reserveNumber,
  'number.revealPuk': revealPuk,
  'number.requestPortIn': requestPortIn,
  'number.askDonorAgain': askDonorAgain,
  'number.withdrawPortIn': withdrawPortIn,
  'identity.recordEvidence': recordEvidence,
  'identity.decideReferral': decideReferral,
  'credit.requestDecision': requestDecision,
  'credit.overrideDecision': overrideDecision,
  'contract.signContract': signContract,
  'contract.sendCode': sendCode,
  'contract.tryCode': tryCode,
  'contract.recordDocumentCheck': recordDocumentCheck,
  'contract.withdrawAgreement': withdrawAgreement,
  'payment.recordPayment': recordPayment,
  'payment.payBills': payBills,
  'payment.recordTransfer': recordTransfer,
  'payment.openDrawer': openDrawer,
  'payment.closeDrawer': closeDrawer,
  'order.submitOrder': submitOrder,
  'order.submitLines': submitLines,
  'order.chooseOtherNumber': chooseOtherNumber,
  'order.withdrawOrder': withdrawOrder,
  'provisioning.completeTask': completeTask,
  'ticket.openTicket': openTicket,
  'ticket.moveTicket': moveTicket,
  'ticket.takeTicket': takeTicket,
  'verification.recordAnswer': recordAnswer,
  'verification.unlockCaller': unlockCaller,
  'verification.setSecurityWord': setSecurityWord,
  'message.sendMessage': sendMessage,
  'message.sendAgain': sendAgain,
  'bill.recordPaper': recordPaper,
  'bill.sendAgain': sendBillAgain,
  'adjustment.giveCredit': giveCredit,
  'adjustment.decideCredit': decideCredit,
  'adjustment.withdrawCredit': withdrawCredit,
  'adjustment.reassignCredit': reassignCredit,
  'adjustment.askBack': askBackCredit,
  'adjustment.answer': answerCredit,
  'adjustment.reverseCredit': reverseCredit,
  'adjustment.giveCharge': giveCharge,
  'adjustment.delegateAuthority': delegateAuthority,
  'adjustment.endDelegation': endDelegation,
  'dispute.fileDispute': fileDispute,
  'dispute.fileTopUp': fileTopUp,
  'dispute.withdrawDispute': withdrawDispute,
  'dispute.askBack': askBack,
  'dispute.addWords': addWords,
  'dispute.reassign': reassign,
  'dispute.decideDispute': decideDispute,
}
