import type { Meta } from './db/meta.ts'
import type { Desk } from './desk.ts'

/** What a person has open, the call at this desk and how far its guide is: facts of outbox.db, so that a crash brings both back. */
export function keptWork(meta: Meta): Pick<Desk, 'openWork' | 'phone' | 'guide'> {
  return {
    openWork: {
      of: (userId) => meta.get('openWork')?.[userId] ?? { cases: [], inFront: null },
      keep: (userId, work) => meta.set('openWork', { ...meta.get('openWork'), [userId]: work }),
    },
    guide: {
      done: () => meta.get('guide') ?? [],
      keep: (done) => meta.set('guide', [...done]),
    },
    phone: {
      call: () => meta.get('call') ?? undefined,
      keep: (call) => meta.set('call', call ?? null),
    },
  }
}
