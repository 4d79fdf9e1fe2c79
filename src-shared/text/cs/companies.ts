import type { Sentences } from '../sentences.ts'
import type { companiesText as english } from '../en/companies.ts'

/** Sentences of companies and households: their numbers, people who sign, branches, members, lines from a file, in Czech. */
export const companiesText: Sentences<typeof english> = {
  'wrong.BUSINESS_NUMBER_LENGTH': '{name}: znaků {has}, má jich být {of}. Porovnejte s výpisem z rejstříku.',
  'wrong.BUSINESS_NUMBER_FORM': '{name}: píše se jako {example}. Porovnejte s výpisem z rejstříku.',
  'wrong.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name}: kontrolní číslice nesedí, některá číslice je chybná nebo jsou dvě prohozené. Porovnejte číslici po číslici s výpisem z rejstříku.',
}
