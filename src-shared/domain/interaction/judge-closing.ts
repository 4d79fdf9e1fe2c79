import type { AgreementRow } from '#shared/domain/contract/rows.ts'
import { agreementMachine } from '#shared/domain/contract/states.ts'
import type { OrderRow } from '#shared/domain/order/rows.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** What a case stands on when somebody wants to close it. */
export interface ClosingFacts {
  readonly agreement: Pick<AgreementRow, 'state'> | null
  readonly order: Pick<OrderRow, 'state'> | null
}

/**
 * How a case ends: done once its order is, given up where nothing is signed or the contract has ended. A contract that
 * lives is withdrawn, not given up.
 */
export function judgeClosing({ agreement, order }: ClosingFacts): Result<'finish' | 'abandon', Refusal<'CASE_SIGNED'>> {
  if (order?.state === 'completed') return ok('finish')
  const isLiving =
    agreement !== null && livingEvents.some((event) => mayStep(agreementMachine, agreement.state, event, undefined))
  return isLiving ? refuse('CASE_SIGNED') : ok('abandon')
}

/** An agreement that can still end, one way or the other, lives. */
const livingEvents = ['withdraw', 'end'] as const
