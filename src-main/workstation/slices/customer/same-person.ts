import { defineDeskHandler } from '#main/workstation/desk.ts'
import { readBirthDate } from '#shared/domain/identity/document-dates.ts'
import { readMrz } from '#shared/domain/identity/mrz.ts'
import { ok } from '#shared/kernel/result.ts'
import { findSamePerson } from '#main/workstation/sale/find-same-person.ts'
import { hitOf, linesOf } from './customer.repo.ts'

/** Whether the document being typed belongs to a customer of this desk; nobody while the lines say too little. */
export const samePerson = defineDeskHandler('customer.samePerson', (desk, { lines, exceptCustomerId }) => {
  const reading = readMrz(lines)
  if (reading.kind === undefined || reading.progress) return ok({ hit: null })
  const birth = readBirthDate(reading.birthDate?.printed ?? '', desk.businessDate())
  const { issuingState, documentNumber, kind } = reading
  const isNumberRight =
    documentNumber !== '' &&
    !reading.problems.some((problem) => problem.kind === 'checkDigit' && problem.field === 'documentNumber')
  const found = findSamePerson(
    desk,
    {
      surname: reading.surname,
      givenNames: reading.givenNames,
      birthDate: birth.ok ? birth.value.date : null,
      document: isNumberRight ? { issuingState, documentNumber, kind } : null,
    },
    exceptCustomerId,
  )
  return ok({ hit: found ? hitOf(found, 'document', linesOf(desk, [found.id]).get(found.id)) : null })
})
