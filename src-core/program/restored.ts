import { systemClock } from '../clock.ts'
import { renewEpoch } from '../sync/epoch.ts'
import type { Settings } from './arguments.ts'
import { placeOf } from './arguments.ts'
import { openStore, systemIds } from './open-core.ts'
import { say } from './problem.ts'

/** `core restored`: said once after a copy was put back, before desks come. They load anew and send again. */
export async function markRestored(settings: Settings): Promise<void> {
  const store = await openStore(settings.db, settings.key)
  try {
    await renewEpoch({ store, clock: systemClock, ids: systemIds(systemClock) }, 'declared')
    process.stdout.write(`${say('core.restored', { place: placeOf(settings.db) })}\n`)
  } finally {
    await store.close()
  }
}
