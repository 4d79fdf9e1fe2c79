import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import classes from './case.module.css'

/** What concerns the whole case: something the core refused, a contract that is signed, a case that is over. */
export function CaseNotices({ view, isSealed }: { readonly view: CaseView; readonly isSealed: boolean }) {
  const { t, key } = useText()
  const needs = view.needsYou[0]
  const isOver = view.state === 'abandoned'
  if (needs === undefined && !isSealed && !isOver) return null
  return (
    <div className={classes.notices}>
      {needs !== undefined && (
        <Message tone="stuck" isUrgent cause={t('case.needsYou', { why: key(`error.${needs.code}`, needs.details) })}>
          <ActionButton
            small
            label={t('case.needsYou.open')}
            onClick={() => useDeskStore.getState().openNeedsYou(needs.commandId)}
          />
        </Message>
      )}
      {isSealed && view.agreement !== null && (
        <Message tone="neutral" icon="lock" cause={t('case.sealed', { at: view.agreement.signed_at })} />
      )}
      {isOver && <Message tone="neutral" icon="lock" cause={t('case.closed.abandoned')} />}
    </div>
  )
}
