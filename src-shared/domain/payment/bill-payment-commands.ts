import { z } from 'zod'
import type { Allocation, OpenItem } from '#shared/domain/billing/allocate.ts'
import { allocate } from '#shared/domain/billing/allocate.ts'
import { billAccountTable } from '#shared/domain/bill/account-rows.ts'
import { billPaymentTable, paymentAllocationTable } from '#shared/domain/bill/payment-rows.ts'
import type { BillPaymentRow } from '#shared/domain/bill/payment-rows.ts'
import { billTable } from '#shared/domain/bill/rows.ts'
import { drawerOf } from './drawer-commands.ts'
import { backOffice, serving } from '#shared/domain/staff/roles.ts'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import type { RowChange } from '#shared/kernel/table.ts'
import { filledLine } from '#shared/kernel/text-field.ts'

const minor = z.int().min(0)

/** What money for bills has in common, wherever it came in. */
const common = {
  /** The payment's own id: sent again it is the same payment. */
  paymentId: idSchema,
  /** Who pays the bills (`bill.customer_id`), not who uses the line. */
  customerId: idSchema,
  amountMinor: z.int().min(1),
  currency: currencySchema,
  /**
   * Which bill gets how much, and what it had open as the desk saw it: `allocationsOf` makes them, oldest due first or as
   * told. What they leave of the amount becomes the customer's credit.
   */
  allocations: z
    .array(z.object({ billId: z.string().min(1).max(80), amountMinor: z.int().min(1), openMinor: z.int().min(1) }))
    .max(100),
  /** The payer's account as the desk saw it (`bill_account`), for what it shows until the core has answered. */
  account: z.object({ openMinor: minor, creditMinor: minor }),
  /** The number on the receipt; '' where none was given. */
  receipt: z.string().trim().max(40).default(''),
}

/** Money for bills taken at the counter, in cash or by a card terminal; with the case it was taken in. */
export const payBillsBody = z.object({
  ...common,
  caseId: idSchema.nullable().default(null),
  paid: z.discriminatedUnion('method', [
    z.object({ method: z.literal('cash'), tenderedMinor: minor }),
    z.object({ method: z.literal('terminal'), terminalReference: filledLine(40) }),
  ]),
  /** The drawer's shift that cash goes into. */
  shiftId: idSchema.nullable().default(null),
})
export type PayBillsBody = z.infer<typeof payBillsBody>

/** A transfer entered by hand from a bank statement: its reference there, and the day the money came in. */
export const recordTransferBody = z.object({ ...common, bankReference: filledLine(80), takenOn: isoDateSchema })
export type RecordTransferBody = z.infer<typeof recordTransferBody>

const refusals = ['ACCOUNT_UNKNOWN', 'PAYMENT_CURRENCY', 'PAYMENT_TWICE'] as const

/**
 * Pays bills at the counter. Whoever else paid one of them meanwhile, the money is in the drawer: what a bill no longer
 * takes is the customer's credit, and never a refusal. The same slip or statement line a second time is refused.
 */
export const payBills = defineCommand({
  version: 1,
  body: payBillsBody,
  roles: [...serving, 'backOffice'],
  refusals: [...refusals, 'TENDERED_TOO_LITTLE'],
  touches: (body) => [
    `customer:${body.customerId}`,
    ...(body.caseId === null ? [] : [`case:${body.caseId}`]),
    ...drawerOf(body),
  ],
  predict: (body, meta) => predicted(body, billPaymentRow(body, meta)),
})

/** Books a transfer that a person read from a bank statement; the same reference counts once. */
export const recordTransfer = defineCommand({
  version: 1,
  body: recordTransferBody,
  roles: backOffice,
  refusals: refusals,
  touches: (body) => [`customer:${body.customerId}`],
  predict: (body, meta) => predicted(body, transferRow(body, meta)),
})

/** The allocations of a sum over open bills, with what each had open; `told` null: oldest due first. */
export function allocationsOf(amountMinor: number, open: readonly OpenItem[], told: readonly Allocation[] | null) {
  const shared = allocate(amountMinor, open, told)
  if (!shared.ok) return shared
  const allocations = shared.value.allocations.map((one) => ({
    ...one,
    openMinor: open.find(({ billId }) => billId === one.billId)?.openMinor ?? one.amountMinor,
  }))
  return { ok: true as const, value: { allocations, creditMinor: shared.value.creditMinor } }
}

type Meta = Pick<CommandMeta, 'scope' | 'capturedAt' | 'actorName' | 'deskName'>
type Row = Omit<BillPaymentRow, 'version' | 'taken_on'>

/** The row of a payment at the counter; its day, `taken_on`, is the core's business day. */
export function billPaymentRow(body: PayBillsBody, meta: Meta): Row {
  const { paid } = body
  return {
    ...rowOf(body, meta),
    way: paid.method,
    reference: paid.method === 'terminal' ? paid.terminalReference : '',
    tendered_minor: paid.method === 'cash' ? paid.tenderedMinor : null,
    shift_id: paid.method === 'cash' ? body.shiftId : null,
  }
}

/** The row of a transfer entered by hand. */
export function transferRow(body: RecordTransferBody, meta: Meta): Row {
  const way = { way: 'transfer', reference: body.bankReference, tendered_minor: null, shift_id: null }
  return { ...rowOf(body, meta), ...way }
}

function rowOf(body: Pick<PayBillsBody, keyof typeof common>, meta: Meta) {
  const allocated = body.allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return {
    id: body.paymentId,
    scope: meta.scope,
    customer_id: body.customerId,
    amount_minor: body.amountMinor,
    credit_minor: body.amountMinor - allocated,
    currency: body.currency,
    taken_at: meta.capturedAt,
    taken_by: meta.actorName,
    desk_name: meta.deskName,
    receipt: body.receipt,
  }
}

function predicted(body: PayBillsBody | RecordTransferBody, row: Row): readonly RowChange[] {
  const { paymentId, customerId, allocations, account } = body
  const takenOn = 'takenOn' in body ? body.takenOn : ''
  const allocated = row.amount_minor - row.credit_minor
  return [
    billPaymentTable.change(paymentId, { ...row, taken_on: takenOn, version: 0 }),
    ...allocations.flatMap(({ billId, amountMinor, openMinor }) => {
      const id = `${paymentId}/${billId}`
      const of = { scope: row.scope, version: 0, source_id: paymentId, bill_id: billId, amount_minor: amountMinor }
      const left = openMinor - amountMinor
      const state = left === 0 ? 'settled' : 'partiallyPaid'
      return [paymentAllocationTable.change(id, of), billTable.change(billId, { open_minor: left, state })]
    }),
    billAccountTable.change(customerId, {
      open_minor: account.openMinor - allocated,
      credit_minor: account.creditMinor + row.credit_minor,
    }),
  ]
}
