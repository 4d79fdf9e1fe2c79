import { afterAll, afterEach, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { sqliteStores } from '#core/db/test-store.ts'
import { verifyAudit } from '#core/db/verify-audit.ts'
import { revokeUser } from '#core/lease/revoke.ts'
import { toldEntry } from '#shared/domain/interaction/trail.ts'
import { openSaleWorld, saleOf, sell } from '../test-sale.ts'
import { caseTrail } from './case-trail.ts'

const stores = sqliteStores()
let store: CoreStore
afterEach(() => store.close())
afterAll(() => stores.stop())

test('the trail of a sale tells who did what, and who approved what was held, once; and the chain is whole', async () => {
  store = await stores.open()
  const world = await openSaleWorld(store)
  const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
  const sale = saleOf(world.ids)
  await sell(luc, sale, 'sign')
  await revokeUser(world, 'luc')
  const { command: taskId } = await luc.push('payment.recordPayment', structuredClone(sale.pay))
  await petr.push('interaction.approveHeld', { taskId }, { resolves: taskId })
  const trail = await caseTrail(store, 'nancy', sale.id.case)
  const told = (trail?.entries ?? []).map((fact) => toldEntry(fact, false))
  expect(told[0]).toMatchObject({ sentence: 'trail.interaction.openCase', name: 'Luc', place: luc.seat })
  expect(told.map(({ sentence }) => sentence)).toContain('trail.contract.signContract')
  expect(told.slice(-2)).toMatchObject([
    { sentence: 'trail.asked', what: 'command.payment.recordPayment', name: 'Luc', result: 'asked' },
    { sentence: 'trail.interaction.approveHeld', what: 'command.payment.recordPayment', name: 'Petr' },
  ])
  expect(await caseTrail(store, 'elsewhere', sale.id.case)).toBeUndefined()
  expect((await verifyAudit(store)).broken).toBeNull()
})
