import type { Notice } from '#shared/contract/desk.ts'
import type { Mended } from './db/open-store.ts'

/** What the service must tell the person at the desk about its own files, as long as it holds. */
export interface Notices {
  readonly list: () => readonly Notice[]
  /** Says it, or says it anew: one notice for an id. */
  readonly say: (notice: Notice) => void
  readonly take: (id: string) => void
  /** Decisions about money could not be saved as commands, or are saved by now. */
  readonly decisionsStuck: (isStuck: boolean) => void
}

/** Begins with what the start had to put right. */
export function createNotices(mended: Mended, onChange: () => void): Notices {
  const kept = new Map(ofStart(mended).map((notice) => [notice.id, notice]))
  const say = (notice: Notice): void => {
    kept.set(notice.id, notice)
    onChange()
  }
  const take = (id: string): void => {
    if (kept.delete(id)) onChange()
  }
  return {
    list: () => [...kept.values()],
    say,
    take,
    decisionsStuck: (isStuck) => {
      const id = 'decisions'
      if (!isStuck) take(id)
      else if (!kept.has(id)) say({ id, tone: 'stuck', sentence: { key: 'notice.decisionsStuck', params: {} } })
    },
  }
}

function ofStart({ outbox, commands, damaged }: Mended): readonly Notice[] {
  const notices: Notice[] = []
  if (outbox) {
    const key = outbox.file === null ? 'notice.outboxGone' : 'notice.outboxDamaged'
    const params = { count: commands, file: outbox.file ?? '' }
    notices.push({ id: 'outbox', tone: 'late', sentence: { key, params } })
  }
  if (damaged > 0) {
    const key = outbox ? 'notice.entriesUnreadable' : 'notice.journalDamaged'
    notices.push({ id: 'journal', tone: outbox ? 'stuck' : 'neutral', sentence: { key, params: { count: damaged } } })
  }
  return notices
}
