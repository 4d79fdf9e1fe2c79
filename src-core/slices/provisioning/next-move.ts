import type { MirrorRow } from '#shared/contract/mirror.ts'
import { taskMachine } from '#shared/domain/provisioning/states.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { isFinal, mayMove } from '../kit/move.ts'
import type { ProvisioningException, ProvisioningRules } from './rules.ts'

type Task = MirrorRow<'order_task'>

/** The one thing to do next for an order. */
export type ProvisioningMove =
  | { readonly kind: 'start'; readonly task: Task }
  | { readonly kind: 'complete'; readonly task: Task }
  | { readonly kind: 'markLate'; readonly task: Task; readonly cause: string; readonly retryAt: Instant }
  | {
      readonly kind: 'hold'
      readonly task: Task
      readonly cause: string
      readonly owner: string
      readonly answerBy: Instant
    }

export interface ProvisioningFacts {
  /** Tasks of one order by position. */
  readonly tasks: readonly Task[]
  readonly order: Pick<MirrorRow<'product_order'>, 'msisdn' | 'offer_id'>
  readonly rules: ProvisioningRules
  readonly now: Instant
}

/** Tasks go one after the other, by their plan; undefined when there is nothing to do yet, or nothing at all. */
export function nextMove({ tasks, order, rules, now }: ProvisioningFacts): ProvisioningMove | undefined {
  const task = tasks.find((each) => !isFinal(taskMachine, each.state))
  if (!task) return undefined
  if (mayMove(taskMachine, task.state, 'start', undefined))
    return task.planned_start <= now ? { kind: 'start', task } : undefined
  if (!mayMove(taskMachine, task.state, 'complete', undefined)) return undefined
  const then = rules.exceptions.find((rule) => matches(rule, task, order))?.then
  if (then?.what === 'stuck') {
    const heldAt = (task.started_at ?? task.planned_start) + then.afterMs
    return heldAt > now ? undefined : { kind: 'hold', task, ...then, answerBy: now + then.answerWithinMs }
  }
  if (task.planned_end > now) return undefined
  if (then?.what !== 'late' || task.planned_end + then.lateMs <= now) return { kind: 'complete', task }
  const isTried = task.retry_at !== null && task.retry_at > now
  return isTried ? undefined : { kind: 'markLate', task, cause: then.cause, retryAt: now + then.retryEveryMs }
}

function matches(rule: ProvisioningException, task: Task, order: ProvisioningFacts['order']): boolean {
  return (
    rule.kind === task.kind &&
    (rule.msisdnEndsWith === undefined || order.msisdn.endsWith(rule.msisdnEndsWith)) &&
    (rule.planId === undefined || rule.planId === order.offer_id)
  )
}
