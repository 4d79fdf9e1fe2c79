import type { Desk } from '#main/workstation/desk.ts'
import type { OverrideView } from '#shared/domain/credit/contract.ts'
import { isLiftable } from '#shared/domain/credit/override-rules.ts'
import { isOneOf } from '#shared/domain/staff/roles.ts'
import { isUndecided, isUnresolved } from './marks.ts'
import type { CaseFacts } from './read-case.ts'

/** Refusals that a supervisor may decide over, beside a class. */
const limitCodes: ReadonlySet<string> = new Set(['CREDIT_LINES_EXCEEDED', 'COMPANY_LIMIT_EXCEEDED'])

/** Whether the class or a limit of a case may be overridden, by whom, and what became of having asked. */
export function overrideOf(desk: Pick<Desk, 'policies' | 'session'>, facts: CaseFacts): OverrideView {
  const policy = desk.policies()?.credit
  const session = desk.session()
  const { decision, commands, row } = facts
  const asked = commands.filter(({ type }) => type === 'credit.overrideDecision').at(-1)
  const at = asked?.decidedAt ?? asked?.capturedAt ?? null
  if (asked && (isUndecided(asked) || (asked.isHeld === true && isUnresolved(asked))))
    return { may: 'no', state: 'asked', at: asked.capturedAt }
  const isStopped =
    decision !== null &&
    policy !== undefined &&
    decision.row.state !== 'provisional' &&
    facts.plan?.billing !== 'prePaid' &&
    (isLiftable(decision.row, policy) || commands.some((item) => isUnresolved(item) && limitCodes.has(item.code)))
  const state =
    decision !== null && decision.row.overridden_by !== ''
      ? 'given'
      : asked?.code === 'NOT_APPROVED'
        ? 'refused'
        : 'none'
  if (!isStopped || !session || policy === undefined) return { may: 'no', state, at }
  const mayDecide =
    isOneOf(session.role, policy.override.roles) && !(policy.override.byAnother && row.owner_id === session.userId)
  return { may: mayDecide ? 'decide' : 'ask', state, at }
}
