import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, iccidSchema, line, lineNumberSchema, msisdnSchema } from '#shared/kernel/text-field.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { orderTable } from './rows.ts'

const orderBody = z.object({
  orderId: idSchema,
  productId: idSchema,
  agreementId: idSchema,
  caseId: idSchema,
  customerId: idSchema,
  planId: filledLine(60),
  addOnIds: z.array(filledLine(60)).max(20),
  /** '' for a fixed line: the core gives its number out. */
  msisdn: lineNumberSchema,
  sim: z.enum(['card', 'eSim']),
  /** The card handed over; null lets the core take one (eSIM, or no stock known on the desk). */
  iccid: iccidSchema.nullable(),
  /** Who has the line in hand, who gets its bills (null the customer) and the company's own reference. */
  line: z.object({ userName: line(80), payerId: idSchema.nullable(), purchaseOrder: line(40) }).exactOptional(),
})

/** Why a signed order cannot be placed, now or with another number. */
const placingRefusals = [
  'IDENTITY_MISSING',
  'IDENTITY_REFERRED',
  'IDENTITY_REFUSED',
  'CREDIT_MISSING',
  'CREDIT_CLASS_TOO_LOW',
  'CREDIT_LINES_EXCEEDED',
  'COMPANY_LIMIT_EXCEEDED',
  'PAYER_UNKNOWN',
  'PAYMENT_MISSING',
  'DEPOSIT_DIFFERS',
  'PRICE_DIFFERS',
  'OFFER_NOT_ALLOWED',
  'NUMBER_TAKEN',
  'SIM_TAKEN',
  'SIM_STOCK_EMPTY',
  'FIXED_NUMBERS_EMPTY',
] as const

/** The signed order goes to the core: it takes number and SIM for good and decomposes into tasks. */
export const submitOrder = defineCommand({
  version: 1,
  body: orderBody,
  roles: serving,
  refusals: ['AGREEMENT_UNKNOWN', 'ACCEPTANCE_MISSING', 'ORDER_EXISTS', ...placingRefusals],
  touches: (body) => [
    `customer:${body.customerId}`,
    `case:${body.caseId}`,
    ...(body.msisdn === '' ? [] : [`number:${body.msisdn}`]),
  ],
  predict: (body, meta) => [
    orderTable.change(body.orderId, {
      scope: meta.scope,
      version: 0,
      customer_id: body.customerId,
      case_id: body.caseId,
      agreement_id: body.agreementId,
      state: 'acknowledged',
      offer_id: body.planId,
      msisdn: body.msisdn,
      iccid: body.iccid,
      hold_reason: '',
      submitted_at: meta.capturedAt,
      updated_at: meta.capturedAt,
    }),
  ],
})

/**
 * Decision on a number taken meanwhile: another number, accepted by the customer as a signed addendum. Resolves the
 * conflicting `order.submitOrder`; once applied it satisfies whatever needed that command.
 */
export const chooseOtherNumber = defineCommand({
  version: 1,
  body: z.object({
    orderId: idSchema,
    caseId: idSchema,
    customerId: idSchema,
    msisdn: msisdnSchema,
    addendumId: idSchema,
    acceptedBy: z.enum(['customerAtCounter', 'customerByPhone']),
  }),
  roles: serving,
  refusals: ['NOTHING_TO_RESOLVE', ...placingRefusals],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`, `number:${body.msisdn}`],
  predict: (body, meta) => [
    orderTable.change(body.orderId, { state: 'acknowledged', msisdn: body.msisdn, updated_at: meta.capturedAt }),
  ],
})

/**
 * Decision to end it: the contract ends without cost, what was paid goes back, number and SIM are let go. `shiftId`: the
 * drawer cash is paid out of, null where none is open.
 */
export const withdrawOrder = defineCommand({
  version: 1,
  body: z.object({
    orderId: idSchema,
    caseId: idSchema,
    customerId: idSchema,
    agreementId: idSchema,
    shiftId: idSchema.nullable().default(null),
  }),
  roles: serving,
  refusals: ['NOTHING_TO_RESOLVE'],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  predict: (body, meta) => [orderTable.change(body.orderId, { state: 'cancelled', updated_at: meta.capturedAt })],
})

/**
 * All lines of a file for a company, each an order of its own: the core takes all of them or none. They stand on the
 * company's purchase order, on record under `batchId`; what is due goes on the next bill. `payerId` as in `submitOrder`.
 */
export const submitLines = defineCommand({
  version: 1,
  body: z.object({
    batchId: idSchema,
    caseId: idSchema,
    customerId: idSchema,
    payerId: idSchema.nullable(),
    lines: z
      .array(
        z.object({
          orderId: idSchema,
          productId: idSchema,
          planId: filledLine(60),
          /** null lets the core choose a free one. */
          msisdn: msisdnSchema.nullable(),
          sim: z.enum(['card', 'eSim']),
          userName: filledLine(80),
          purchaseOrder: filledLine(40),
        }),
      )
      .min(1)
      .max(500),
  }),
  roles: serving,
  refusals: [
    'COMPANIES_ONLY',
    'ORDER_EXISTS',
    'IDENTITY_MISSING',
    'CREDIT_MISSING',
    'CREDIT_CLASS_TOO_LOW',
    'COMPANY_LIMIT_EXCEEDED',
    'PAYER_UNKNOWN',
    'LINES_REFUSED',
    'SIM_STOCK_EMPTY',
    'NUMBERS_EMPTY',
  ],
  touches: (body) => [
    `case:${body.caseId}`,
    `customer:${body.customerId}`,
    ...(body.payerId === null ? [] : [`customer:${body.payerId}`]),
  ],
  predict: (body, meta) =>
    body.lines.map((line) =>
      orderTable.change(line.orderId, {
        scope: meta.scope,
        version: 0,
        customer_id: body.customerId,
        case_id: body.caseId,
        agreement_id: body.batchId,
        state: 'acknowledged',
        offer_id: line.planId,
        msisdn: line.msisdn ?? '',
        iccid: null,
        hold_reason: '',
        submitted_at: meta.capturedAt,
        updated_at: meta.capturedAt,
      }),
    ),
})

export const orderCommands = {
  'order.submitLines': submitLines,
  'order.submitOrder': submitOrder,
  'order.chooseOtherNumber': chooseOtherNumber,
  'order.withdrawOrder': withdrawOrder,
} as const
