import { z } from 'zod'
import { askOverrideInput } from '#shared/domain/credit/contract.ts'
import {
  knowledgeOutput,
  offersInput,
  offersOutput,
  townOfInput,
  townOfOutput,
} from '#shared/domain/catalogue/contract.ts'
import { changeAddressInput, changeContactInput } from '#shared/domain/customer/contract.ts'
import { decideReferralInput, referralsOutput } from '#shared/domain/identity/contract.ts'
import { finishStepRefusals } from '#shared/domain/interaction/contract.ts'
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
import { idSchema } from '#shared/kernel/ids.ts'
import { sendInput } from '#shared/domain/message/contract.ts'
import { command, done, nothing, query } from '#shared/kernel/procedure.ts'
import { msisdnSchema } from '#shared/kernel/text-field.ts'

const oneCase = z.strictObject({ caseId: idSchema })

/** The steps of a sale and what follows them: finishing each, number, contract, payment, order. */
export const saleProcedures = {
  /** Finishing a step takes what was last saved in it, judges it, and captures its commands. */
  'customer.finishReason': command(oneCase, done, finishStepRefusals),
  'customer.changeContact': command(changeContactInput, done, ['CASE_UNKNOWN', 'CONTACT_WRONG', 'CALLER_NOT_VERIFIED']),
  'customer.changeAddress': command(changeAddressInput, done, ['CASE_UNKNOWN', 'ADDRESS_WRONG', 'CALLER_NOT_VERIFIED']),
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
  'contract.document': command(oneCase, z.object({ fileName: z.string(), sha256: z.string(), base64: z.string() }), [
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
    'CALLER_NOT_VERIFIED',
  ]),
  /** Writes to a customer by a template; kept and sent later without the core. */
  'message.send': command(sendInput, done, ['NOT_FOUND', 'ADDRESS_MISSING']),
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
} as const
