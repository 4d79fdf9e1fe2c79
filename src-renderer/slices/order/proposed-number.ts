import type { NeedsYouItem } from '#shared/contract/desk.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'

/** The free number the core proposes first, if any. */
export function proposedNumber(item: NeedsYouItem): string | undefined {
  return item.choices.find((choice) => choice.kind === 'useNumber' && choice.value !== '')?.value
}

/** The last two pairs of a number, as one says them: "57 77". */
export function lastFigures(msisdn: string): string {
  return `${msisdn.slice(-4, -2)} ${msisdn.slice(-2)}`
}

/** Another number held for this case since the one ordered was taken. */
export function heldNumber(item: NeedsYouItem, view: CaseView | undefined): HeldNumber | undefined {
  const row = view?.reservation
  if (!row || row.case_id !== item.caseId || row.id === item.entered || row.id === item.details['msisdn'])
    return undefined
  return { msisdn: row.id, until: row.held_until }
}

export interface HeldNumber {
  readonly msisdn: string
  readonly until: number | null
}
