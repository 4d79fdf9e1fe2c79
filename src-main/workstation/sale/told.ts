import type { Desk } from '#main/workstation/desk.ts'
import { toldOfMoney } from './told-money.ts'
import type { ToldItem } from '#shared/contract/desk.ts'
import type { DecisionTaskRow } from '#shared/domain/interaction/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** How long a colleague's decision is told: a shift, and the next morning. */
const toldMs = 16 * 60 * 60_000
const toldAtMost = 20

/**
 * What became of the matters of the person at this desk in other hands: decided by a colleague (also where the person
 * decided at the same time and came second), with a colleague, with a supervisor, or in the team's queue elsewhere.
 */
export function toldOf(desk: Pick<Desk, 'outbox' | 'view' | 'session' | 'now'>): readonly ToldItem[] {
  const session = desk.session()
  if (!session) return []
  const since = desk.now() - toldMs
  const waiting = ['open', 'team'].flatMap((state) => desk.view.where('decision_task', 'state', state))
  const mine = [
    ...waiting.map(({ row }) => row).filter((row) => row.actor_id === session.userId),
    ...desk.view.sql<DecisionTaskRow>(
      `select * from decision_task where actor_id = ? and resolved_at >= ? and state = 'done'`,
      session.userId,
      since,
    ),
  ]
  const told = [
    ...[...mine, ...cameSecond(desk, session.name, since)].flatMap((task) => itemOf(task, session.userId) ?? []),
    ...toldOfMoney(desk),
  ]
  const once = new Map(told.map((item) => [item.taskId, item]))
  return [...once.values()].toSorted((a, b) => b.at - a.at).slice(0, toldAtMost)
}

/** Tasks this person decided about when somebody else had decided already. */
function cameSecond(desk: Pick<Desk, 'outbox' | 'view'>, name: string, since: number): readonly DecisionTaskRow[] {
  return desk.outbox.decidedSince(since).flatMap((item) => {
    const isSecond = item.state === 'rejected' && item.code === 'NOTHING_TO_RESOLVE' && item.actorName === name
    const task = isSecond && item.resolves !== null ? desk.view.get('decision_task', item.resolves)?.row : undefined
    return task ? [task] : []
  })
}

function itemOf(task: DecisionTaskRow, userId: Id): ToldItem | undefined {
  const about = {
    taskId: task.id,
    caseId: task.case_id,
    customerName: task.customer_name,
    type: task.type,
    code: task.code,
    deskName: '',
    by: '',
    sentence: null,
    matter: null,
  }
  if (task.state === 'done') {
    if (task.resolved_id === userId || task.resolved_at === null) return undefined
    const { resolved_name: by, resolved_desk: deskName, resolved_type: byType, resolved_at: at } = task
    return { ...about, kind: 'decided', by, deskName, byType, at }
  }
  if (task.queue === 'supervisor' && task.owner_id !== userId)
    return { ...about, kind: 'withSupervisor', byType: '', at: task.moved_at ?? task.decided_at }
  if (task.state === 'open' && task.owner_id !== userId)
    return { ...about, kind: 'withColleague', by: task.owner_name, byType: '', at: task.moved_at ?? task.decided_at }
  return undefined
}
