import type { Session } from '#shared/domain/staff/contract.ts'
import { useCall } from '#renderer/app/call.ts'
import { useText } from '#renderer/app/text.tsx'
import { CallRow } from '#renderer/ui/call-row.tsx'
import { LiveCall } from './live-call.tsx'
import { RingingCall } from './ringing-call.tsx'
import { WrapUpRow } from './wrap-up-row.tsx'

/**
 * The telephone's row. It belongs to the role (call centre): it is there without a call too, and nothing moves when one
 * comes; elsewhere it comes with the call. It never takes the focus.
 */
export function CallBar({ session }: { readonly session: Session }) {
  const { t } = useText()
  const view = useCall()
  if (view === undefined)
    return session.role === 'agent' ? <CallRow icon="phone" state={t('call.none')} label={t('call.bar')} /> : null
  switch (view.call.state) {
    case 'ringing':
      return <RingingCall key={view.call.contactId} view={view} />
    case 'wrapUp':
      return <WrapUpRow key={view.call.contactId} view={view} />
    default:
      return <LiveCall key={view.call.contactId} view={view} />
  }
}
