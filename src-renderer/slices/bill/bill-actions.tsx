import { useRef, useState } from 'react'
import { useCallNote } from '#renderer/app/call.ts'
import { cleanLine } from '#renderer/app/case-step.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useStartCase } from '#renderer/app/start-case.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar } from '#renderer/ui/case-frame.tsx'
import { NotePad } from '#renderer/ui/note-pad.tsx'
import type { BillsView, BillView } from '#shared/domain/bill/contract.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import { useMissingLevel } from './bill-caller.tsx'
import { BillServices } from './bill-services.tsx'
import { isOneOf, serving } from '#shared/domain/staff/roles.ts'
import type { Said } from './said.ts'
import type { Session } from '#shared/domain/staff/contract.ts'

/** The note at the left; the main thing: a bill question for this customer, or, in one, that it is explained. */
export function BillActions({ view, bills, customer, session, work, onSaid }: BillActionsProps) {
  const { t, refusal } = useText()
  const note = useNote(work)
  const pad = useRef<HTMLInputElement>(null)
  const startCase = useStartCase(session)
  const explain = useDeskCommand('bill.finishQuestion')
  const isOpen = work !== null && work.state === 'open'
  const level = useMissingLevel(customer.customer.id, work)
  const reasonOff = isOpen
    ? !work.writer.isHere
      ? t('writer.off')
      : level === undefined
        ? undefined
        : t('bills.caller.off', { level })
    : work === null
      ? startCase.reasonOff
      : t('bills.questionOver')
  const label = t(
    work === null
      ? 'bills.question'
      : work.recipe === 'dispute'
        ? 'bills.disputeTaken'
        : work.recipe === 'goodwillCredit'
          ? 'bills.creditDone'
          : 'bills.explained',
  )
  const run = async (): Promise<void> => {
    if (reasonOff !== undefined || explain.isBusy) return
    if (work === null) {
      useDeskStore.getState().close(`bill:${customer.customer.id}`)
      await startCase.start(customer.customer.id, 'billQuestion')
      return
    }
    const done = await explain.run({ caseId: work.caseId })
    if (!done.ok) return
    useDeskStore.getState().openCustomer(customer.customer.id)
    useDeskStore.getState().close(`case:${work.caseId}`)
  }
  // who serves nobody begins no question: their main thing is a transfer, where they may enter one
  const hasQuestion = work !== null || isOneOf(session.role, serving)
  useActions([
    ...(hasQuestion
      ? [{ id: 'main', label, icon: 'check' as const, keys: 'Ctrl Enter', reasonOff, run: () => void run() }]
      : []),
    { id: 'note', label: t('case.note.go'), icon: 'note', keys: 'F4', run: () => pad.current?.focus() },
  ])
  const refused = startCase.refusal ?? explain.refusal ?? note.refusal
  return (
    <ActionBar
      note={
        <NotePad
          ref={pad}
          label={t(work === null ? 'call.note' : 'case.note')}
          placeholder={t(note.isOff ? 'call.noteOff' : 'case.note.empty')}
          value={note.text}
          onChange={(typed) => note.change(cleanLine(typed, 2_000))}
          isReadOnly={note.isOff}
        />
      }
      {...(refused === undefined ? {} : { say: refusal(refused) })}
    >
      {view && (
        <BillServices view={view} bills={bills} caseId={work?.caseId ?? null} role={session.role} onSaid={onSaid} />
      )}
      {hasQuestion && (
        <ActionButton
          kind="primary"
          label={label}
          keys="Ctrl Enter"
          sayAt={level === undefined ? 'left' : 'hidden'} // that a caller is to be verified stands above the bill
          reasonOff={reasonOff}
          onClick={() => void run()}
        />
      )}
    </ActionBar>
  )
}

interface BillActionsProps {
  /** Null where the running month is looked at: nothing of it can be sent or paid. */
  readonly view: BillView | null
  readonly bills: BillsView
  readonly customer: CustomerView
  readonly session: Session
  readonly work: CaseView | null
  /** What became of sending or paying. */
  readonly onSaid: (what: Said) => void
}

/** The note of the bill question, kept at each key; without one that of the call. */
function useNote(work: CaseView | null) {
  const ofCall = useCallNote()
  const save = useDeskCommand('interaction.saveNote')
  const [typed, setTyped] = useState<string>()
  if (work === null) return ofCall
  const { caseId } = work
  return {
    isOff: !work.writer.isHere || work.state !== 'open',
    text: typed ?? work.note,
    refusal: save.refusal,
    change: (note: string): void => {
      setTyped(note)
      void save.run({ caseId, note })
    },
  }
}
