import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { Command } from '#shared/contract/wire.ts'
import type { WorkPolicy } from '#shared/domain/catalogue/policies.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { decisionMachine } from '#shared/domain/interaction/decision-states.ts'
import { enteredText, factsOfBody, travellingBody } from '#shared/domain/interaction/travelling-body.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import type { Unit } from './handler.ts'

const minuteMs = 60_000

/** The refusal of a command, as it is stored; `details`, `snapshot` and `choices` are JSON. */
export interface RefusalFacts {
  readonly result: string
  readonly code: string
  readonly details: string
  readonly snapshot: string
  readonly choices: string
}

/** What a task is made of: the refused command and who must decide about it. */
export interface TaskFacts {
  readonly command: Pick<
    Command,
    'id' | 'type' | 'body' | 'touches' | 'actor' | 'deviceId' | 'deviceSeq' | 'capturedAt'
  >
  readonly scope: string
  readonly refusal: RefusalFacts
  readonly work: WorkPolicy
  readonly now: Instant
  /** `supervisor`: it goes at once to the team, to those who may decide for others. */
  readonly queue?: 'supervisor'
}

/**
 * Makes the task of a refused command: everyone of the market sees it, its actor has it first. Called twice for one
 * command it changes nothing. Writes only ids, and of names and numbers what this market's own rows hold anyway.
 */
export async function openTask(unit: Unit, facts: TaskFacts): Promise<void> {
  const { command, scope, refusal, work, now, queue } = facts
  if (await unit.get('decision_task', command.id)) return
  // a parsed command's body is JSON by its schema
  const body = travellingBody(command.body as Json)
  const caseId = touched(command.touches, 'case') ?? null
  const about = await customerOf(unit, command.touches, caseId, scope)
  const known = factsOfBody(body)
  const { userId, name, deskName } = command.actor
  await unit.insert('decision_task', {
    id: command.id,
    scope,
    state: queue === undefined ? 'open' : 'team',
    queue: queue ?? '',
    type: command.type,
    ...refusal,
    body: JSON.stringify(body),
    case_id: caseId,
    customer_id: about?.id ?? null,
    order_id: known.orderId ?? touched(command.touches, 'order') ?? null,
    customer_name: about ? customerName(about) : nameEntered(command.type, body),
    contact_number: about?.contact_number ?? known.contactNumber ?? null,
    actor_id: userId,
    actor_name: name,
    desk_name: deskName,
    device_id: command.deviceId,
    device_seq: command.deviceSeq,
    captured_at: command.capturedAt,
    decided_at: now,
    owner_id: queue === undefined ? userId : null,
    owner_name: queue === undefined ? name : '',
    owner_device: command.deviceId,
    moves_at: now + work.decisionKeptMinutes * minuteMs,
    moved_at: queue === undefined ? null : now,
    due_at: now + work.decisionDueMinutes * minuteMs,
    resolved_by: null,
    resolved_type: '',
    resolved_id: null,
    resolved_name: '',
    resolved_desk: '',
    resolved_at: null,
  })
}

/** The newest answer to a task: a decision on it was itself refused, so it waits on with what is known now. */
export async function renewTask(
  unit: Unit,
  task: MirrorRow<'decision_task'>,
  facts: Pick<TaskFacts, 'command' | 'refusal' | 'now'>,
): Promise<void> {
  if (!mayStep(decisionMachine, task.state, 'settle', undefined)) return
  const { result: _result, ...answer } = facts.refusal
  await unit.patch('decision_task', task.id, { ...answer, decided_at: facts.now })
}

/** A decision was applied: the task is done, and everyone reads by whom and where. */
export async function settleTask(
  unit: Unit,
  task: MirrorRow<'decision_task'>,
  by: Pick<TaskFacts, 'command' | 'now'>,
): Promise<void> {
  if (!mayStep(decisionMachine, task.state, 'settle', undefined)) return
  const { id, type, actor } = by.command
  await unit.patch('decision_task', task.id, {
    state: 'done',
    resolved_by: id,
    resolved_type: type,
    resolved_id: actor.userId,
    resolved_name: actor.name,
    resolved_desk: actor.deskName,
    resolved_at: by.now,
  })
}

const longestChain = 50

/** The task a decision is about: of the command it names, or of the one behind it where that was itself a decision. */
export async function taskBehind(
  unit: Unit,
  resolves: string,
  scope: string,
): Promise<MirrorRow<'decision_task'> | undefined> {
  let id: string | null = resolves
  for (let length = 0; id !== null && length < longestChain; length += 1) {
    const task = await unit.get('decision_task', id)
    if (task) return task.scope === scope ? task : undefined
    id = await resolvedByLedger(unit, id)
  }
  return undefined
}

async function resolvedByLedger(unit: Unit, id: string): Promise<string | null> {
  const entry = await unit.tx.selectFrom('ledger').select('command').where('id', '=', id).executeTakeFirst()
  // a stored command was parsed when it came in
  return entry ? (JSON.parse(entry.command) as Command).resolves : null
}

/** Whom a matter is about, if this market knows them: named by the command, else by its case. */
async function customerOf(
  unit: Unit,
  touches: readonly string[],
  caseId: string | null,
  scope: string,
): Promise<MirrorRow<'customer'> | undefined> {
  const ofCase = caseId === null ? undefined : await unit.get('service_case', caseId)
  const id = touched(touches, 'customer') ?? (ofCase?.scope === scope ? ofCase.customer_id : null)
  const row = id === null ? undefined : await unit.get('customer', id)
  return row?.scope === scope ? row : undefined
}

/** Who would have become a customer. */
function nameEntered(type: string, body: Json): string {
  return enteredText(type === 'customer.createCompany' ? type : 'customer.createProspect', body)
}

function touched(touches: readonly string[], kind: string): string | undefined {
  return touches.find((touch) => touch.startsWith(`${kind}:`))?.slice(kind.length + 1)
}
