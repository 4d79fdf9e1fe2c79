import { z } from 'zod'
import { everyone, serving } from '#shared/domain/staff/roles.ts'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'
import { filledLine, msisdnSchema } from '#shared/kernel/text-field.ts'

/**
 * A number brought from another operator. Until the cut-over the line has `temporary_msisdn`. `refusal` is the donor's
 * last one ('' none); `day_part` when on `on_date` the number changes; `tries`: how often the donor was asked.
 */
export const portInTable = defineTable(
  'port_in',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text',
    product_id: 'text',
    msisdn: 'text',
    donor: 'text',
    code: 'text',
    on_date: 'text',
    day_part: 'text',
    temporary_msisdn: 'text',
    state: 'text',
    refusal: 'text',
    tries: 'int',
    requested_at: 'int',
    answered_at: 'int?',
    cut_over_at: 'int?',
  },
  [['case_id'], ['customer_id'], ['state']],
)
export type PortInRow = RowOf<typeof portInTable.columns>

export const portWindows = ['morning', 'afternoon', 'evening'] as const
export const portWindowSchema = z.enum(portWindows)

/** What the donor asks: its own account number or code of the customer, the day and when on it. */
const asked = { code: filledLine(40), onDate: isoDateSchema, window: portWindowSchema }

const requestBody = z.object({
  portInId: idSchema,
  caseId: idSchema,
  customerId: idSchema,
  productId: idSchema,
  msisdn: msisdnSchema,
  donor: filledLine(60),
  ...asked,
  temporaryMsisdn: msisdnSchema,
})

/** Asks the donor for a number; the line begins with a temporary one. */
export const requestPortIn = defineCommand({
  version: 1,
  body: requestBody,
  roles: serving,
  refusals: ['PORT_IN_EXISTS', 'PORT_NUMBER_OURS', 'PORT_DAY_WRONG', 'PRODUCT_UNKNOWN'],
  touches: (body) => [`case:${body.caseId}`, `customer:${body.customerId}`, `number:${body.msisdn}`],
  predict: (body, meta) => [portInTable.change(body.portInId, { ...portInRow(body, meta), version: 0 })],
})

/** The new row, as the desk expects it and the core writes it. */
export function portInRow(
  body: z.infer<typeof requestBody>,
  { scope, capturedAt }: Pick<CommandMeta, 'scope' | 'capturedAt'>,
): Omit<PortInRow, 'version'> {
  return {
    id: body.portInId,
    scope,
    customer_id: body.customerId,
    case_id: body.caseId,
    product_id: body.productId,
    msisdn: body.msisdn,
    donor: body.donor,
    code: body.code,
    on_date: body.onDate,
    day_part: body.window,
    temporary_msisdn: body.temporaryMsisdn,
    state: 'requested',
    refusal: '',
    tries: 1,
    requested_at: capturedAt,
    answered_at: null,
    cut_over_at: null,
  }
}

/** After a refusal: whoever works on it, back office too, asks the donor again, with what the customer has settled or said anew. */
export const askDonorAgain = defineCommand({
  version: 1,
  body: z.object({ portInId: idSchema, caseId: idSchema, customerId: idSchema, ...asked }),
  roles: everyone,
  refusals: ['PORT_IN_UNKNOWN', 'PORT_NOT_REFUSED', 'PORT_DAY_WRONG'],
  touches: (body) => [`case:${body.caseId}`, `customer:${body.customerId}`],
  predict: (body) => [
    portInTable.change(body.portInId, {
      ...{ code: body.code, on_date: body.onDate, day_part: body.window },
      ...{ state: 'requested', refusal: '', answered_at: null },
    }),
  ],
})

/** The customer keeps the temporary number; the donor is told. Not after the cut-over. */
export const withdrawPortIn = defineCommand({
  version: 1,
  body: z.object({ portInId: idSchema, caseId: idSchema, customerId: idSchema }),
  roles: everyone,
  refusals: ['PORT_IN_UNKNOWN', 'PORT_IN_OVER'],
  touches: (body) => [`case:${body.caseId}`, `customer:${body.customerId}`],
  predict: (body) => [portInTable.change(body.portInId, { state: 'withdrawn' })],
})

export const portInCommands = {
  'number.requestPortIn': requestPortIn,
  'number.askDonorAgain': askDonorAgain,
  'number.withdrawPortIn': withdrawPortIn,
} as const
