import {
  answerCreditInput,
  chargedOutput,
  chargeRoomInput,
  chargeRoomOutput,
  creditInput,
  creditViewSchema,
  giveChargeInput,
  giveCreditInput,
  givenOutput,
  reverseCreditInput,
  reverseOffs,
  roomInput,
  roomOutput,
  withdrawCreditInput,
} from '#shared/domain/adjustment/contract.ts'
import {
  addWordsInput,
  evidenceFileInput,
  evidenceFileOutput,
  disputeInput,
  disputeViewSchema,
  filedOutput,
  fileDisputeInput,
  fileTopUpInput,
  keepFileInput,
  keptFileOutput,
  ofBillInput,
  ofBillOutput,
  ofCustomerInput,
  ofCustomerOutput,
  ofTopUpInput,
  ofTopUpOutput,
  withdrawDisputeInput,
} from '#shared/domain/dispute/contract.ts'
import { fileRefusals } from '#shared/domain/dispute/evidence-file.ts'
import { command, done, query } from '#shared/kernel/procedure.ts'

const ofParts = ['NOT_FOUND', 'LINE_UNKNOWN', 'CREDIT_AMOUNT', 'CREDIT_TOO_MUCH', 'BILL_CREDITED'] as const

const ofFiles = ['FILE_GONE', 'FILES_TOO_MANY'] as const

/** What an agent does about money a customer does not owe: disputes and goodwill. Deciding them has a room of its own. */
export const disputeProcedures = {
  /** A bill's disputes and credits, and what of it may still be disputed or given back. */
  'dispute.ofBill': query(ofBillInput, ofBillOutput, ['NOT_FOUND']),
  'dispute.ofCustomer': query(ofCustomerInput, ofCustomerOutput, ['NOT_FOUND']),
  'dispute.dispute': query(disputeInput, disputeViewSchema, ['NOT_FOUND']),
  'dispute.file': command(fileDisputeInput, filedOutput, [
    ...ofParts,
    'CALLER_NOT_VERIFIED',
    'LINE_DISPUTED',
    'LINE_DECIDED',
    'REASON_UNKNOWN',
    'FILING_TOO_LATE',
    'APPEAL_UNKNOWN',
    'APPEAL_TOO_LATE',
    'APPEAL_TWICE',
    ...ofFiles,
  ]),
  /** A pre-paid top-up, and what of it may still be disputed. */
  'dispute.ofTopUp': query(ofTopUpInput, ofTopUpOutput, ['PAYMENT_UNKNOWN']),
  'dispute.fileTopUp': command(fileTopUpInput, filedOutput, [
    'PAYMENT_UNKNOWN',
    'CALLER_NOT_VERIFIED',
    'LINE_DISPUTED',
    'LINE_DECIDED',
    'CREDIT_TOO_MUCH',
    'REASON_UNKNOWN',
    'FILING_TOO_LATE',
    'APPEAL_UNKNOWN',
    'APPEAL_TOO_LATE',
    'APPEAL_TWICE',
    ...ofFiles,
  ]),
  /** Keeps a file sealed on this desk; the dispute or answer that names it takes it to the core. */
  'dispute.keepFile': command(keepFileInput, keptFileOutput, [...fileRefusals]),
  /** To be looked at or saved, which is on record. */
  'dispute.evidenceFile': command(evidenceFileInput, evidenceFileOutput, [
    'NOT_FOUND',
    'FILE_ELSEWHERE',
    'FILE_DAMAGED',
  ]),
  'dispute.withdraw': command(withdrawDisputeInput, done, ['DISPUTE_UNKNOWN', 'REQUEST_WITHDRAWN', 'ALREADY_DECIDED']),
  'dispute.addWords': command(addWordsInput, done, [
    'DISPUTE_UNKNOWN',
    'REQUEST_WITHDRAWN',
    'ALREADY_DECIDED',
    ...ofFiles,
  ]),
  /** What is left of one's authority for a credit of a bill. */
  'adjustment.room': query(roomInput, roomOutput, ['NOT_FOUND']),
  'adjustment.credit': query(creditInput, creditViewSchema, ['NOT_FOUND']),
  'adjustment.give': command(giveCreditInput, givenOutput, [...ofParts, 'CALLER_NOT_VERIFIED', 'REASON_UNKNOWN']),
  /** What is left of one's authority for a charge, and what a charge of this customer is made of. */
  'adjustment.chargeRoom': query(chargeRoomInput, chargeRoomOutput, ['ACCOUNT_UNKNOWN']),
  'adjustment.giveCharge': command(giveChargeInput, chargedOutput, [
    'ACCOUNT_UNKNOWN',
    'BILL_UNKNOWN',
    'LINE_UNKNOWN',
    'REASON_UNKNOWN',
    'NO_AUTHORITY',
    'OWN_HOUSEHOLD',
    'ABOVE_AUTHORITY',
  ]),
  'adjustment.reverse': command(reverseCreditInput, done, [
    ...reverseOffs,
    'ADJUSTMENT_UNKNOWN',
    'REVERSED_ALREADY',
    'NOTE_MISSING',
  ]),
  /** Answers what was asked back about a credit. */
  'adjustment.answer': command(answerCreditInput, done, [
    'ADJUSTMENT_UNKNOWN',
    'REQUEST_WITHDRAWN',
    'ALREADY_DECIDED',
    'ANSWERED_ALREADY',
  ]),
  'adjustment.withdraw': command(withdrawCreditInput, done, ['ADJUSTMENT_UNKNOWN', 'ALREADY_DECIDED', 'NOT_YOURS']),
} as const
