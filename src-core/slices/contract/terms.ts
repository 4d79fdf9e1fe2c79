import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import { contractTermsSchema } from '#shared/domain/contract/commands.ts'

/** The terms of a stored agreement. Throws when they are none: they were parsed before they were stored. */
export function termsIn(agreement: MirrorRow<'agreement'>): ContractTerms {
  return contractTermsSchema.parse(JSON.parse(agreement.terms))
}
