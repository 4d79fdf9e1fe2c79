import type { Meta } from './db/meta.ts'
import type { Desk } from './desk.ts'

/** What a person has open, and the call at this desk: facts of outbox.db, so that a crash brings both back. */
export function keptWork(meta: Meta): Pick<Desk, 'openWork' | 'phone'> {
  return {
    openWork: {
      of: (userId) => meta.get('openWork')?.[userId] ?? { cases: [], inFront: null },
      keep: (userId, work) => meta.set('openWork', { ...meta.get('openWork'), [userId]: work }),
    },
    phone: {
      call: () => meta.get('call') ?? undefined,
      keep: (call) => meta.set('call', call ?? null),
    },
  }
}
