import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'

/** How a contract is accepted: drawn on a pad or with the mouse, by a one-time code, or read aloud and recorded. */
export const acceptanceKinds = ['pad', 'mouse', 'code', 'script'] as const
export type AcceptanceKind = (typeof acceptanceKinds)[number]

/** Which way an agent chose: drawn here, or one of the two at a distance; '' as the channel of the case has it. */
export const signWays = ['', 'here', 'code', 'script'] as const
export type SignWay = Exclude<(typeof signWays)[number], ''>

/** The way a contract is accepted: at the counter by hand, else by code unless told otherwise. */
export function wayOf(channel: string, chosen: (typeof signWays)[number]): SignWay {
  if (channel === 'walkIn') return 'here'
  return chosen === '' ? 'code' : chosen
}

/** Whether a contract was accepted at a distance: then it can be withdrawn from, and the document is seen later. */
export function isAtDistance(kind: string): boolean {
  return kind === 'code' || kind === 'script'
}

/**
 * The last day of withdrawal from a contract accepted at a distance: so many days after the day of acceptance, that day
 * not counted (Directive 2011/83/EU, Art. 9; Regulation 1182/71, Art. 3). null for a company, and at the counter.
 */
export function withdrawalEnd(facts: {
  readonly way: SignWay
  readonly isCompany: boolean
  readonly acceptedOn: IsoDate
  readonly days: number
}): IsoDate | null {
  if (facts.way === 'here' || facts.isCompany) return null
  return addDays(facts.acceptedOn, facts.days)
}

/** Whether a number of a recording can be one: letters, figures, `-`, `/` and `.`, 4 to 40 of them, a figure among them. */
export function isRecordingReference(text: string): boolean {
  return /^[\p{L}\d][\p{L}\d/.-]{3,39}$/u.test(text) && /\d/.test(text)
}
