import type { Text } from '#renderer/app/text.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'

/** Where the line stands, in sentences an agent can read aloud: what works first, then what does not. */
export function activationSentences(view: CaseView, isOnline: boolean, { t, key }: Text): readonly string[] {
  const { order, marks, tasks } = view
  if (marks.order.state === 'needsYou') return [t('activation.needsYou')]
  if (order === null || tasks.length === 0) return [beforeTasks(view, isOnline, t)]
  if (order.state === 'cancelled') return [t('activation.withdrawn')]
  const done = tasks.filter(({ state }) => state === 'completed')
  if (order.state === 'completed' || done.length === tasks.length) {
    const at = Math.max(...done.map(({ ended_at }) => ended_at ?? 0))
    return [t('activation.active', { at })]
  }
  const calls = done.find(({ kind }) => kind === 'callsAndSms')
  const troubles = tasks.flatMap((task) => {
    const name = { task: key(`task.${task.kind}`) }
    if (task.state === 'held') return [t('activation.stuck', name)]
    return task.state !== 'completed' && task.is_late === 1 ? [t('activation.late', name)] : []
  })
  const works = calls?.ended_at ? [t('activation.works', { at: calls.ended_at })] : []
  return troubles.length > 0 || works.length > 0
    ? [...works, ...troubles]
    : [t('activation.running', { done: done.length, of: tasks.length })]
}

function beforeTasks({ order, marks }: CaseView, isOnline: boolean, t: Text['t']): string {
  if (marks.order.state === 'none' && order === null) return t('activation.locked')
  if (marks.order.state === 'desk') return t(isOnline ? 'activation.sending' : 'activation.onDesk')
  return t('activation.sent')
}
