import type { Ids } from '#shared/kernel/ids.ts'
import type { Clock } from '../clock.ts'
import type { AuditEntry } from './audit-row.ts'
import type { CoreStore } from './open-core-database.ts'
import { inUnit } from './unit.ts'

/** What of the core it takes. */
export interface RecordingCore {
  readonly store: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly ids: Ids
}

/** Puts on record what is no command: something seen, written out, or done at the core's own terminal. */
export async function putOnRecord(core: RecordingCore, entry: Omit<AuditEntry, 'id' | 'at' | 'result'>): Promise<void> {
  await inUnit(core.store, (unit) => {
    unit.record({ ...entry, id: core.ids.next(), at: core.clock.now(), result: 'applied' })
    return Promise.resolve()
  })
}

/** Whoever works at the core's terminal: the program knows no name of theirs. */
export const atTerminal = { userId: 'operator', deviceId: 'core' } as const
