import type { Text } from './text.tsx'

const minuteMs = 60_000
const hourMinutes = 60

/** A span of time in ms as people say it: `21 min`, `3 h 10`, `2 d 4 h`. */
export function roughSpan(ms: number, { t }: Text): string {
  const minutes = Math.max(0, Math.round(ms / minuteMs))
  const hours = Math.floor(minutes / hourMinutes)
  if (hours === 0) return t('span.minutes', { minutes })
  if (hours < 24) return t('span.hours', { hours, minutes: String(minutes % hourMinutes).padStart(2, '0') })
  return t('span.days', { days: Math.floor(hours / 24), hours: hours % 24 })
}
