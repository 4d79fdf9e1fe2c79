import { afterAll, expect, test } from 'vitest'
import { moneyStores } from '#core/slices/test-money-store.ts'
import { runModel } from './run-model.ts'

const stores = moneyStores()
afterAll(async () => {
  await stores.closeOpened()
  stores.stop()
})

test('no history gives more than authority allows, a line beyond its amount, or a balance the ledger does not explain', async () => {
  const store = await stores.open()
  await expect(runModel(store, { runs: 25, seed: 6, steps: 30 })).resolves.toBeUndefined()
})
