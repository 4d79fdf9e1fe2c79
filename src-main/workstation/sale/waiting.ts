import { z } from 'zod'
import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import { isCommandType } from '#shared/contract/commands.ts'
import { choiceSchema } from '#shared/contract/wire.ts'
import type { DecisionTaskRow } from '#shared/domain/interaction/rows.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { backOffice, isOneOf } from '#shared/domain/staff/roles.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** A matter that waits for a person: the refused command, and its task where the core knows one. */
export interface Waiting {
  readonly item: OutboxItem
  readonly task: DecisionTaskRow | undefined
}

type Known = Pick<Desk, 'view' | 'session'> & { readonly outbox: Pick<Desk['outbox'], 'needsYou' | 'get'> }

/**
 * What waits for the person at this desk, own matters first, each part the latest first: what this desk entered, what the
 * person took over, and the team's queue. What a colleague has, or a supervisor has to decide, is not among it.
 */
export function waitingFor(desk: Known): readonly Waiting[] {
  const session = desk.session()
  const here = desk.outbox.needsYou().flatMap((item): readonly Waiting[] => {
    const task = desk.view.get('decision_task', item.id)?.row
    return task && !isFor(task, session) ? [] : [{ item, task }]
  })
  const tasks = ['open', 'team'].flatMap((state) => desk.view.where('decision_task', 'state', state))
  const elsewhere = tasks.flatMap(({ row }): readonly Waiting[] => {
    if (!isFor(row, session) || isOwn(desk, row.id)) return []
    const item = itemOfTask(row)
    return item ? [{ item, task: row }] : []
  })
  const rank = (one: Waiting): number => (whoseIs(one, session) === 'mine' ? 0 : 1)
  const at = ({ item }: Waiting): number => item.decidedAt ?? item.capturedAt
  return [...here, ...elsewhere].toSorted((a, b) => rank(a) - rank(b) || at(b) - at(a))
}

/** Whose matter it is, seen from the person at the desk. */
export function whoseIs({ item, task }: Waiting, session: Session | undefined): 'mine' | 'team' | 'supervisor' {
  if (task?.queue === 'supervisor' && task.owner_id !== session?.userId) return 'supervisor'
  if (task) return task.state === 'open' && task.owner_id === session?.userId ? 'mine' : 'team'
  return item.actorName === session?.name ? 'mine' : 'team'
}

/** A refused command by its id, of this desk or of another one; undefined when nothing of that name is known here. */
export function refusedCommand(desk: Pick<Desk, 'outbox' | 'view'>, id: Id): OutboxItem | undefined {
  const own = isOwn(desk, id) ? desk.outbox.get(id) : undefined
  const task = own ? undefined : desk.view.get('decision_task', id)?.row
  return own ?? (task && itemOfTask(task))
}

/** Refused commands of a case that other desks sent and that still wait for a person. */
export function refusedElsewhere(desk: Pick<Desk, 'outbox' | 'view'>, caseId: Id): readonly OutboxItem[] {
  return desk.view.where('decision_task', 'case_id', caseId).flatMap(({ row }) => {
    const item = row.state === 'done' || isOwn(desk, row.id) ? undefined : itemOfTask(row)
    return item ? [item] : []
  })
}

/** Whether this desk knows a command as its own; what of it is held for a supervisor is known by its task everywhere. */
function isOwn({ outbox }: { readonly outbox: Pick<Desk['outbox'], 'get'> }, id: Id): boolean {
  const item = outbox.get(id)
  return item !== undefined && item.state !== 'needsApproval'
}

function isFor(task: DecisionTaskRow, session: Session | undefined): boolean {
  if (task.state === 'done') return false
  if (task.state === 'open') return task.owner_id === session?.userId
  return task.queue !== 'supervisor' || (session !== undefined && isOneOf(session.role, backOffice))
}

const plain = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
const answer = z.object({ details: plain, snapshot: plain, choices: z.array(choiceSchema), body: z.json() })

/** A task as the command it came from; undefined for one that a newer core made and this version cannot read. */
function itemOfTask(task: DecisionTaskRow): OutboxItem | undefined {
  const { details, snapshot, choices, body } = task
  const read = answer.safeParse({
    details: parsed(details),
    snapshot: parsed(snapshot),
    choices: parsed(choices),
    body: parsed(body),
  })
  if (!read.success || !isCommandType(task.type)) return undefined
  const touches = [
    ...(task.case_id === null ? [] : [`case:${task.case_id}`]),
    ...(task.customer_id === null ? [] : [`customer:${task.customer_id}`]),
  ]
  return {
    id: task.id,
    deviceSeq: task.device_seq,
    type: task.type,
    ...read.data,
    state: task.result === 'conflict' ? 'conflict' : task.result === 'quarantined' ? 'quarantined' : 'rejected',
    code: task.code,
    capturedAt: task.captured_at,
    decidedAt: task.decided_at,
    actorName: task.actor_name,
    touches,
    resolvedBy: task.resolved_by,
    resolves: null,
    deviceId: task.device_id,
    ...(task.result === 'needsApproval' ? { isHeld: true } : {}),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
