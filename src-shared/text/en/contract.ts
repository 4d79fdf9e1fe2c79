/** Sentences on paper: contract, summary, slip. */
export const contractText = {} as const
