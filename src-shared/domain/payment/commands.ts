import { z } from 'zod'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { filledLine } from '#shared/kernel/text-field.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { payBills, recordTransfer } from './bill-payment-commands.ts'
import { drawerCommands, drawerOf } from './drawer-commands.ts'
import { nextBillRefusals } from './payment-rules.ts'
import type { PaymentRow } from './rows.ts'
import { paymentTable } from './rows.ts'

/** What was paid, for which contract. */
export const paymentBody = z.object({
  paymentId: idSchema,
  caseId: idSchema,
  customerId: idSchema,
  agreementId: idSchema,
  amountMinor: z.int().min(0),
  currency: currencySchema,
  paid: z.discriminatedUnion('method', [
    z.object({ method: z.literal('cash'), tenderedMinor: z.int().min(0) }),
    z.object({ method: z.literal('terminal'), terminalReference: filledLine(40) }),
    z.object({ method: z.literal('nextBill') }),
  ]),
  /** Credit for a pre-paid line, part of the amount, beyond what is due. */
  topUpMinor: z.int().min(0).default(0),
  /** The drawer's shift that cash goes into. */
  shiftId: idSchema.nullable().default(null),
})

/**
 * What is due at the counter was paid: in cash (with what was handed over), by a card terminal (with its reference), or it
 * is put on the next bill where the class allows.
 */
export const recordPayment = defineCommand({
  version: 1,
  body: paymentBody,
  roles: serving,
  refusals: [
    ...(['AGREEMENT_UNKNOWN', 'AMOUNT_DIFFERS', 'TENDERED_TOO_LITTLE', 'TOP_UP_NOT_ALLOWED', 'PAYMENT_TWICE'] as const),
    ...nextBillRefusals,
  ],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`, ...drawerOf(body)],
  predict: (body, meta) => [paymentTable.change(body.paymentId, { ...paymentRow(body, meta), version: 0 })],
})

/** The new row, as the desk expects it and the core writes it. */
export function paymentRow(
  body: z.infer<typeof paymentBody>,
  meta: Pick<CommandMeta, 'scope' | 'capturedAt' | 'actorName' | 'deskName'>,
): Omit<PaymentRow, 'version'> {
  return {
    id: body.paymentId,
    scope: meta.scope,
    customer_id: body.customerId,
    case_id: body.caseId,
    agreement_id: body.agreementId,
    method: body.paid.method,
    amount_minor: body.amountMinor,
    currency: body.currency,
    terminal_reference: body.paid.method === 'terminal' ? body.paid.terminalReference : null,
    taken_at: meta.capturedAt,
    taken_by: meta.actorName,
    top_up_minor: body.topUpMinor,
    tendered_minor: body.paid.method === 'cash' ? body.paid.tenderedMinor : null,
    desk_name: meta.deskName,
    shift_id: body.paid.method === 'cash' ? body.shiftId : null,
  }
}

/**
 * What is paid at a sale (`recordPayment`), for bills at the counter (`payBills`: input `payBillsBody`), by transfer
 * (`recordTransfer`), and the drawer.
 */
export const paymentCommands = {
  'payment.recordPayment': recordPayment,
  'payment.payBills': payBills,
  'payment.recordTransfer': recordTransfer,
  ...drawerCommands,
} as const
