import { adjustmentTable, delegationTable, staffKinTable } from '#shared/domain/adjustment/rows.ts'
import { billAccountTable } from '#shared/domain/bill/account-rows.ts'
import { billPaymentTable, paymentAllocationTable } from '#shared/domain/bill/payment-rows.ts'
import { billLineTable, billTable, billTaxTable } from '#shared/domain/bill/rows.ts'
import {
  coverageTable,
  knowledgeTable,
  offerTable,
  policyTable,
  priceListTable,
  promotionTable,
} from '#shared/domain/catalogue/rows.ts'
import { agreementTable, signingCodeTable } from '#shared/domain/contract/rows.ts'
import { creditDecisionTable } from '#shared/domain/credit/rows.ts'
import { companyTable, householdMemberTable } from '#shared/domain/customer/company-rows.ts'
import { customerTable, productTable } from '#shared/domain/customer/rows.ts'
import { disputeLineTable, disputeTable } from '#shared/domain/dispute/rows.ts'
import { evidenceTable } from '#shared/domain/identity/rows.ts'
import {
  callBackTable,
  caseStepTable,
  caseTable,
  contactTable,
  decisionTaskTable,
} from '#shared/domain/interaction/rows.ts'
import { messageTable } from '#shared/domain/message/rows.ts'
import { portInTable } from '#shared/domain/number/port-in.ts'
import { phoneNumberTable, simCardTable } from '#shared/domain/number/rows.ts'
import { orderTable } from '#shared/domain/order/rows.ts'
import { drawerShiftTable, paymentTable } from '#shared/domain/payment/rows.ts'
import { taskTable } from '#shared/domain/provisioning/rows.ts'
import { billUsageTable } from '#shared/domain/rating/rows.ts'
import { colleagueTable } from '#shared/domain/staff/rows.ts'
import { ticketTable } from '#shared/domain/ticket/rows.ts'
import { callerLockTable, callerVerificationTable, securityWordTable } from '#shared/domain/verification/rows.ts'
import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * What the core decided about one command: a feed row for its device, in scope `device:<deviceId>`. `details`,
 * `snapshot` and `choices` are JSON. Later approvals change the row; `resolved_by` is the decision that settled it,
 * whichever desk it came from. `receipt` is the core's number for it.
 */
export const outcomeTable = defineTable('command_outcome', {
  id: 'text',
  scope: 'text',
  version: 'int',
  result: 'text',
  code: 'text',
  details: 'text',
  snapshot: 'text',
  choices: 'text',
  decided_at: 'int',
  resolved_by: 'text?',
  receipt: 'text',
})
export type OutcomeRow = RowOf<typeof outcomeTable.columns>

/** Tables of the feed, by name; the same list creates the cache and reads the core. */
export const mirrorTables = {
  policy: policyTable,
  colleague: colleagueTable,
  price_list: priceListTable,
  offer: offerTable,
  promotion: promotionTable,
  coverage: coverageTable,
  knowledge: knowledgeTable,
  customer: customerTable,
  company: companyTable,
  household_member: householdMemberTable,
  product: productTable,
  phone_number: phoneNumberTable,
  sim_card: simCardTable,
  port_in: portInTable,
  service_case: caseTable,
  case_step: caseStepTable,
  contact: contactTable,
  call_back: callBackTable,
  decision_task: decisionTaskTable,
  identity_evidence: evidenceTable,
  credit_decision: creditDecisionTable,
  agreement: agreementTable,
  signing_code: signingCodeTable,
  payment: paymentTable,
  drawer_shift: drawerShiftTable,
  bill: billTable,
  bill_line: billLineTable,
  bill_tax: billTaxTable,
  bill_account: billAccountTable,
  bill_usage: billUsageTable,
  bill_payment: billPaymentTable,
  payment_allocation: paymentAllocationTable,
  adjustment: adjustmentTable,
  delegation: delegationTable,
  staff_kin: staffKinTable,
  dispute: disputeTable,
  dispute_line: disputeLineTable,
  product_order: orderTable,
  order_task: taskTable,
  ticket: ticketTable,
  caller_verification: callerVerificationTable,
  caller_lock: callerLockTable,
  security_word: securityWordTable,
  message: messageTable,
  command_outcome: outcomeTable,
} as const

export type MirrorTableName = keyof typeof mirrorTables
export type MirrorRow<T extends MirrorTableName> = RowOf<(typeof mirrorTables)[T]['columns']>

export const mirrorTableNames: readonly MirrorTableName[] = Object.keys(mirrorTables) as MirrorTableName[] // keys of a const object

/** Whether a text names a mirrored table. */
export function isMirrorTable(name: string): name is MirrorTableName {
  return Object.hasOwn(mirrorTables, name)
}
