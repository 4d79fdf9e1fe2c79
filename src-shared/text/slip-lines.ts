import { nameIn } from '#shared/domain/catalogue/names.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import type { Params, Reader } from './translate.ts'
import { translate } from './translate.ts'

/** What a conditional slip tells of a sale; null where there is none. */
export interface SlipFacts {
  readonly planName: Readonly<Record<string, string>> | null
  readonly msisdn: string | null
  readonly dueNowMinor: number | null
  readonly depositMinor: number
  readonly contactNumber: string | null
  readonly reference: string
  readonly agentName: string
  readonly place: string
}

/** The lines of the slip a customer leaves with while something is not confirmed; the same on screen and on paper. */
export function slipLines(reader: Reader, facts: SlipFacts): readonly string[] {
  const t = (key: string, params: Params = {}): string => translate(reader, key, params)
  const { dueNowMinor: amountMinor, depositMinor, contactNumber: number, reference, agentName: name, place } = facts
  const plan = facts.planName ? nameIn(facts.planName, reader.language) : ''
  return [
    `${plan}  ${facts.msisdn ? formatMsisdn(facts.msisdn) : ''}`.trim(),
    ...(amountMinor === null
      ? []
      : [t(depositMinor > 0 ? 'sign.slip.dueDeposit' : 'sign.slip.due', { amountMinor, depositMinor })]),
    ...(number === null ? [] : [t('sign.slip.call', { number })]),
    t('sign.slip.case', { reference, name, place }),
  ]
}
