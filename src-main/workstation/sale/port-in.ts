import type { CommandBody } from '#shared/contract/commands.ts'
import { judgePortIn } from '#shared/domain/number/judge-port-in.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { Captured, StepWork } from './finish-step.ts'
import { incomplete } from './finish-step.ts'

/** What is wrong with the number to be brought, for the step Offer; undefined when nothing is, or none is brought. */
export function portInProblem(
  work: StepWork,
): { readonly ok: false; readonly error: Refusal<'STEP_INCOMPLETE'> } | undefined {
  const { offer } = work.facts.fields
  if (!offer.isPorting) return undefined
  const judged = judgePortIn(offer, { today: work.today, country: work.policies.market.country })
  if (!judged.ok) {
    const { field, ...details } = judged.error.details ?? {}
    return incomplete(String(field), judged.error.code, details)
  }
  const known = work.desk.view.get('phone_number', judged.value.msisdn)?.row
  return known && known.state !== 'ported' ? incomplete('portNumber', 'PORT_NUMBER_OURS') : undefined
}

export interface Line {
  readonly caseId: Id
  readonly customerId: Id
  readonly productId: Id
  /** The command that orders the line: without it there is nothing to bring a number to. */
  readonly orderCommand: Id
}

/** Asks the donor for the number of the case, once the line is ordered; undefined where none is brought. */
export function askDonor(work: StepWork, { orderCommand, caseId, customerId, productId }: Line): Captured | undefined {
  const { offer } = work.facts.fields
  const { terms } = work.facts
  if (!offer.isPorting || !terms) return undefined
  const judged = judgePortIn(offer, { today: work.today, country: work.policies.market.country })
  // it was judged with the offer: a day that has passed meanwhile is mended where the donor's answers stand
  if (!judged.ok) return undefined
  const { msisdn, donor, code, onDate } = judged.value
  const body: CommandBody<'number.requestPortIn'> = {
    ...{ portInId: work.desk.drafts.idFor(caseId, 'portIn'), caseId, customerId, productId },
    ...{ msisdn, donor, code, onDate, window: offer.portWindow, temporaryMsisdn: terms.msisdn },
  }
  return work.write('number.requestPortIn', body, { needs: [orderCommand] })
}
