import { useEffect } from 'react'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import type { CallerView } from '#shared/domain/verification/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Whom it is about, and in which case; null in a call without one. */
export interface CallerOf {
  readonly customerId: Id
  readonly caseId: Id | null
}

/** How far the caller is known, asked again when a level or a lock ends by time alone. */
export function useCaller(of: CallerOf): CallerView | undefined {
  const { data, ask } = useDesk('verification.caller', of)
  const untilAt = data?.untilAt ?? null
  useEffect(() => {
    if (untilAt === null) return
    const leftMs = untilAt - Date.now()
    if (leftMs <= 0 || leftMs > longestMs) return
    const timer = setTimeout(ask, leftMs + 1_000)
    return () => clearTimeout(timer)
  }, [untilAt, ask])
  return data
}

/** Longer than any lock or level lasts; a timer cannot wait for weeks. */
const longestMs = 86_400_000

/** "Verified, level 2" or "Not verified now": a caller known by the number alone is not verified. */
export function CallerBadge(of: CallerOf) {
  const { t } = useText()
  const view = useCaller(of)
  if (view === undefined || view.basis === 'prospect') return null
  if (view.lockedUntil !== null) return <Badge tone="stuck" icon="lock" word={t('caller.lockedBadge')} />
  if (view.level === 0) return <Badge icon="shield-half" word={t('caller.notVerified')} />
  return (
    <Badge
      tone={view.isConfirmed ? 'ok' : 'desk'}
      icon="shield-check"
      word={t('caller.verified', { level: view.level })}
    />
  )
}
