import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import type { Command } from '#shared/contract/wire.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { addDays } from '#shared/kernel/date.ts'
import { lendIn } from '#core/lease/lend-grant.ts'
import type { Answer, HandlerContext, Unit } from '#core/sync/handler.ts'
import { handlerOf } from '#core/sync/handler-map.ts'
import { countedIds } from '#core/test-command.ts'
import { bookPayment } from '#core/slices/bill/book-payment.ts'
import { readCreditable } from '#core/slices/bill/write-credit-note.ts'
import { handlers } from '#core/slices/index.ts'
import type { Given } from './model.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly role: string
}

/** What does not change between runs. */
export interface Stage {
  readonly people: Readonly<Record<string, Person>>
  readonly bills: readonly { readonly id: string; readonly customer_id: string }[]
  readonly policies: Policies
  readonly scope: string
  readonly noon: number
}

interface Waiting {
  readonly who: string
  readonly desk: number
  readonly capturedAt: number
  readonly body: CommandBody<'adjustment.giveCredit'>
}

/** One history played on the real handlers, inside a savepoint of the caller. */
export type Play = ReturnType<typeof openPlay>

/** Begins one. */
export function openPlay(unit: Unit, stage: Stage) {
  let now = stage.noon
  const ids = countedIds(() => now)
  const queue: Waiting[] = []
  const leases = new Map<string, { readonly id: string | null; leftMinor: number }>()
  const deskOf = (who: string, desk: number): string => `${who}-${desk}`
  const today = (): string => new Date(now).toISOString().slice(0, 10)

  function context(who: string, desk: number, capturedAt: number): HandlerContext {
    const person = stage.people[who]
    if (!person) throw new Error(`nobody is ${who}`)
    // of a command handlers read these only
    const command = { id: ids.next(), deviceId: deskOf(who, desk), actor: { userId: person.id }, capturedAt } as Command
    return {
      ...{ ...unit, command, scope: stage.scope, actorName: person.name, deskName: '', now, policies: stage.policies },
      ...{ authority: { userId: person.id, name: person.name, role: person.role }, businessDate: today(), ids },
      ...{ hashKey: new Uint8Array(32), log: () => undefined },
      runHeld: () => Promise.reject(new Error('nothing is held')),
    }
  }

  async function run<T extends CommandType>(
    who: string,
    type: T,
    body: CommandBody<T>,
    desk = 0,
    capturedAt = now,
  ): Promise<string> {
    const answer: Answer<string> = await handlerOf(handlers, type).run(context(who, desk, capturedAt), body, undefined)
    return answer.result === 'applied' ? answer.result : answer.code
  }

  /** As the desk counts it; what can not be is sent all the same. */
  async function sumOf(billId: string, lines: readonly Part[], askedMinor: number): Promise<number> {
    const found = await readCreditable(unit, billId)
    if (!found) throw new Error('no bill')
    const isIn = found.bill.tax_included === 1
    const sums = lines.length > 0 ? creditParts(found.lines, lines, isIn) : creditShared(found.lines, askedMinor, isIn)
    return sums.ok ? sums.value.totals.payableMinor : askedMinor
  }

  return {
    unit,
    stage,
    run,
    sumOf,
    ids,
    today,
    queue,
    given: [] as Given[],
    /** Charges, which are summed for themselves. */
    charged: [] as Given[],
    /** Adjustments that were seen taken back. */
    reversed: new Set<string>(),
    /** Disputes that were seen, and those that were seen decided. */
    filed: new Set<string>(),
    decided: new Set<string>(),
    /** Adjustments that were seen waiting. */
    waited: new Set<string>(),
    pass: (days: number) => {
      now += days * 86_400_000
    },
    renew: async (who: string, desk: number) => {
      const person = stage.people[who]
      if (!person) throw new Error(`nobody is ${who}`)
      const grant = await lendIn(unit, ids, {
        ...{ user: { ...person, scope: stage.scope }, device: { id: deskOf(who, desk) } },
        ...{ policies: stage.policies, now, until: now + 12 * 3_600_000 },
      })
      leases.set(deskOf(who, desk), { id: grant.id, leftMinor: grant.amountMinor })
    },
    /** Given while the desk is alone, if its own count of the grant lets it; else asked for. */
    giveAlone: (who: string, desk: number, body: CommandBody<'adjustment.giveCredit'>) => {
      const lease = leases.get(deskOf(who, desk))
      const isCovered = lease !== undefined && lease.leftMinor >= body.amountMinor
      if (isCovered) lease.leftMinor -= body.amountMinor
      const grantId = isCovered ? lease.id : null
      queue.push({ who, desk, capturedAt: now, body: { ...body, grantId } })
    },
    sync: async (who: string, desk: number) => {
      const mine = queue.filter((one) => one.who === who && one.desk === desk)
      for (const one of mine) {
        queue.splice(queue.indexOf(one), 1)
        await run(who, 'adjustment.giveCredit', one.body, desk, one.capturedAt)
      }
    },
    /** Told for a bill, or for none: then nothing that is held may be taken for it. */
    pay: async (bill: Stage['bills'][number], amountMinor: number, isTold: boolean) => {
      const open = (await unit.get('bill', bill.id))?.open_minor ?? 0
      const told = isTold && open > 0 ? [{ billId: bill.id, amountMinor: Math.min(open, amountMinor) }] : null
      const before = told === null ? await heldMinor(unit, bill.customer_id) : 0
      await bookPayment(unit, {
        ...{ id: ids.next(), customerId: bill.customer_id, way: 'cash', reference: '', amountMinor, currency: 'EUR' },
        ...{ takenOn: today(), told },
      })
      if (told === null && (await heldMinor(unit, bill.customer_id)) !== before)
        throw new Error('money that was told for nothing paid what is disputed')
    },
    lastDay: (days: number) => addDays(today(), days),
  }
}

/** What stands in receivables in dispute of a customer. */
async function heldMinor({ tx }: Unit, customerId: string): Promise<number> {
  const row = await tx
    .selectFrom('gl_entry')
    .select(({ fn }) => fn.sum<number>('amount_minor').as('sum'))
    .where('customer_id', '=', customerId)
    .where('account', '=', '1110')
    .executeTakeFirst()
  return Number(row?.sum ?? 0)
}
