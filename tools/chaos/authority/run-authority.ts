import { runModel } from './run-model.ts'
import { moneyStores } from '#core/slices/test-money-store.ts'

/**
 * `npm run chaos -- --only authority`: so many random histories of disputes, credits and approvals on the real handlers; 1
 * when one broke a rule, with its shortest form and the seed that plays it again.
 */
export async function runAuthority({ seed, runs }: { readonly seed: number; readonly runs: number }): Promise<number> {
  const stores = moneyStores()
  const began = performance.now()
  try {
    await runModel(await stores.open(), { runs, seed, steps: 30 })
    const ms = performance.now() - began
    console.log(`seed ${seed}: ${runs} histories, no rule broken; ${(ms / runs).toFixed(1)} ms each`)
    return 0
  } catch (error) {
    console.log(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    await stores.closeOpened()
    stores.stop()
  }
}
