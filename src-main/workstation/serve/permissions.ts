import type { ServiceProcedureName } from '#shared/contract/procedures.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { backOffice, everyone, serving } from '#shared/domain/staff/roles.ts'

/** Who may call what. `nobodyYet`: also before anyone signed in. The compiler asks for a line per procedure. */
export const permissions: Readonly<Record<ServiceProcedureName, 'nobodyYet' | readonly Role[]>> = {
  // the sign-in page: status line, progress of the start, the demonstration's cable, who can sign in
  'desk.status': 'nobodyYet',
  'desk.startup': 'nobodyYet',
  'desk.notices': 'nobodyYet',
  'desk.setCable': 'nobodyYet',
  'staff.people': 'nobodyYet',
  'staff.session': 'nobodyYet',
  'staff.signIn': 'nobodyYet',
  'staff.signOut': 'nobodyYet',
  // everyone sees the work of the desk and finds customers; what may be done to them stands below
  'desk.toSend': everyone,
  'desk.needsYou': everyone,
  'desk.sendAgain': everyone,
  'interaction.takeDecision': everyone,
  'interaction.handOverDecision': everyone,
  'interaction.letStand': everyone,
  'desk.compareMirror': everyone,
  'customer.search': everyone,
  'customer.samePerson': everyone,
  'interaction.home': everyone,
  'interaction.caseView': everyone,
  'interaction.openWork': everyone,
  'interaction.keepOpenWork': everyone,
  'interaction.closeCase': everyone,
  'catalogue.offers': everyone,
  'contract.document': everyone,
  // the sale is made by those who serve customers
  'interaction.startCase': serving,
  'interaction.saveDraft': serving,
  'interaction.saveNote': serving,
  'interaction.reopenStep': serving,
  'interaction.parkCase': serving,
  'interaction.takeOverCase': serving,
  'interaction.takeCaseBack': serving,
  'customer.finishReason': serving,
  'customer.changeContact': serving,
  'customer.useMine': serving,
  'catalogue.finishOffer': serving,
  'number.freeNumbers': serving,
  'number.holdNumber': serving,
  'identity.finishIdentity': serving,
  'credit.finishCredit': serving,
  'credit.usePrepaidTwin': serving,
  'contract.finishSign': serving,
  'payment.finishPayNow': serving,
  'order.chooseOtherNumber': serving,
  'order.withdrawOrder': serving,
  // additional checks and stuck orders are decided in the back office
  'identity.referrals': backOffice,
  'identity.decideReferral': backOffice,
  'provisioning.stuckTasks': backOffice,
  'provisioning.completeTask': backOffice,
}
