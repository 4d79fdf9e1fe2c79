import type { Text } from '#renderer/app/text.tsx'
import type { QueueItem } from '#shared/domain/dispute/decision-contract.ts'

/** How long a matter has waited and by when it is answered, or why it is not ours to decide, or who has it. */
export function waitText({ off, days, answerIn, assignedTo }: QueueItem, { t, key }: Text): string {
  if (off !== null) return key(`decision.off.${off}`)
  if (assignedTo !== '') return t('decision.with', { name: assignedTo })
  const age = days === 0 ? t('decision.ageToday') : t('decision.age', { count: days })
  if (answerIn === null) return age
  if (answerIn < 0) return t('decision.answerLate', { age })
  return answerIn === 0 ? t('decision.answerToday', { age }) : t('decision.answerIn', { age, days: answerIn })
}
