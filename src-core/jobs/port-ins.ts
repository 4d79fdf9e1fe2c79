import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { numberMachine } from '#shared/domain/number/number-machine.ts'
import { portInMachine } from '#shared/domain/number/port-in-machine.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { Ids } from '#shared/kernel/ids.ts'
import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { mustMove } from '../slices/kit/move.ts'
import { tellCustomer } from '../slices/message/queue-message.ts'
import type { DonorRules } from '../slices/number/donor-rules.ts'
import { donorRules, refusalOf } from '../slices/number/donor-rules.ts'
import { numberFacts } from '../slices/number/hold.ts'
import { policiesOf } from '../sync/market.ts'
import type { Unit } from '../sync/handler.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface PortInsOptions {
  readonly core: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly timers: Timers
  readonly ids: Ids
  /** Rules of `resources/donor.json` unless others are handed in. */
  readonly rules?: DonorRules
  readonly onProblem?: (error: unknown) => void
}

const everyMs = 1_000
const perRun = 100

/**
 * The built-in donor: answers what it was asked, by its rule file, and on the day agreed the number changes over. Each
 * in a transaction of its own, after another look at the row.
 */
export function createPortIns({ core, clock, timers, ids, rules = donorRules(), onProblem }: PortInsOptions): Job {
  const run = async (): Promise<void> => {
    for (const { id, scope } of await waiting(core)) {
      const policies = await policiesOf(core.db, scope)
      const now = clock.now()
      const moment = { rules, now, today: dateInZone(now, policies?.market.zone ?? 'UTC'), policies, ids }
      await inUnit(core, (unit) => work(unit, id, moment))
    }
  }
  return createJob({ run, everyMs, timers, ...(onProblem ? { onProblem } : {}) })
}

function waiting({ db }: PortInsOptions['core']): Promise<readonly { readonly id: string; readonly scope: string }[]> {
  return db
    .selectFrom('port_in')
    .select(['id', 'scope'])
    .where('state', 'in', ['requested', 'scheduled'])
    .orderBy('id')
    .limit(perRun)
    .execute()
}

interface Moment {
  readonly rules: DonorRules
  readonly now: Instant
  readonly today: IsoDate
  readonly policies: Policies | undefined
  readonly ids: Ids
}

async function work(unit: Unit, id: string, moment: Moment): Promise<void> {
  const { rules, now, today } = moment
  const row = await unit.get('port_in', id)
  if (row?.state === 'requested' && row.requested_at + rules.answersAfterMs <= now) {
    const refusal = refusalOf(row, rules)
    const event = refusal === undefined ? 'schedule' : 'refuse'
    const state = mustMove(portInMachine, row.state, event, undefined)
    await unit.patch('port_in', id, { state, refusal: refusal ?? '', answered_at: now })
    if (refusal !== undefined) await tellRefused(unit, row, refusal, moment)
  } else if (row?.state === 'scheduled' && row.on_date <= today && answered(row) + rules.cutOverAfterMs <= now) {
    await cutOver(unit, row, now)
  }
}

/** The customer hears of each refusal once: a donor asked again may refuse again. */
async function tellRefused(
  unit: Unit,
  row: MirrorRow<'port_in'>,
  refusal: string,
  { now, policies, ids }: Moment,
): Promise<void> {
  const customer = await unit.get('customer', row.customer_id)
  if (!customer || !policies) return
  await tellCustomer(unit, ids.next(), customer, {
    template: 'portInRefused',
    caseId: row.case_id,
    params: { number: row.msisdn, donor: row.donor, cause: `message.port.${refusal}` },
    about: `${row.id}:${row.tries}`,
    now,
    policies,
  })
}

function answered(row: MirrorRow<'port_in'>): Instant {
  return row.answered_at ?? row.requested_at
}

/** The line has its number; the temporary one rests before anyone else gets it. */
async function cutOver(unit: Unit, row: MirrorRow<'port_in'>, now: Instant): Promise<void> {
  const product = await unit.get('product', row.product_id)
  // a line that is not active yet takes its number when it is
  if (product?.state !== 'active') return
  await unit.patch('port_in', row.id, {
    state: mustMove(portInMachine, row.state, 'cutOver', undefined),
    cut_over_at: now,
  })
  await unit.patch('product', product.id, { msisdn: row.msisdn })
  const held = { state: 'assigned', case_id: row.case_id, held_until: null, held_by: null }
  if (await unit.get('phone_number', row.msisdn)) await unit.patch('phone_number', row.msisdn, held)
  else
    await unit.insert('phone_number', {
      id: row.msisdn,
      scope: row.scope,
      ...held,
      leased_to: null,
      leased_until: null,
    })
  const temporary = await unit.get('phone_number', row.temporary_msisdn)
  if (temporary?.state === 'assigned')
    await unit.patch('phone_number', temporary.id, {
      state: mustMove(numberMachine, temporary.state, 'terminate', numberFacts(temporary, now)),
      ...{ case_id: null, held_until: null, held_by: null },
    })
}
