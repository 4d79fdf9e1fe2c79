import { useEffect, useState } from 'react'
import type { Status } from '#shared/contract/desk.ts'
import { demoPassportOf } from '#shared/domain/identity/demo-passports.ts'
import { writeTd3 } from '#shared/domain/identity/specimen.ts'
import { watchConnection } from '#renderer/bridge/client.ts'
import { StatusLine } from '#renderer/ui/status-line.tsx'
import { simulateScan } from './scanner.ts'
import { tabId, useDeskStore } from './desk.store.ts'
import { askDesk, invalidateAll, useDesk, useDeskCommand } from './queries.ts'
import { type Text, useText } from './text.tsx'

/** Scans what lies under the demonstration's scanner: the passport of whom the case in front is about. */
async function scanPassport(): Promise<void> {
  const { tabs, activeTab } = useDeskStore.getState()
  const inFront = tabs.find((tab) => tabId(tab) === activeTab)
  const seen = inFront?.kind === 'case' ? await askDesk('interaction.caseView', { caseId: inFront.caseId }) : undefined
  simulateScan(writeTd3(demoPassportOf(seen?.ok === true ? seen.value.fields.reason.familyName : '')))
}

/** The last line of the window: the line to the core, what is saved, the seat, and the demonstration's cable. */
export function DeskStatus({ isSignIn = false }: { readonly isSignIn?: boolean }) {
  const text = useText()
  const status = useDesk('desk.status', {}).data
  const cable = useDeskCommand('desk.setCable')
  const phone = useDeskCommand('phone.simulate')
  const isReached = useHostIsReached()
  if (!isReached) return <StatusLine isOnline={false} state={text.t('status.hostAway')} place="" />
  if (status === undefined) return <StatusLine isOnline state="" place="" />
  return (
    <StatusLine
      isOnline={status.isOnline}
      state={isSignIn ? coreText(status, text) : lineText(status, text)}
      parts={isSignIn ? [sendText(status, text)] : savedParts(status, text)}
      place={isSignIn ? text.t('status.version', { version: status.version }) : status.deskName}
      {...(status.isDemonstration && {
        demo: {
          label: text.t('status.demonstration'),
          actions: [
            {
              label: text.t(status.isCablePulled ? 'status.plugCable' : 'status.pullCable'),
              onClick: () => void cable.run({ isPulled: !status.isCablePulled }),
            },
            ...(isSignIn ? [] : [{ label: text.t('status.phone'), onClick: () => void phone.run({}) }]),
            ...(isSignIn ? [] : [{ label: text.t('status.scanner'), onClick: () => void scanPassport() }]),
          ],
        },
      })}
    />
  )
}

/** What the status line says about the line to the core; look.md's words. */
export function lineText(status: Status, { t }: Text): string {
  const line = lineOf(status, t)
  return status.needsYou > 0 ? t('status.needYou', { line, count: status.needsYou }) : line
}

function lineOf(status: Status, t: Text['t']): string {
  const { toSend: count, offlineSince: since, dataAsOf: asOf } = status
  if (status.isOnline) return count === 0 ? t('status.onlineSent') : t('status.onlineToSend', { count })
  if (since === null || asOf === null) return t('status.offlineNoData', { count })
  return count === 0 ? t('status.offlineSent', { since, asOf }) : t('status.offlineToSend', { since, asOf, count })
}

function savedParts(status: Status, { t, time }: Text): readonly string[] {
  if (status.lastKeySavedAt !== null) return [t('status.lastKey', { at: time(status.lastKeySavedAt, true) })]
  return status.isOnline && status.dataAsOf !== null ? [t('status.dataOf', { at: status.dataAsOf })] : []
}

function coreText(status: Status, { t }: Text): string {
  if (status.isCoreEmbedded) return t(status.isOnline ? 'status.coreHere' : 'status.coreHereSilent')
  const address = status.coreAddress
  return t(status.isOnline ? 'status.coreThere' : 'status.coreThereSilent', { address })
}

function sendText({ toSend: count }: Status, { t }: Text): string {
  return count === 0 ? t('status.nothingToSend') : t('status.toSend', { count })
}

// In a browser the desk's own program can go away; when it is back, everything is asked again.
function useHostIsReached(): boolean {
  const [isReached, setReached] = useState(true)
  useEffect(
    () =>
      watchConnection((isConnected) => {
        setReached(isConnected)
        if (isConnected) void invalidateAll()
      }),
    [],
  )
  return isReached
}
