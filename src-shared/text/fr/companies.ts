import type { Sentences } from '../sentences.ts'
import type { companiesText as english } from '../en/companies.ts'

/** Sentences of companies and households: their numbers, people who sign, branches, members, lines from a file, in French. */
export const companiesText: Sentences<typeof english> = {
  'wrong.BUSINESS_NUMBER_LENGTH': '{name} : {has} caractères au lieu de {of}. Comparez-le avec l’extrait du registre.',
  'wrong.BUSINESS_NUMBER_FORM': '{name} : cela s’écrit comme {example}. Comparez-le avec l’extrait du registre.',
  'wrong.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name} : le chiffre de contrôle ne convient pas, un chiffre est faux ou deux sont inversés. Comparez chiffre par chiffre avec l’extrait du registre.',
}
