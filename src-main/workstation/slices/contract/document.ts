import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { takenOut } from '#main/workstation/sale/taken-out.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/** The sealed contract of a case as it was signed, to be saved, which is on record; DOCUMENT_ELSEWHERE when another desk has the file. */
export const document = defineDeskHandler('contract.document', (desk, { caseId }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  const agreement = facts.agreement?.row
  if (!agreement) return refuse('NOT_SIGNED')
  const bytes = desk.readBlob(agreement.document_hash)
  if (!bytes) return refuse('DOCUMENT_ELSEWHERE')
  const fileName = `${agreement.reference}.pdf`
  const taken = takenOut(desk, { kind: 'contract', aboutId: agreement.id, fileName }, bytes)
  return taken.ok ? ok({ ...taken.value, sha256: agreement.document_hash }) : taken
})
