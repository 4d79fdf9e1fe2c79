import type { MirrorRow } from '#shared/contract/mirror.ts'
import { messageMachine } from '#shared/domain/message/states.ts'
import type { Ids } from '#shared/kernel/ids.ts'
import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { move } from '../slices/kit/move.ts'
import type { MessageGateway } from '../slices/message/gateway.ts'
import { builtInGateway } from '../slices/message/gateway.ts'
import { tellCustomer } from '../slices/message/queue-message.ts'
import { policiesOf } from '../sync/market.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface MessagesOptions {
  readonly core: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly timers: Timers
  readonly ids: Ids
  /** The built-in one, which writes messages down, unless another is handed in. */
  readonly gateway?: MessageGateway
  readonly onProblem?: (error: unknown) => void
}

const everyMs = 500
const perRun = 50
/** So long before a promised call the customer is reminded of it. */
const remindBeforeMs = 30 * 60_000

/**
 * Hands queued messages to the gateway, outside of any transaction, and writes down what it said; reminds customers of
 * promised calls. A gateway that is not there is asked again at the next run.
 */
export function createMessages(options: MessagesOptions): Job {
  const { core, clock, timers, ids, gateway = builtInGateway(core.db), onProblem } = options
  const run = async (): Promise<void> => {
    for (const id of await dueCallBacks(core, clock.now())) await remind(core, id, ids, clock)
    for (const row of await queued(core)) await send(core, gateway, row, clock)
  }
  return createJob({ run, everyMs, timers, ...(onProblem ? { onProblem } : {}) })
}

type Core = MessagesOptions['core']

function queued({ db }: Core): Promise<readonly MirrorRow<'message'>[]> {
  return db.selectFrom('message').selectAll().where('state', '=', 'queued').orderBy('id').limit(perRun).execute()
}

async function send(core: Core, gateway: MessageGateway, row: MirrorRow<'message'>, clock: Clock): Promise<void> {
  const secret = await core.db
    .selectFrom('message_secret')
    .select('body')
    .where('message_id', '=', row.id)
    .executeTakeFirst()
  const { channel, recipient, subject } = row
  const outgoing = { channel, recipient, subject, body: secret?.body ?? row.body, at: clock.now() }
  const answer = await gateway.send({ id: `${row.id}:${row.tries + 1}`, ...outgoing })
  await inUnit(core, async (unit) => {
    const now = await unit.get('message', row.id)
    const moved = now && move(messageMachine, now.state, answer.kind === 'taken' ? 'send' : 'fail', undefined)
    if (!now || !moved?.ok) return
    await unit.patch('message', row.id, {
      state: moved.value,
      tries: now.tries + 1,
      ...(answer.kind === 'taken' ? { sent_at: clock.now() } : { cause: answer.cause }),
    })
    await unit.tx.deleteFrom('message_secret').where('message_id', '=', row.id).execute()
  })
}

async function dueCallBacks({ db }: Core, now: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('call_back')
    .leftJoin('message', 'message.about', 'call_back.id')
    .select('call_back.id')
    .where('call_back.state', '=', 'planned')
    .where('call_back.due_at', '>', now)
    .where('call_back.due_at', '<=', now + remindBeforeMs)
    .where((where) => where(where('call_back.due_at', '-', where.ref('call_back.made_at')), '>=', remindBeforeMs))
    .where('call_back.customer_id', 'is not', null)
    .where('message.id', 'is', null)
    .orderBy('call_back.id')
    .limit(perRun)
    .execute()
  return rows.map(({ id }) => id)
}

/** Once for a call-back; one promised within the half hour needs no reminder. */
async function remind(core: Core, callBackId: string, ids: Ids, { now }: Clock): Promise<void> {
  await inUnit(core, async (unit) => {
    const row = await unit.get('call_back', callBackId)
    const customer = row?.customer_id ? await unit.get('customer', row.customer_id) : undefined
    const policies = customer && (await policiesOf(unit.tx, customer.scope))
    if (!row || !customer || !policies) return
    await tellCustomer(unit, ids.next(), customer, {
      template: 'callBackReminder',
      caseId: row.case_id,
      params: { number: row.number, at: row.due_at },
      about: row.id,
      now: now(),
      policies,
    })
  })
}
