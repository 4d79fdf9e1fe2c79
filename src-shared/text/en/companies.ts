/** Sentences of companies and households: their numbers, people who sign, branches, members, lines from a file. */
export const companiesText = {
  'wrong.BUSINESS_NUMBER_LENGTH':
    '{name}: {has} characters where {of} belong. Compare it with the extract of the register.',
  'wrong.BUSINESS_NUMBER_FORM': '{name}: it is written like {example}. Compare it with the extract of the register.',
  'wrong.BUSINESS_NUMBER_CHECK_DIGIT':
    '{name}: the check digit does not fit, so a figure is wrong or two are swapped. Compare it figure by figure with the extract of the register.',
} as const
