import {
  billInput,
  billReceiptInput,
  billOutput,
  billsInput,
  billsOutput,
  finishQuestionInput,
  paymentsOutput,
  printBillInput,
  recordTransferInput,
  sendBillAgainInput,
  sendBillAgainOutput,
  takePaymentInput,
  takePaymentOutput,
  todayInput,
  todayOutput,
} from '#shared/domain/bill/contract.ts'
import {
  olderBillsSchema,
  olderInput,
  runningBillSchema,
  runningInput,
  usageInput,
  usageOutput,
} from '#shared/domain/bill/core-contract.ts'
import { receiptOutput } from '#shared/domain/payment/contract.ts'
import { command, done, query } from '#shared/kernel/procedure.ts'

/** Bills of a payer. What of them is not on a desk comes from the core: today's bill, older ones, usage records. */
export const billProcedures = {
  'bill.running': query(runningInput, runningBillSchema, ['NOT_FOUND', 'CORE_UNREACHABLE']),
  'bill.older': query(olderInput, olderBillsSchema, ['NOT_FOUND', 'CORE_UNREACHABLE']),
  'bill.usage': query(usageInput, usageOutput),
  /** Bills of a payer that this desk holds, and one of them with why it is what it is. */
  'bill.bills': query(billsInput, billsOutput, ['NOT_FOUND']),
  'bill.bill': query(billInput, billOutput, ['NOT_FOUND']),
  /** The running month beside the last bill. */
  'bill.today': query(todayInput, todayOutput, ['NOT_FOUND', 'CORE_UNREACHABLE']),
  /** Money for bills at the counter. */
  'bill.takePayment': command(takePaymentInput, takePaymentOutput, [
    'ACCOUNT_UNKNOWN',
    'TENDERED_TOO_LITTLE',
    'PAYMENT_TWICE',
    'LEASE_ENDED',
    'ALLOCATION_UNKNOWN_BILL',
    'ALLOCATION_TOO_MUCH',
  ]),
  /** A transfer that somebody read from a bank statement. */
  'bill.recordTransfer': command(recordTransferInput, takePaymentOutput, [
    'ACCOUNT_UNKNOWN',
    'PAYMENT_TWICE',
    'LEASE_ENDED',
    'ALLOCATION_UNKNOWN_BILL',
    'ALLOCATION_TOO_MUCH',
  ]),
  'bill.payments': query(billsInput, paymentsOutput),
  /** The receipt of a payment at a counter, as PDF. */
  'bill.receipt': command(billReceiptInput, receiptOutput, ['NOT_FOUND', 'CORE_UNREACHABLE', 'PAPER_FAILED']),
  /** A bill as PDF, made of what this desk has. */
  'bill.print': command(printBillInput, receiptOutput, [
    'NOT_FOUND',
    'SELLER_UNKNOWN',
    'CORE_UNREACHABLE',
    'PAPER_FAILED',
  ]),
  'bill.sendAgain': command(sendBillAgainInput, sendBillAgainOutput, ['NOT_FOUND', 'ADDRESS_MISSING']),
  /** A bill question is answered: its case is done, its contact says so. */
  'bill.finishQuestion': command(finishQuestionInput, done, [
    'CASE_UNKNOWN',
    'CASE_CLOSED',
    'CASE_TAKEN_OVER',
    'CALLER_NOT_VERIFIED',
  ]),
} as const
