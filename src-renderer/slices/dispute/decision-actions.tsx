import { Autocomplete } from '@mantine/core'
import { memo, useEffect, useRef, useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { useLatest } from '#renderer/app/use-latest.ts'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar } from '#renderer/ui/case-frame.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import { AskBack, Reassign } from './matter-dialogs.tsx'
import type { Decision } from './use-decision.ts'
import classes from './decision.module.css'

/** The sum and why; give it to somebody, ask back, reject, and the button that says what it does. */
export function DecisionActions({ matter, decision, take, isBusy, onDecided }: ActionsProps) {
  const text = useText()
  const { t } = text
  const { id } = matter
  const [dialog, setDialog] = useState<{ readonly of: string; readonly kind: 'ask' | 'give' }>()
  const { approveOff, rejectOff } = decision
  // a dialog is of its own matter, whatever comes on screen meanwhile
  const asked = dialog?.of === id ? dialog.kind : undefined
  const label = labelOf(decision, matter, text)
  const approve = (): void => void take(decision.grant?.grantedMinor ?? 0)
  const reject = (): void => void take(0)
  const mainOff = approveOff
  const giveOff = matter.isWaiting ? undefined : rejectOff
  const askOff = giveOff ?? (isAskedAlready(matter) ? decision.never : undefined)
  useActions([
    { id: 'main', label, icon: 'gavel', keys: 'Ctrl Enter', reasonOff: mainOff, run: approve },
    { id: 'reject', label: t('decision.reject'), icon: 'x', keys: 'Alt R', reasonOff: rejectOff, run: reject },
    {
      id: 'askBack',
      label: t('decision.askBack'),
      icon: 'message',
      keys: 'Alt A',
      reasonOff: askOff,
      run: () => setDialog({ of: id, kind: 'ask' }),
    },
    {
      id: 'reassign',
      label: t('decision.reassign'),
      icon: 'users',
      reasonOff: giveOff,
      run: () => setDialog({ of: id, kind: 'give' }),
    },
  ])
  return (
    <>
      <ActionBar
        note={<Typed matter={matter} decision={decision} />}
        {...(mainOff !== undefined && decision.never === undefined && { say: mainOff })}
      >
        <ActionButton
          kind="quiet"
          label={t('decision.reassign')}
          reasonOff={giveOff}
          sayAt="hidden"
          onClick={() => setDialog({ of: id, kind: 'give' })}
        />
        <ActionButton
          label={t('decision.askBack')}
          keys="Alt A"
          reasonOff={askOff}
          sayAt="hidden"
          onClick={() => setDialog({ of: id, kind: 'ask' })}
        />
        <ActionButton label={t('decision.reject')} keys="Alt R" reasonOff={rejectOff} sayAt="hidden" onClick={reject} />
        <ActionButton
          kind="primary"
          label={label}
          keys="Ctrl Enter"
          reasonOff={mainOff}
          sayAt="hidden"
          onClick={approve}
          {...(isBusy && { busy: label })}
        />
      </ActionBar>
      {asked === 'ask' && <AskBack matter={matter} onClose={() => setDialog(undefined)} onDone={onDecided} />}
      {asked === 'give' && <Reassign matter={matter} onClose={() => setDialog(undefined)} onDone={onDecided} />}
    </>
  )
}

interface ActionsProps {
  readonly matter: Matter
  readonly decision: Decision
  /** Decides by so much, tax inside; 0 rejects. */
  readonly take: (amountMinor: number) => Promise<void>
  readonly isBusy: boolean
  readonly onDecided: () => void
}

/** Asked back and not answered, decided, or one's own request for a credit: there is nobody to ask. */
function isAskedAlready({ kind, off }: Matter): boolean {
  return off === 'waits' || off === 'asked' || off === 'sent' || (off === 'own' && kind === 'credit')
}

/** The sum, where each matter begins, and why. */
function Typed({ matter, decision }: Pick<ActionsProps, 'matter' | 'decision'>) {
  const { t, reader } = useText()
  const credit = useFocusAtEach(`${matter.id} ${matter.request}`)
  const setNote = useLatest(decision.setNote)
  const { creditReasons } = matter.policy.disputes
  const names = creditReasons.map(({ names: all }) => nameIn(all, reader.language)).join('\n')
  return (
    <div className={classes.typed}>
      <span className={classes.creditWord} aria-hidden>
        {t('decision.credit')}
      </span>
      <div className={classes.amount}>
        <TextField
          label={t('decision.credit')}
          hideLabel
          value={decision.typed}
          onChange={decision.setTyped}
          ref={credit}
          input={{ inputMode: 'decimal', autoComplete: 'off', maxLength: 16 }}
        />
      </div>
      <Note value={decision.note} onChange={setNote} names={names} />
    </div>
  )
}

/** A reason in words, one of the usual ones or one's own; `names` one a line. Drawn again only when it is another. */
const Note = memo(function Note({ value, onChange, names }: NoteProps) {
  const { t } = useText()
  return (
    <Autocomplete
      className={classes.note}
      aria-label={t('decision.note')}
      placeholder={t('decision.notePlaceholder')}
      value={value}
      onChange={onChange}
      maxLength={500}
      data={names.split('\n')}
    />
  )
})

interface NoteProps {
  readonly value: string
  readonly onChange: (note: string) => void
  readonly names: string
}

/** Each matter begins at its sum. */
function useFocusAtEach(matter: string) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [matter])
  return field
}

/** What pressing it does: "Approve in part, 150.00", or above one's authority "Sign and pass on, 640.00". */
function labelOf({ grant, isPart, verdict }: Decision, { claimedMinor }: Matter, { t }: Text): string {
  const amountMinor = grant?.grantedMinor ?? claimedMinor
  if (verdict?.kind === 'above') return t('decision.sign', { amountMinor })
  if (verdict?.kind === 'coSigned') return t('decision.coSign', { amountMinor })
  return t(isPart ? 'decision.approvePart' : 'decision.approve', { amountMinor })
}
