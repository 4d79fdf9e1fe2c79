import { useEffect, useRef, useState } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { TopTool } from '#renderer/ui/top-bar.tsx'
import look from '#renderer/ui/text.module.css'
import type { Session } from '#shared/domain/staff/contract.ts'
import { deciding, isOneOf } from '#shared/domain/staff/roles.ts'
import { useDeskStore } from './desk.store.ts'
import { useDesk } from './queries.ts'
import { useText } from './text.tsx'

/** For those who decide about money: how much waits for them, in the top bar and on the task bar; what is new is said. */
export function ToDecide({ session }: { readonly session: Session }) {
  const { t } = useText()
  const open = useDeskStore((state) => state.open)
  const mayDecide = isOneOf(session.role, deciding)
  const items = useDesk('decision.queue', {}, { isOff: !mayDecide }).data?.items
  const waiting = items?.filter(({ off }) => off === null).map(({ id }) => id)
  const count = waiting?.length ?? 0
  const fresh = useNew(waiting)
  useEffect(() => {
    setBadge(count)
    return () => setBadge(0)
  }, [count])
  if (!mayDecide) return null
  return (
    <>
      <TopTool icon="gavel" label={t('decision.title')} count={count} onClick={() => open({ kind: 'toDecide' })} />
      <span role="status" className={look.hidden}>
        {fresh === 0 ? '' : t('decision.new', { count: fresh })}
      </span>
    </>
  )
}

// a figure on the task bar is never worth a word when it fails
function setBadge(count: number): void {
  call('shell.setBadge', { count }).catch(() => undefined)
}

/** How many of a list were not in it when it was last drawn; 0 the first time. */
function useNew(ids: readonly string[] | undefined): number {
  const known = useRef<ReadonlySet<string>>(undefined)
  const [fresh, setFresh] = useState(0)
  const key = ids?.join(' ')
  useEffect(() => {
    if (key === undefined) return
    const now = key === '' ? [] : key.split(' ')
    const before = known.current
    if (before) setFresh(now.filter((id) => !before.has(id)).length)
    known.current = new Set(now)
  }, [key])
  return fresh
}
