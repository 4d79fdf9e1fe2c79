import { z } from 'zod'
import { askOverrideInput } from '#shared/domain/credit/contract.ts'
import {
  knowledgeOutput,
  offersInput,
  offersOutput,
  townOfInput,
  townOfOutput,
} from '#shared/domain/catalogue/contract.ts'
import {
  changeContactInput,
  samePersonInput,
  samePersonOutput,
  searchInput,
  searchOutput,
} from '#shared/domain/customer/contract.ts'
import { decideReferralInput, referralsOutput } from '#shared/domain/identity/contract.ts'
import {
  caseViewSchema,
  colleaguesOutput,
  finishStepRefusals,
  handOverInput,
  homeSchema,
  openWorkSchema,
  saveDraftInput,
  saveNoteInput,
  startCaseInput,
  teamCasesInput,
  teamCasesOutput,
} from '#shared/domain/interaction/contract.ts'
import { guideSchema } from '#shared/domain/interaction/guide.ts'
import { callBackLineSchema, customerViewSchema, planCallBackInput } from '#shared/domain/interaction/customer-view.ts'
import { askAgainInput, portInsOutput } from '#shared/domain/number/port-in-contract.ts'
import { recordDocumentCheckInput, tryCodeInput, withdrawAgreementInput } from '#shared/domain/contract/contract.ts'
import { freeNumbersInput, freeNumbersOutput, holdNumberInput } from '#shared/domain/number/contract.ts'
import { revealPukInput, revealPukOutput } from '#shared/domain/number/puk.ts'
import { judgedLinesSchema, lineFileInput, lineProgressSchema } from '#shared/domain/order/contract.ts'
import {
  closeDrawerInput,
  closeDrawerOutput,
  drawerOutput,
  openDrawerInput,
  receiptOutput,
} from '#shared/domain/payment/contract.ts'
import {
  callNoteInput,
  callViewSchema,
  closeCallInput,
  dialInput,
  moveCallInput,
  ringInput,
} from '#shared/domain/phone/contract.ts'
import { completeTaskInput, stuckTasksOutput } from '#shared/domain/provisioning/contract.ts'
import { leftSchema, sessionSchema, signInInput, signInRefusals, tileSchema } from '#shared/domain/staff/contract.ts'
import { moveTicketInput, myTicketsOutput, openTicketInput } from '#shared/domain/ticket/contract.ts'
import {
  answerInput,
  answerOutput,
  callerInput,
  callerViewSchema,
  securityWordInput,
  unlockInput,
} from '#shared/domain/verification/contract.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { command, done, nothing, query } from '#shared/kernel/procedure.ts'
import type { Procedure } from '#shared/kernel/procedure.ts'
import { msisdnSchema } from '#shared/kernel/text-field.ts'
import {
  needsYouItemSchema,
  noticeSchema,
  preferencesSchema,
  startupSchema,
  statusSchema,
  toldItemSchema,
  toSendLineSchema,
} from './desk.ts'
import type { GeneralError } from './errors.ts'

const oneCase = z.strictObject({ caseId: idSchema })

/** Procedures the shell (or the web host) answers itself: this machine's preferences and notices. */
export const shellProcedures = {
  'preferences.get': query(nothing, preferencesSchema),
  'preferences.set': command(preferencesSchema.partial(), preferencesSchema),
  /** Throws this demonstration away, cases and all, and fills a new one; only with a core on this machine. */
  'shell.resetDemonstration': command(nothing, done, ['NOT_DEMONSTRATION']),
  'shell.notices': query(nothing, z.object({ notices: z.array(noticeSchema) })),
} as const

/** Procedures the workstation service answers; who acts comes from its session, never from the page. */
export const serviceProcedures = {
  'desk.status': query(nothing, statusSchema),
  'desk.startup': query(nothing, startupSchema),
  /** What the desk must tell about its own files. */
  'desk.notices': query(nothing, z.object({ notices: z.array(noticeSchema) })),
  'desk.toSend': query(nothing, z.object({ lines: z.array(toSendLineSchema) })),
  'desk.needsYou': query(nothing, z.object({ items: z.array(needsYouItemSchema), told: z.array(toldItemSchema) })),
  /** Gives a command the core could not take in another try. */
  'desk.sendAgain': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  /** Has this desk's mirror compared with the core; the tables that differed are loaded anew by themselves. */
  'desk.compareMirror': command(nothing, z.object({ tables: z.array(z.string()) }), ['CORE_UNREACHABLE']),
  /** The stories of the demonstration and how far they are; no story where there is none. */
  'desk.guide': query(nothing, guideSchema),
  'desk.setCable': command(z.strictObject({ isPulled: z.boolean() }), done, ['NOT_DEMONSTRATION']),

  'staff.people': query(nothing, z.object({ people: z.array(tileSchema), businessDate: z.string().nullable() })),
  'staff.session': query(nothing, z.object({ session: sessionSchema.nullable(), left: leftSchema.nullable() })),
  'staff.signIn': command(signInInput, sessionSchema, signInRefusals),
  'staff.signOut': command(nothing, z.object({ unsent: z.int() })),
  /** Leaves the desk to whoever comes, for a moment: what is open stays the person's, and comes back with them. */
  'staff.lock': command(nothing, z.object({ unsent: z.int() })),

  'customer.search': query(searchInput, searchOutput),
  'customer.samePerson': query(samePersonInput, samePersonOutput),

  'interaction.home': query(nothing, homeSchema),
  /** Open cases of colleagues, by customer's name or case reference: to look at, or to take over. */
  'interaction.teamCases': query(teamCasesInput, teamCasesOutput),
  'interaction.openWork': query(nothing, openWorkSchema),
  'interaction.keepOpenWork': command(openWorkSchema, done),
  'interaction.startCase': command(startCaseInput, z.object({ caseId: idSchema })),
  'interaction.caseView': query(oneCase, caseViewSchema, ['CASE_UNKNOWN']),
  'interaction.saveDraft': command(saveDraftInput, z.object({ savedAt: z.int() }), ['CASE_UNKNOWN', 'CASE_CLOSED']),
  'interaction.saveNote': command(saveNoteInput, z.object({ savedAt: z.int() }), ['CASE_UNKNOWN', 'CASE_CLOSED']),
  'interaction.closeCase': command(oneCase, done, ['CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_SIGNED', 'CASE_TAKEN_OVER']),
  /** Leaves a case: what is typed and not finished travels, so that another desk can go on. */
  'interaction.parkCase': command(oneCase, done, ['CASE_UNKNOWN']),
  /** Goes on with a case another desk has; from then on that one only reads. */
  'interaction.takeOverCase': command(oneCase, done, ['CASE_UNKNOWN', 'CASE_CLOSED']),
  /** Gives a case with everything typed in it to a colleague; they find it among their own, on any desk. */
  'interaction.handOverCase': command(handOverInput, done, [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'CASE_TAKEN_OVER',
    'COLLEAGUE_UNKNOWN',
  ]),
  /** Who a case can be handed over to. */
  'interaction.colleagues': query(nothing, colleaguesOutput),
  /** Takes back a case another desk took over meanwhile; what was refused for that stands in its steps as typed. */
  'interaction.takeCaseBack': command(z.strictObject({ commandId: idSchema }), z.object({ caseId: idSchema }), [
    'NOTHING_TO_RESOLVE',
    'CASE_UNKNOWN',
    'CASE_CLOSED',
  ]),

  /** Finishing a step takes what was last saved in it, judges it, and captures its commands. */
  'customer.finishReason': command(oneCase, done, finishStepRefusals),
  'customer.changeContact': command(changeContactInput, done, ['CASE_UNKNOWN', 'CONTACT_WRONG', 'CALLER_NOT_VERIFIED']),
  /** Another desk was first with a field: decides for what was entered here. */
  'customer.useMine': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  'catalogue.offers': query(offersInput, offersOutput, ['CASE_UNKNOWN']),
  'catalogue.knowledge': query(nothing, knowledgeOutput),
  'catalogue.townOf': query(townOfInput, townOfOutput),
  'catalogue.finishOffer': command(oneCase, done, [...finishStepRefusals, 'OFFER_NOT_ALLOWED']),
  'number.freeNumbers': query(freeNumbersInput, freeNumbersOutput),
  'number.holdNumber': command(holdNumberInput, done, [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'NUMBER_TAKEN',
    'ALREADY_SIGNED',
    'CASE_TAKEN_OVER',
  ]),
  /** The PUK of a customer's SIM, for a reason. */
  'number.revealPuk': command(revealPukInput, revealPukOutput, ['SIM_UNKNOWN', 'CALLER_NOT_VERIFIED', 'PUK_REFUSED']),
  /** Numbers on their way from other operators: of a case, or all that a donor refused. */
  'number.portIns': query(z.strictObject({ caseId: idSchema.nullable() }), portInsOutput),
  'number.askDonorAgain': command(askAgainInput, done, ['PORT_IN_UNKNOWN', 'PORT_NOT_REFUSED', 'STEP_INCOMPLETE']),
  'number.withdrawPortIn': command(z.strictObject({ portInId: idSchema }), done, ['PORT_IN_UNKNOWN', 'PORT_IN_OVER']),
  'identity.finishIdentity': command(oneCase, done, [
    ...finishStepRefusals,
    'IDENTITY_REFUSED',
    'PERSON_KNOWN',
    'PERSON_DIFFERS',
  ]),
  'identity.referrals': query(nothing, referralsOutput),
  'identity.decideReferral': command(decideReferralInput, done, ['EVIDENCE_UNKNOWN', 'NOT_REFERRED']),
  'credit.finishCredit': command(oneCase, done, [
    ...finishStepRefusals,
    'CONSENT_MISSING',
    'OFFLINE_CAP_REACHED',
    'LEASE_ENDED',
  ]),
  /** Asks that a class or a limit be overridden; from a supervisor it is the decision, else it waits for one. */
  'credit.askOverride': command(askOverrideInput, done, [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'CASE_TAKEN_OVER',
    'CREDIT_MISSING',
    'OVERRIDE_NOT_NEEDED',
    'OVERRIDE_ASKED',
  ]),
  'credit.usePrepaidTwin': command(oneCase, done, ['CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_TAKEN_OVER', 'NO_TWIN']),
  /** Seals the contract: the PDF is made, hashed, kept, and the signature captured. */
  'contract.finishSign': command(oneCase, done, [...finishStepRefusals, 'PAPER_FAILED', 'LEASE_ENDED']),
  'contract.document': query(oneCase, z.object({ fileName: z.string(), sha256: z.string(), base64: z.string() }), [
    'CASE_UNKNOWN',
    'NOT_SIGNED',
    'DOCUMENT_ELSEWHERE',
  ]),
  /** The QR code of an eSIM, as PDF. */
  'number.eSimSlip': command(oneCase, receiptOutput, ['CASE_UNKNOWN', 'NO_E_SIM', 'PAPER_FAILED']),
  /** The slip a customer leaves with while something is not confirmed, as PDF. */
  'contract.slip': command(oneCase, receiptOutput, ['CASE_UNKNOWN', 'NOT_SIGNED', 'PAPER_FAILED']),
  /** Accepted by phone: the summary first, then a one-time code the core makes and tries, or a recording (finishSign). */
  'contract.sendSummary': command(oneCase, done, [...finishStepRefusals, 'ALREADY_SIGNED', 'ADDRESS_MISSING']),
  'contract.sendCode': command(oneCase, done, [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'CASE_TAKEN_OVER',
    'ALREADY_SIGNED',
    'CODE_NEEDS_CORE',
    'SUMMARY_MISSING',
    'ADDRESS_MISSING',
  ]),
  'contract.tryCode': command(tryCodeInput, done, [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'CASE_TAKEN_OVER',
    'CODE_NEEDS_CORE',
    'CODE_UNKNOWN',
    'CODE_LOCKED',
    'CODE_EXPIRED',
    'CODE_SHAPE',
  ]),
  /** What was found when the document was seen on delivery. */
  'contract.recordDocumentCheck': command(recordDocumentCheckInput, done, ['NOT_SIGNED', 'DOCUMENT_NOT_DUE']),
  'contract.withdrawAgreement': command(withdrawAgreementInput, done, [
    'NOT_SIGNED',
    'WITHDRAWAL_NONE',
    'WITHDRAWAL_OVER',
  ]),
  /** Sends a message to the customer once more. */
  'message.sendAgain': command(z.strictObject({ messageId: idSchema }), done, [
    'MESSAGE_UNKNOWN',
    'MESSAGE_ON_ITS_WAY',
    'MESSAGE_SECRET',
  ]),
  'payment.finishPayNow': command(oneCase, done, [...finishStepRefusals, 'LEASE_ENDED']),
  /** The receipt of what was paid, as PDF. */
  'payment.receipt': command(oneCase, receiptOutput, ['CASE_UNKNOWN', 'NOT_PAID', 'PAPER_FAILED']),
  /** The cash drawer of this desk, shift by shift. */
  'payment.drawer': query(nothing, drawerOutput),
  'payment.openDrawer': command(openDrawerInput, done, ['DRAWER_OPEN']),
  'payment.closeDrawer': command(closeDrawerInput, closeDrawerOutput, ['DRAWER_CLOSED']),

  'order.chooseOtherNumber': command(
    z.strictObject({
      commandId: idSchema,
      msisdn: msisdnSchema,
      acceptedBy: z.enum(['customerAtCounter', 'customerByPhone']),
    }),
    done,
    ['NOTHING_TO_RESOLVE'],
  ),
  /** Lines of a file for the company of a case, each judged; nothing is kept of it. */
  'order.judgeLines': query(lineFileInput, judgedLinesSchema, ['CASE_UNKNOWN', 'COMPANIES_ONLY', 'CORE_UNREACHABLE']),
  /** Orders all lines of a file, or none while one of them is wrong. */
  'order.orderLines': command(lineFileInput, z.object({ count: z.int() }), [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'CASE_TAKEN_OVER',
    'CORE_UNREACHABLE',
    'COMPANIES_ONLY',
    'LINES_REFUSED',
    'LEASE_ENDED',
  ]),
  /** How far the lines ordered in a case are; null where none were. */
  'order.lineProgress': query(oneCase, z.object({ progress: lineProgressSchema.nullable() })),
  'order.withdrawOrder': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  /** Puts a refused step back on the desk: its draft opens again with what was typed. */
  'interaction.reopenStep': command(z.strictObject({ commandId: idSchema }), z.object({ caseId: idSchema }), [
    'NOTHING_TO_RESOLVE',
  ]),
  /** Takes a matter of the team's queue, or keeps an own one; hands one up; leaves things as they are on record. */
  'interaction.takeDecision': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  'interaction.handOverDecision': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  'interaction.letStand': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),
  /** What was held for a supervisor takes effect now, or never. */
  'interaction.approveHeld': command(z.strictObject({ commandId: idSchema }), done, [
    'NOTHING_TO_RESOLVE',
    'APPROVAL_BY_SELF',
  ]),
  'interaction.rejectHeld': command(z.strictObject({ commandId: idSchema }), done, ['NOTHING_TO_RESOLVE']),

  /** A customer from all sides; their history from first inquiry to now. */
  'interaction.customerView': query(z.strictObject({ customerId: idSchema }), customerViewSchema, ['NOT_FOUND']),
  'interaction.callBacks': query(nothing, z.object({ lines: z.array(callBackLineSchema) })),
  'interaction.planCallBack': command(planCallBackInput, done, ['NOT_FOUND']),
  'interaction.closeCallBack': command(
    z.strictObject({ callBackId: idSchema, outcome: z.enum(['done', 'dropped']) }),
    done,
    ['CALL_BACK_UNKNOWN', 'CALL_BACK_CLOSED'],
  ),

  'ticket.myTickets': query(nothing, myTicketsOutput),
  'ticket.openTicket': command(openTicketInput, z.object({ ticketId: idSchema }), ['NOT_FOUND']),
  'ticket.moveTicket': command(moveTicketInput, done, ['TICKET_UNKNOWN', 'TICKET_MOVED']),
  'ticket.takeTicket': command(z.strictObject({ ticketId: idSchema }), done, ['TICKET_UNKNOWN']),

  'phone.currentCall': query(nothing, z.object({ view: callViewSchema.nullable() })),
  /** A telephone says that somebody calls (or that its owner dialled): by a link, by the loopback door (docs/phone.md). */
  'phone.ring': command(ringInput, done, ['CALL_BUSY']),
  'phone.simulate': command(nothing, done, ['CALL_BUSY', 'NOT_DEMONSTRATION']),
  'phone.dial': command(dialInput, done, ['CALL_BUSY', 'NOT_FOUND']),
  'phone.moveCall': command(moveCallInput, done, ['CALL_GONE']),
  'phone.saveNote': command(callNoteInput, z.object({ savedAt: z.int() }), ['CALL_GONE']),
  'phone.closeCall': command(closeCallInput, done, ['CALL_GONE']),

  /** How far the caller is known, what can be asked, and whether they are locked. */
  'verification.caller': query(callerInput, callerViewSchema, ['NOT_FOUND']),
  /** Match or not; what is expected is never said. Level 3 is the core's alone. */
  'verification.answer': command(answerInput, answerOutput, [
    'NOT_FOUND',
    'NO_CONTACT',
    'CALLER_LOCKED',
    'NOTHING_TO_COMPARE',
    'ANSWER_UNREADABLE',
    'LEVEL_NEEDS_CORE',
  ]),
  'verification.unlock': command(unlockInput, done, ['NOT_FOUND', 'CALLER_NOT_LOCKED']),
  'verification.setWord': command(securityWordInput, done, ['NOT_FOUND', 'CALLER_NOT_VERIFIED', 'ANSWER_UNREADABLE']),

  'provisioning.stuckTasks': query(nothing, stuckTasksOutput),
  'provisioning.completeTask': command(completeTaskInput, done, ['TASK_UNKNOWN', 'TASK_NOT_STUCK']),
} as const

export const procedures = { ...shellProcedures, ...serviceProcedures } as const

export type ProcedureName = keyof typeof procedures
export type ServiceProcedureName = keyof typeof serviceProcedures
export type ShellProcedureName = keyof typeof shellProcedures
export type InputOf<N extends ProcedureName> = z.infer<(typeof procedures)[N]['input']>
export type OutputOf<N extends ProcedureName> = z.infer<(typeof procedures)[N]['output']>
export type ErrorOf<N extends ProcedureName> = (typeof procedures)[N]['errors'][number] | GeneralError

/** Whether a text names a procedure. */
export function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name)
}

/** Whether the shell answers a procedure itself. */
export function isShellProcedure(name: ProcedureName): name is ShellProcedureName {
  return Object.hasOwn(shellProcedures, name)
}

/** A procedure with its types forgotten, for the door that treats all alike. */
export function procedureOf(name: ProcedureName): Procedure<unknown, unknown> {
  // every entry is a Procedure of its own types; the door parses input and output with this same entry
  return procedures[name] as unknown as Procedure<unknown, unknown>
}

/** What the service tells the page without being asked. Data always comes by a query. */
export const events = {
  /** Something on screen may have changed: `topics` are first parts of procedure names (`interaction`, `desk`...). */
  changed: z.object({ topics: z.array(z.string()) }),
} as const
export type EventName = keyof typeof events
export type EventOf<N extends EventName> = z.infer<(typeof events)[N]>

/** What crosses the bridge, whatever carries it. */
export const callSchema = z.object({ name: z.string().max(80), input: z.unknown() })
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> }
    }
