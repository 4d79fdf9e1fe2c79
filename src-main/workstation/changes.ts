import type { EventName, EventOf } from '#shared/contract/procedures.ts'
import type { Timers } from './outside.ts'

export interface DeskEvent<N extends EventName = EventName> {
  readonly name: N
  readonly payload: EventOf<N>
}

export interface Changes {
  /** Something under these topics may look different now. */
  readonly changed: (...topics: readonly string[]) => void
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void
  readonly stop: () => void
}

/** Tells the page what changed; many changes of one moment are told once. */
export function createChanges(timers: Timers): Changes {
  const listeners = new Set<(event: DeskEvent) => void>()
  let topics = new Set<string>()
  let isStopped = false

  function tell(): void {
    const told = [...topics]
    topics = new Set()
    if (isStopped) return
    for (const listener of listeners) listener({ name: 'changed', payload: { topics: told } })
  }
  return {
    changed: (...names) => {
      if (isStopped) return
      if (topics.size === 0) timers.after(0, tell)
      for (const name of names) topics.add(name)
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => {
      isStopped = true
    },
  }
}

/** Which queries of the page may answer differently after these tables were pulled. */
export function topicsOf(tables: readonly string[]): readonly string[] {
  if (tables.length === 0) return ['desk']
  return ['desk', 'interaction', ...new Set(tables.flatMap((table) => topicsOfTable[table] ?? []))]
}

/** The same after commands were decided or go out again: the rows they made, and what tells of outcomes. */
export function topicsOfDecided(tables: readonly string[]): readonly string[] {
  return [...new Set([...topicsOf(tables), 'interaction', 'decision'])]
}

/** Whose answers differ with the core in reach and without it. */
export const topicsOfReach = ['desk', 'bill', 'decision', 'adjustment', 'verification'] as const

/** After a first load, or one anew: nothing that was answered before is known to be true. */
export function topicsOfLoad(): readonly string[] {
  return topicsOf(Object.keys(topicsOfTable))
}

const topicsOfTable: Readonly<Record<string, readonly string[]>> = {
  customer: ['customer', 'verification'],
  product: ['customer'],
  offer: ['catalogue'],
  price_list: ['catalogue'],
  knowledge: ['catalogue'],
  credit_decision: ['catalogue'],
  phone_number: ['number'],
  port_in: ['number'],
  contact: ['verification'],
  caller_verification: ['verification'],
  caller_lock: ['verification'],
  security_word: ['verification'],
  identity_evidence: ['identity', 'verification'],
  order_task: ['provisioning'],
  product_order: ['order', 'provisioning'],
  agreement: ['contract'],
  message: ['message'],
  bill: ['bill', 'dispute', 'decision'],
  bill_line: ['bill'],
  bill_tax: ['bill'],
  bill_usage: ['bill'],
  bill_account: ['bill'],
  bill_payment: ['bill', 'payment'],
  drawer_shift: ['payment'],
  ticket: ['ticket'],
  policy: ['adjustment', 'decision', 'dispute'],
  payment_allocation: ['bill'],
  dispute: ['dispute', 'bill', 'decision'],
  dispute_line: ['dispute', 'decision'],
  adjustment: ['adjustment', 'dispute', 'decision'],
  delegation: ['adjustment', 'decision'],
  staff_kin: ['adjustment', 'decision'],
}
