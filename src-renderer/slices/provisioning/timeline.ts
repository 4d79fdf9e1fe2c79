import type { Text } from '#renderer/app/text.tsx'
import type { TimelineDetail, TimelineRow, TimelineTableProps } from '#renderer/ui/timeline-table.tsx'
import type { State } from '#renderer/ui/tone.ts'
import type { TaskRow } from '#shared/domain/provisioning/rows.ts'
import { isTextKey } from '#shared/text/translate.ts'

/** Tasks as rows against time: from the first start to a little after now, or to the end of the last one. */
export function timelineOf(
  tasks: readonly TaskRow[],
  now: number,
  text: Text,
  spoken: Text,
): Omit<TimelineTableProps, 'label'> {
  const { t } = text
  const ordered = [...tasks].sort((a, b) => a.position - b.position)
  const isOver = ordered.every(({ ended_at }) => ended_at !== null)
  const start = Math.min(...ordered.map((task) => Math.min(task.planned_start, task.started_at ?? task.planned_start)))
  const lastEnd = Math.max(...ordered.map((task) => task.ended_at ?? 0))
  const seen = isOver ? lastEnd : Math.max(now, start)
  const end = Math.max(seen, ...(isOver ? [] : ordered.map(({ planned_end }) => planned_end)))
  // the words above start and now need their places: a tenth stays free at the right, and now is never far left
  const span = Math.max(Math.min((end - start) * 1.1, (seen - start) / 0.55), 1_000)
  const clock = (at: number): string => text.time(at, end - start < 300_000)
  const place = (at: number): number => Math.min(Math.max((at - start) / span, 0), 1)
  return {
    heads: {
      task: t('activation.head.task'),
      start: clock(start),
      now: t(isOver ? 'activation.head.end' : 'activation.head.now', { at: clock(seen) }),
      expected: t('activation.head.expected'),
      state: t('activation.head.state'),
    },
    now: place(seen),
    rows: ordered.map((task) => rowOf(task, { now: seen, place, clock }, text, spoken)),
  }
}

interface Scale {
  readonly now: number
  readonly place: (at: number) => number
  /** A moment in words: with seconds where all of it takes minutes only. */
  readonly clock: (at: number) => string
}

function rowOf(task: TaskRow, scale: Scale, text: Text, spoken: Text): TimelineRow {
  const { now, place, clock } = scale
  const state = stateOf(task)
  const detail = detailOf(task, state, text, spoken)
  const until = task.ended_at ?? now
  return {
    id: task.id,
    state,
    name: text.key(`task.${task.kind}`),
    planned: { from: place(task.planned_start), to: place(task.planned_end) },
    ...(task.started_at !== null && {
      real: { from: place(task.started_at), to: place(Math.max(until, task.started_at)) },
    }),
    expected: clock(task.planned_end),
    stateWord: wordOf(task, state, scale, text),
    ...(detail && { detail }),
  }
}

function stateOf(task: TaskRow): State {
  if (task.state === 'completed') return 'confirmed'
  if (task.state === 'held' || task.state === 'failed') return 'stuck'
  if (task.is_late === 1) return 'late'
  return task.state === 'inProgress' ? 'open' : 'waits'
}

function wordOf(task: TaskRow, state: State, { now, clock }: Scale, { t }: Text): string {
  if (task.state === 'cancelled') return t('activation.state.cancelled')
  if (task.state === 'failed') return t('activation.state.failed')
  if (state === 'confirmed') return t('activation.state.done', { at: clock(task.ended_at ?? task.planned_end) })
  if (state === 'stuck') {
    // a network may refuse before the planned end; nothing is stuck since a moment that is still to come
    const since = task.ended_at ?? task.planned_end
    return since > now ? t('activation.state.stuckEarly') : t('activation.state.stuck', { at: clock(since) })
  }
  if (state !== 'late') return t(state === 'open' ? 'activation.state.inTime' : 'activation.state.waits')
  const seconds = Math.max(0, Math.round((now - task.planned_end) / 1_000))
  return seconds < 60
    ? t('activation.state.lateSeconds', { count: seconds })
    : t('activation.state.lateMinutes', { count: Math.round(seconds / 60) })
}

/** Late and stuck say why, what happens next and what to tell the customer. */
function detailOf(task: TaskRow, state: State, text: Text, spoken: Text): TimelineDetail | undefined {
  if (state !== 'late' && state !== 'stuck') return undefined
  const { t, key } = text
  const cause = isTextKey(`cause.${task.cause}`) ? key(`cause.${task.cause}`) : t('activation.cause.unknown')
  const parts = [
    cause,
    ...(task.retry_at === null || state === 'stuck' ? [] : [t('activation.retryAt', { at: task.retry_at })]),
    ...ownerOf(task, t),
  ]
  const own = `activation.say.${state}.${task.kind}`
  return {
    cause: parts.join(' '),
    say: spoken.key(isTextKey(own) ? own : `activation.say.${state}`),
    sayLang: spoken.reader.language,
  }
}

function ownerOf({ owner, answer_by }: TaskRow, t: Text['t']): readonly string[] {
  if (owner === '') return []
  return [answer_by === null ? t('activation.owner', { owner }) : t('activation.ownerAnswer', { owner, at: answer_by })]
}
