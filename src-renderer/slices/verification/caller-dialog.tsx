import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CallerView } from '#shared/domain/verification/contract.ts'
import type { CallerOf } from './caller-badge.tsx'
import { useCaller } from './caller-badge.tsx'
import { CallerLocked } from './caller-locked.tsx'
import { CallerQuestions } from './caller-questions.tsx'
import { SecurityWord } from './security-word.tsx'
import classes from './caller.module.css'

/** Asks who is calling: a level, its questions, match or not. What is expected is never on the screen. */
export function CallerDialog({ of, language, isOpen, onClose, asked }: CallerDialogProps) {
  const { t } = useText()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('caller.title')}
      closeButtonProps={{ 'aria-label': t('caller.close') }}
      size={560}
    >
      {isOpen && <OpenDialog of={of} language={language} asked={asked} />}
    </Modal>
  )
}

export interface CallerDialogProps {
  readonly of: CallerOf
  /** What the customer speaks: the questions are read out in it. */
  readonly language: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What waits for it: the level, and the sentence that says so. */
  readonly asked?: Asked | undefined
}

interface Asked {
  readonly level: 1 | 2 | 3
  readonly why: string
}

function OpenDialog({ of, language, asked }: Pick<CallerDialogProps, 'of' | 'language' | 'asked'>) {
  const view = useCaller(of)
  return view === undefined ? null : <Asking of={of} view={view} language={language} asked={asked} />
}

const levels = ['1', '2', '3'] as const

function Asking({
  of,
  view,
  language,
  asked,
}: {
  readonly of: CallerOf
  readonly view: CallerView
  readonly language: string
  readonly asked: Asked | undefined
}) {
  const { t, key } = useText()
  const [wanted, setWanted] = useState<(typeof levels)[number]>(asked ? `${asked.level}` : view.level < 2 ? '2' : '3')
  const said = useRef<HTMLParagraphElement>(null)
  const isReached = view.level >= Number(wanted)
  // the fields are gone with the last answer: the focus stays in the dialog, on what they led to
  useEffect(() => {
    if (isReached) said.current?.focus()
  }, [isReached])
  const plain =
    view.basis === 'document' ? 'caller.byDocument' : view.basis === 'prospect' ? 'caller.prospect' : undefined
  if (plain !== undefined) return <p>{t(plain)}</p>
  if (!view.hasContact) return <Message tone="neutral" cause={t('caller.noContact')} />
  if (view.lockedUntil !== null) return <CallerLocked of={of} view={view} until={view.lockedUntil} />
  const level = Number(wanted)
  const rule = view.levels.find((each) => each.level === level)
  if (rule === undefined) return null
  return (
    <div className={classes.asking}>
      {asked && !isReached && <p>{asked.why}</p>}
      <Choice
        tall
        label={t('caller.wanted')}
        value={wanted}
        onChange={setWanted}
        options={levels.map((value) => ({ value, label: key(`caller.level.${value}`) }))}
      />
      {level === 3 && !view.isOnline ? (
        <Message tone="desk" cause={t('caller.offline3')} say={t('caller.offline3Say')} />
      ) : rule.of < rule.matches ? (
        <Message tone="late" cause={t('caller.tooFew', { level })} />
      ) : (
        <>
          <p ref={said} role="status" tabIndex={-1} className={classes.said}>
            {isReached
              ? t('caller.reached', { level })
              : rule.has >= rule.matches
                ? t('caller.waitsForCore', { level })
                : t('caller.needs', { level, count: rule.matches, has: rule.has })}
          </p>
          {!isReached && view.isInPerson && <p className={classes.quiet}>{t('caller.inHand')}</p>}
          {!isReached && <CallerQuestions key={level} of={of} view={view} level={level} language={language} />}
        </>
      )}
      {view.failures > 0 && (
        <p className={classes.failures} role="status">
          {t('caller.failures', { count: view.failures, of: view.failuresToLock })}
        </p>
      )}
      {view.unlockedBy !== '' && (
        <p className={classes.quiet}>{t('caller.unlocked', { name: view.unlockedBy, reason: view.unlockReason })}</p>
      )}
      {view.level >= 2 && <SecurityWord of={of} />}
    </div>
  )
}
