import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish, sellUpTo } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const ended = { error: { code: 'LEASE_ENDED' } }

const grant = { id: '01890a5d-ac96-774b-bcce-b302099a8057', amountMinor: 0 }

describe('a lease that has ended', () => {
  it('stops credit, signing and taking money without the core, never saving; with the core nothing changes', async () => {
    const caseId = await sellUpTo(world, 'identity')
    world.setLease({ kind: 'ended', endedAt: 1 })
    expect(await finish(world, caseId, 'credit')).toMatchObject(ended)
    await world.do('interaction.saveNote', { caseId, note: 'comes back tomorrow' })
    expect(await finish(world, caseId, 'reason')).toMatchObject({ ok: true })
    world.setOnline(true)
    expect(await finish(world, caseId, 'credit')).toMatchObject({ ok: true })
    world.setOnline(false)
    expect(await finish(world, caseId, 'sign')).toMatchObject(ended)
    world.setOnline(true)
    expect(await finish(world, caseId, 'sign')).toMatchObject({ ok: true })
    world.setOnline(false)
    expect(await finish(world, caseId, 'payNow')).toMatchObject(ended)
  })

  it('is as one that does not cover the price list, and lets no more credit be given than it says', async () => {
    const caseId = await sellUpTo(world, 'credit')
    world.setLease({ kind: 'valid', until: 1, priceLists: ['another list'], pendingCredit: 5, grant })
    expect(await finish(world, caseId, 'sign')).toMatchObject(ended)
    world.setLease({ kind: 'valid', until: 1, priceLists: ['list-1'], pendingCredit: 0, grant })
    expect(await finish(world, caseId, 'credit', { income: '2000' })).toMatchObject({
      error: { code: 'OFFLINE_CAP_REACHED' },
    })
  })
})
