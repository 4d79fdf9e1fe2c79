import { roughSpan } from '#renderer/app/span-text.ts'
import type { Text } from '#renderer/app/text.tsx'
import type { IconName } from '#renderer/ui/icon.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import type { TicketView } from '#shared/domain/ticket/contract.ts'
import { slaFactsOf } from '#shared/domain/ticket/rows.ts'
import { readSla } from '#shared/domain/ticket/sla-clock.ts'

const minuteMs = 60_000
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
