import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { msisdnSchema } from '#shared/kernel/text-field.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { portInCommands } from './port-in.ts'
import { pukCommands } from './puk.ts'
import { phoneNumberTable } from './rows.ts'

/** Holds a free number for a case; the case's former hold is let go. The core sets how long it is held. */
export const reserveNumber = defineCommand({
  version: 1,
  body: z.object({ msisdn: msisdnSchema, caseId: idSchema }),
  roles: serving,
  refusals: ['NUMBER_TAKEN', 'NUMBER_UNKNOWN', 'CASE_TAKEN_OVER'],
  touches: (body) => [`number:${body.msisdn}`, `case:${body.caseId}`],
  predict: (body, meta) => [
    phoneNumberTable.change(body.msisdn, {
      scope: meta.scope,
      state: 'reserved',
      case_id: body.caseId,
      held_until: null,
      held_by: meta.deskName,
    }),
  ],
})

export const numberCommands = { 'number.reserveNumber': reserveNumber, ...portInCommands, ...pukCommands } as const
