import { Modal } from '@mantine/core'
import { useState } from 'react'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import classes from './guide.module.css'
import { useDesk, useDeskCommand } from './queries.ts'
import { useText } from './text.tsx'

/** Begins the demonstration anew, after a question: only where its core is on this machine. */
export function ResetDemonstration() {
  const { t, refusal } = useText()
  const [isAsked, setAsked] = useState(false)
  const isHere = useDesk('desk.status', {}).data?.isCoreEmbedded === true
  const reset = useDeskCommand('shell.resetDemonstration')
  if (!isHere) return null
  const close = () => setAsked(false)
  return (
    <>
      <LinkButton label={t('guide.reset')} onClick={() => setAsked(true)} />
      <Modal
        opened={isAsked}
        onClose={close}
        title={t('guide.reset')}
        closeButtonProps={{ 'aria-label': t('contact.close') }}
      >
        <div className={classes.reset}>
          {reset.refusal !== undefined && <Message tone="stuck" cause={refusal(reset.refusal)} isUrgent />}
          <p>{t('guide.resetAsk')}</p>
          <div className={classes.resetEnd}>
            <ActionButton label={t('guide.resetNo')} onClick={close} autoFocus />
            <ActionButton
              kind="primary"
              label={t('guide.resetYes')}
              onClick={() => void reset.run({})}
              {...(reset.isBusy && { busy: t('guide.resetBusy') })}
            />
          </div>
        </div>
      </Modal>
    </>
  )
}
