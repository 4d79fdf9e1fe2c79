import type { ServiceProcedureName } from '#shared/contract/procedures.ts'
import type { DeskHandler } from '../desk.ts'
import { answerCredit } from './adjustment/answer.ts'
import { chargeRoom } from './adjustment/charge-room.ts'
import { credit } from './adjustment/credit.ts'
import { giveCredit } from './adjustment/give.ts'
import { giveCharge } from './adjustment/give-charge.ts'
import { reverseCredit } from './adjustment/reverse.ts'
import { room } from './adjustment/room.ts'
import { withdrawCredit } from './adjustment/withdraw.ts'
import { older } from './bill/older.ts'
import { running } from './bill/running.ts'
import { usage } from './bill/usage.ts'
import { bill } from './bill/bill.ts'
import { bills } from './bill/bills.ts'
import { finishQuestion } from './bill/finish-question.ts'
import { payments } from './bill/payments.ts'
import { printBill } from './bill/print-bill.ts'
import { billReceipt } from './bill/receipt.ts'
import { recordTransfer } from './bill/record-transfer.ts'
import { sendBillAgain } from './bill/send-again.ts'
import { takePayment } from './bill/take-payment.ts'
import { today } from './bill/today.ts'
import { finishOffer } from './catalogue/finish-offer.ts'
import { knowledge } from './catalogue/knowledge.ts'
import { townOf } from './catalogue/town-of.ts'
import { offers } from './catalogue/offers.ts'
import { document } from './contract/document.ts'
import { finishSign } from './contract/finish-sign.ts'
import { askOverride } from './credit/ask-override.ts'
import { recordDocumentCheck } from './contract/record-document-check.ts'
import { sendCode } from './contract/send-code.ts'
import { sendSummary } from './contract/send-summary.ts'
import { slip } from './contract/slip.ts'
import { eSimSlip } from './number/e-sim-slip.ts'
import { tryCode } from './contract/try-code.ts'
import { withdrawAgreement } from './contract/withdraw-agreement.ts'
import { finishCredit } from './credit/finish-credit.ts'
import { usePrepaidTwin } from './credit/use-prepaid-twin.ts'
import { changeAddress } from './customer/change-address.ts'
import { changeContact } from './customer/change-contact.ts'
import { finishReason } from './customer/finish-reason.ts'
import { samePerson } from './customer/same-person.ts'
import { search } from './customer/search.ts'
import { useMine } from './customer/use-mine.ts'
import { alike, decideAlike } from './decision/alike.ts'
import { decide } from './decision/decide.ts'
import { insight } from './decision/insight.ts'
import { matter, recount } from './decision/matter.ts'
import { askBack, reassign, undo } from './decision/move-matter.ts'
import { queue } from './decision/queue.ts'
import { recordExport } from './decision/record-export.ts'
import { guide } from './desk/guide.ts'
import { needsYou } from './desk/needs-you.ts'
import { deskNotices } from './desk/notices.ts'
import { sendAgain } from './desk/send-again.ts'
import { deskCompareMirror } from './desk/compare-mirror.ts'
import { deskSetCable } from './desk/set-cable.ts'
import { deskStartup } from './desk/startup.ts'
import { deskStatus } from './desk/status.ts'
import { toSend } from './desk/to-send.ts'
import { dispute } from './dispute/dispute.ts'
import { evidenceFile, keepFile } from './dispute/evidence-file.ts'
import { fileDispute } from './dispute/file.ts'
import { fileTopUp } from './dispute/file-top-up.ts'
import { ofBill } from './dispute/of-bill.ts'
import { ofCustomer } from './dispute/of-customer.ts'
import { ofTopUp } from './dispute/of-top-up.ts'
import { addWords, withdrawDispute } from './dispute/withdraw.ts'
import { decideReferral } from './identity/decide-referral.ts'
import { finishIdentity } from './identity/finish-identity.ts'
import { referrals } from './identity/referrals.ts'
import { caseTrail } from './interaction/case-trail.ts'
import { caseView } from './interaction/case-view.ts'
import { callBacks } from './interaction/call-backs.ts'
import { closeCallBack } from './interaction/close-call-back.ts'
import { closeCase } from './interaction/close-case.ts'
import { customerView } from './interaction/customer-view.ts'
import { approveHeld, rejectHeld } from './interaction/decide-held.ts'
import { colleagues } from './interaction/colleagues.ts'
import { handOverCase } from './interaction/hand-over-case.ts'
import { handOverDecision } from './interaction/hand-over-decision.ts'
import { home } from './interaction/home.ts'
import { keepOpenWork } from './interaction/keep-open-work.ts'
import { letStand } from './interaction/let-stand.ts'
import { openWork } from './interaction/open-work.ts'
import { parkCase } from './interaction/park-case.ts'
import { planCallBack } from './interaction/plan-call-back.ts'
import { reopenStep } from './interaction/reopen-step.ts'
import { saveDraft } from './interaction/save-draft.ts'
import { saveNote } from './interaction/save-note.ts'
import { startCase } from './interaction/start-case.ts'
import { teamCases } from './interaction/team-cases.ts'
import { takeCaseBack } from './interaction/take-case-back.ts'
import { takeDecision } from './interaction/take-decision.ts'
import { takeOverCase } from './interaction/take-over-case.ts'
import { sendAgain as sendMessageAgain } from './message/send-again.ts'
import { sendMessage } from './message/send.ts'
import { freeNumbers } from './number/free-numbers.ts'
import { askDonorAgain } from './number/ask-donor-again.ts'
import { holdNumber } from './number/hold-number.ts'
import { chooseOtherNumber } from './order/choose-other-number.ts'
import { portIns } from './number/port-ins.ts'
import { revealPuk } from './number/reveal-puk.ts'
import { withdrawPortIn } from './number/withdraw-port-in.ts'
import { judgeLines } from './order/judge-lines.ts'
import { lineProgress } from './order/line-progress.ts'
import { orderLines } from './order/order-lines.ts'
import { withdrawOrder } from './order/withdraw-order.ts'
import { closeDrawer } from './payment/close-drawer.ts'
import { drawer } from './payment/drawer.ts'
import { finishPayNow } from './payment/finish-pay-now.ts'
import { openDrawer } from './payment/open-drawer.ts'
import { receipt } from './payment/receipt.ts'
import { closeCall } from './phone/close-call.ts'
import { currentCall } from './phone/current-call.ts'
import { dial } from './phone/dial.ts'
import { moveCall } from './phone/move-call.ts'
import { ring } from './phone/ring.ts'
import { saveCallNote } from './phone/save-note.ts'
import { simulate } from './phone/simulate.ts'
import { completeTask } from './provisioning/complete-task.ts'
import { stuckTasks } from './provisioning/stuck-tasks.ts'
import { staffPeople } from './staff/people.ts'
import { staffSession } from './staff/session.ts'
import { staffSignIn } from './staff/sign-in.ts'
import { staffLock } from './staff/lock.ts'
import { staffSignOut } from './staff/sign-out.ts'
import { moveTicket } from './ticket/move-ticket.ts'
import { myTickets } from './ticket/my-tickets.ts'
import { openTicket } from './ticket/open-ticket.ts'
import { takeTicket } from './ticket/take-ticket.ts'
import { answerCaller } from './verification/answer.ts'
import { caller } from './verification/caller.ts'
import { setSecurityWord } from './verification/set-word.ts'
import { unlockCaller } from './verification/unlock.ts'

/** Who answers each procedure; the compiler refuses a missing one. */
export const deskHandlers: { readonly [N in ServiceProcedureName]: DeskHandler<N> } = {
  'desk.status': deskStatus,
  'desk.startup': deskStartup,
  'desk.notices': deskNotices,
  'desk.toSend': toSend,
  'desk.guide': guide,
  'desk.needsYou': needsYou,
  'desk.sendAgain': sendAgain,
  'desk.setCable': deskSetCable,
  'desk.compareMirror': deskCompareMirror,
  'staff.people': staffPeople,
  'staff.session': staffSession,
  'staff.signIn': staffSignIn,
  'staff.signOut': staffSignOut,
  'staff.lock': staffLock,
  'customer.search': search,
  'customer.samePerson': samePerson,
  'customer.finishReason': finishReason,
  'customer.changeContact': changeContact,
  'customer.changeAddress': changeAddress,
  'customer.useMine': useMine,
  'interaction.home': home,
  'interaction.teamCases': teamCases,
  'interaction.openWork': openWork,
  'interaction.keepOpenWork': keepOpenWork,
  'interaction.startCase': startCase,
  'interaction.caseTrail': caseTrail,
  'interaction.caseView': caseView,
  'interaction.saveDraft': saveDraft,
  'interaction.saveNote': saveNote,
  'interaction.closeCase': closeCase,
  'interaction.reopenStep': reopenStep,
  'interaction.parkCase': parkCase,
  'interaction.takeOverCase': takeOverCase,
  'interaction.handOverCase': handOverCase,
  'interaction.colleagues': colleagues,
  'interaction.takeCaseBack': takeCaseBack,
  'interaction.takeDecision': takeDecision,
  'interaction.handOverDecision': handOverDecision,
  'interaction.letStand': letStand,
  'interaction.approveHeld': approveHeld,
  'interaction.rejectHeld': rejectHeld,
  'bill.running': running,
  'bill.older': older,
  'bill.usage': usage,
  'catalogue.offers': offers,
  'catalogue.knowledge': knowledge,
  'catalogue.townOf': townOf,
  'catalogue.finishOffer': finishOffer,
  'number.freeNumbers': freeNumbers,
  'number.holdNumber': holdNumber,
  'number.revealPuk': revealPuk,
  'number.portIns': portIns,
  'number.askDonorAgain': askDonorAgain,
  'number.withdrawPortIn': withdrawPortIn,
  'identity.finishIdentity': finishIdentity,
  'identity.referrals': referrals,
  'identity.decideReferral': decideReferral,
  'credit.finishCredit': finishCredit,
  'credit.usePrepaidTwin': usePrepaidTwin,
  'credit.askOverride': askOverride,
  'contract.finishSign': finishSign,
  'contract.document': document,
  'contract.slip': slip,
  'number.eSimSlip': eSimSlip,
  'contract.sendSummary': sendSummary,
  'contract.sendCode': sendCode,
  'contract.tryCode': tryCode,
  'contract.recordDocumentCheck': recordDocumentCheck,
  'contract.withdrawAgreement': withdrawAgreement,
  'message.send': sendMessage,
  'message.sendAgain': sendMessageAgain,
  'payment.finishPayNow': finishPayNow,
  'payment.receipt': receipt,
  'payment.drawer': drawer,
  'payment.openDrawer': openDrawer,
  'payment.closeDrawer': closeDrawer,
  'order.chooseOtherNumber': chooseOtherNumber,
  'order.withdrawOrder': withdrawOrder,
  'order.judgeLines': judgeLines,
  'order.orderLines': orderLines,
  'order.lineProgress': lineProgress,
  'provisioning.stuckTasks': stuckTasks,
  'provisioning.completeTask': completeTask,
  'decision.queue': queue,
  'decision.matter': matter,
  'decision.recount': recount,
  'decision.decide': decide,
  'decision.undo': undo,
  'decision.alike': alike,
  'decision.decideAlike': decideAlike,
  'decision.insight': insight,
  'decision.recordExport': recordExport,
  'decision.askBack': askBack,
  'decision.reassign': reassign,
  'interaction.customerView': customerView,
  'interaction.callBacks': callBacks,
  'interaction.planCallBack': planCallBack,
  'interaction.closeCallBack': closeCallBack,
  'bill.bills': bills,
  'bill.bill': bill,
  'bill.today': today,
  'bill.print': printBill,
  'bill.takePayment': takePayment,
  'bill.recordTransfer': recordTransfer,
  'bill.payments': payments,
  'bill.receipt': billReceipt,
  'bill.sendAgain': sendBillAgain,
  'bill.finishQuestion': finishQuestion,
  'dispute.ofBill': ofBill,
  'dispute.ofCustomer': ofCustomer,
  'dispute.dispute': dispute,
  'dispute.file': fileDispute,
  'dispute.ofTopUp': ofTopUp,
  'dispute.fileTopUp': fileTopUp,
  'dispute.keepFile': keepFile,
  'dispute.evidenceFile': evidenceFile,
  'dispute.withdraw': withdrawDispute,
  'dispute.addWords': addWords,
  'adjustment.room': room,
  'adjustment.credit': credit,
  'adjustment.give': giveCredit,
  'adjustment.chargeRoom': chargeRoom,
  'adjustment.giveCharge': giveCharge,
  'adjustment.reverse': reverseCredit,
  'adjustment.withdraw': withdrawCredit,
  'adjustment.answer': answerCredit,
  'ticket.myTickets': myTickets,
  'ticket.openTicket': openTicket,
  'ticket.moveTicket': moveTicket,
  'ticket.takeTicket': takeTicket,
  'verification.caller': caller,
  'verification.answer': answerCaller,
  'verification.unlock': unlockCaller,
  'verification.setWord': setSecurityWord,
  'phone.currentCall': currentCall,
  'phone.ring': ring,
  'phone.simulate': simulate,
  'phone.dial': dial,
  'phone.moveCall': moveCall,
  'phone.saveNote': saveCallNote,
  'phone.closeCall': closeCall,
}
