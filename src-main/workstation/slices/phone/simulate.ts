import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { beginCall } from './begin-call.ts'

/** The demonstration's telephone: one of the market's customers calls. NOT_DEMONSTRATION anywhere else. */
export const simulate = defineDeskHandler('phone.simulate', (desk) => {
  if (!desk.status().isDemonstration) return refuse('NOT_DEMONSTRATION')
  const begun = beginCall(desk, {
    number: someNumber(desk),
    direction: 'inbound',
    queue: 'call.demoQueue.bill',
    waitedS: 72,
  })
  return begun.ok ? ok({}) : begun
})

/** Another customer's number at each call: the same few come first, so that a story can be told twice. */
function someNumber(desk: Desk): string {
  const numbers = desk.view.sql<{ readonly msisdn: string }>(
    `select msisdn from product where msisdn is not null and state = 'active' order by rowid limit 8`,
  )
  return numbers[desk.outbox.decidedSince(0).length % Math.max(1, numbers.length)]?.msisdn ?? '+33639984112'
}
