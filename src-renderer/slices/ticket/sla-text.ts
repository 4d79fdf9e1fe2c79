import type { Text } from '#renderer/app/text.tsx'
import type { IconName } from '#renderer/ui/icon.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import type { TicketView } from '#shared/domain/ticket/contract.ts'
import { slaFactsOf } from '#shared/domain/ticket/rows.ts'
import { readSla } from '#shared/domain/ticket/sla-clock.ts'

const minuteMs = 60_000
const hourMinutes = 60
const nearMs = 60 * minuteMs

/** A ticket's clock in words, read at a moment: time left, late, stands still, or how long it took. */
export function slaOf({ row, isLiving }: TicketView, now: number, text: Text): SlaLook {
  const { t } = text
  const { isPaused, leftMs, usedMs, pausedMs } = readSla(slaFactsOf(row), now)
  if (!isLiving) {
    const took = roughSpan(usedMs, text)
    if (row.stopped_at === null) return { icon: 'minus', tone: 'neutral', text: '' }
    const sentence =
      pausedMs >= minuteMs
        ? t('ticket.tookPaused', { took, paused: roughSpan(pausedMs, text) })
        : t('ticket.took', { took })
    return { icon: 'confirmed', tone: 'ok', text: sentence }
  }
  if (isPaused) return { icon: 'pause', tone: 'neutral', text: t('ticket.paused', { left: roughSpan(leftMs, text) }) }
  if (leftMs < 0) return { icon: 'stuck', tone: 'stuck', text: t('ticket.late', { by: roughSpan(-leftMs, text) }) }
  return {
    icon: 'late',
    tone: leftMs < nearMs ? 'late' : 'neutral',
    text: t('ticket.left', { left: roughSpan(leftMs, text) }),
  }
}

export interface SlaLook {
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
}

/** A span as people say it: `21 min`, `3 h 10`, `2 d 4 h`. */
export function roughSpan(ms: number, { t }: Text): string {
  const minutes = Math.max(0, Math.round(ms / minuteMs))
  const hours = Math.floor(minutes / hourMinutes)
  if (hours === 0) return t('span.minutes', { minutes })
  if (hours < 24) return t('span.hours', { hours, minutes: String(minutes % hourMinutes).padStart(2, '0') })
  return t('span.days', { days: Math.floor(hours / 24), hours: hours % 24 })
}
