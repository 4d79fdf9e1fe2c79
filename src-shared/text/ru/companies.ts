import type { Sentences } from '../sentences.ts'
import type { companiesText as english } from '../en/companies.ts'

/** Sentences of companies and households: their numbers, people who sign, branches, members, lines from a file, in Russian. */
export const companiesText: Sentences<typeof english> = {
  'wrong.BUSINESS_NUMBER_LENGTH': '{name}: знаков {has}, а нужно {of}. Сравните с выпиской из реестра.',
  'wrong.BUSINESS_NUMBER_FORM': '{name}: пишется как {example}. Сравните с выпиской из реестра.',
  'wrong.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name}: контрольная цифра не сходится, одна цифра неверна или две переставлены. Сравните цифру за цифрой с выпиской из реестра.',
}
