import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, line } from '#shared/kernel/text-field.ts'
import { customerTable } from '#shared/domain/customer/rows.ts'
import { backOffice, serving } from '#shared/domain/staff/roles.ts'
import { documentRefusals } from './judge-document.ts'
import { evidenceTable } from './rows.ts'

export const addressKinds = ['utilityBill', 'bankStatement', 'lease', 'taxLetter'] as const

/**
 * A document read and an address proven. The core reads the MRZ again, judges it on its own business date, looks for
 * the same person and at the watch list; its answer wins. The read facts travel only so that the fold can show them.
 */
export const recordEvidence = defineCommand({
  version: 1,
  body: z.object({
    evidenceId: idSchema,
    caseId: idSchema,
    customerId: idSchema,
    kind: z.enum(['passport', 'idCard']),
    mrz: z.array(z.string().min(30).max(44)).min(2).max(3),
    read: z.object({
      surname: filledLine(80),
      givenNames: line(80),
      issuingState: filledLine(3),
      documentMasked: filledLine(40),
      birthDate: isoDateSchema,
      expiryDate: isoDateSchema,
    }),
    address: z.object({
      kind: z.enum(addressKinds),
      issuedOn: isoDateSchema,
      street: filledLine(120),
      postalCode: filledLine(12),
      town: filledLine(80),
    }),
  }),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', ...documentRefusals, 'PERSON_KNOWN', 'PERSON_DIFFERS', 'ADDRESS_PROOF_OLD'],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  predict: (body, meta) => [
    evidenceTable.change(body.evidenceId, {
      scope: meta.scope,
      version: 0,
      customer_id: body.customerId,
      case_id: body.caseId,
      kind: body.kind,
      issuing_state: body.read.issuingState,
      document_masked: body.read.documentMasked,
      surname: body.read.surname,
      given_names: body.read.givenNames,
      birth_date: body.read.birthDate,
      expiry_date: body.read.expiryDate,
      assurance: 'substantial',
      state: 'valid',
      address_kind: body.address.kind,
      address_issued_on: body.address.issuedOn,
      recorded_at: meta.capturedAt,
      recorded_by: meta.actorName,
    }),
    customerTable.change(body.customerId, {
      family_name: body.read.surname,
      given_names: body.read.givenNames,
      birth_date: body.read.birthDate,
      street: body.address.street,
      postal_code: body.address.postalCode,
      town: body.address.town,
    }),
  ],
})

/** A person of the back office decides an additional check. */
export const decideReferral = defineCommand({
  version: 1,
  body: z.object({
    evidenceId: idSchema,
    customerId: idSchema,
    decision: z.enum(['clear', 'refuse']),
    note: filledLine(500),
  }),
  roles: backOffice,
  refusals: ['EVIDENCE_UNKNOWN', 'NOT_REFERRED'],
  touches: (body) => [`customer:${body.customerId}`],
  predict: (body) => [
    evidenceTable.change(body.evidenceId, { state: body.decision === 'clear' ? 'valid' : 'refused' }),
  ],
})

export const identityCommands = {
  'identity.recordEvidence': recordEvidence,
  'identity.decideReferral': decideReferral,
} as const
