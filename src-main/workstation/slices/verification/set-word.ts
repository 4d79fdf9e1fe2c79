import { defineDeskHandler } from '#main/workstation/desk.ts'
import { contactNow, isCallerKnown } from '#main/workstation/sale/caller.ts'
import { answerHash } from '#shared/domain/verification/expected-answers.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import { readAnswer } from '#shared/domain/verification/read-answer.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Agrees a word with a customer who is verified. What is kept and sent is its keyed hash. */
export const setSecurityWord = defineDeskHandler('verification.setWord', (desk, { customerId, caseId, word }) => {
  const customer = desk.view.get('customer', customerId)?.row
  if (!customer) return refuse('NOT_FOUND')
  const about = { customerId, caseId }
  if (!isCallerKnown(desk, about, 'setSecurityWord'))
    return refuse('CALLER_NOT_VERIFIED', { level: levelOfAct.setSecurityWord })
  const read = readAnswer('securityWord', word, currencySchema.parse(customer.currency))
  if (!read.ok) return read
  const captured = desk.capture({
    type: 'verification.setSecurityWord',
    body: {
      ...about,
      contactId: contactNow(desk, about).contactId,
      answerHash: answerHash(customerId, 'securityWord', read.value, (text) => desk.hashOf(text) ?? ''),
    },
  })
  if (!captured.ok) return captured
  desk.changed('verification', 'interaction', 'desk')
  return ok({})
})
