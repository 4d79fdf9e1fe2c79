/** How far a caller must be known: 0 general questions, 1 read, 2 change and money, 3 SIM swap, port-out, change of holder. */
export const verificationLevels = [0, 1, 2, 3] as const
export type VerificationLevel = (typeof verificationLevels)[number]

/**
 * What each act on a customer's record asks (product.md, Verification of a caller). One table for page, service and core:
 * the page shows it, the service keeps to it without the core, the core judges again.
 */
export const levelOfAct = {
  readRecord: 1,
  changeContact: 2,
  changeAddress: 2,
  setSecurityWord: 2,
  revealPuk: 2,
  withdraw: 2,
  giveCredit: 2,
  fileDispute: 2,
  swapSim: 3,
  portOut: 3,
  changeHolder: 3,
} as const satisfies Readonly<Record<string, VerificationLevel>>

export type GuardedAct = keyof typeof levelOfAct

/** What may also be done of one's own accord, or after a letter, while nobody is on the line: the record says so (ADR 58). */
const actsWithoutContact: readonly GuardedAct[] = ['giveCredit', 'fileDispute']

/** The level an act asks of a caller: its own in every contact; none where nobody is in contact and the act needs nobody. */
export function levelAsked(act: GuardedAct, hasContact: boolean): VerificationLevel {
  return !hasContact && actsWithoutContact.includes(act) ? 0 : levelOfAct[act]
}
