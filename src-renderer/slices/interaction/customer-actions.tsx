import { type Ref, useState } from 'react'
import { cleanLine } from '#renderer/app/case-step.ts'
import { useCallNote } from '#renderer/app/call.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import type { StartCase } from '#renderer/app/start-case.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar } from '#renderer/ui/case-frame.tsx'
import { NotePad } from '#renderer/ui/note-pad.tsx'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import { PlanCallBack } from './plan-call-back.tsx'

/** The note of the call at the left; calling, a promise to call, and the main thing: a case for this customer. */
export function CustomerActions({
  view,
  startCase,
  onBegin,
  onBillQuestion,
  isBillFirst,
  noteRef,
}: CustomerActionsProps) {
  const { t, refusal } = useText()
  const note = useCallNote()
  const dial = useDeskCommand('phone.dial')
  const [isPlanning, setPlanning] = useState(false)
  const { customer } = view
  const number = customer.contact_number ?? ''
  const refused = startCase.refusal ?? dial.refusal ?? note.refusal
  return (
    <ActionBar
      note={
        <NotePad
          ref={noteRef}
          label={t('call.note')}
          placeholder={t(note.isOff ? 'call.noteOff' : 'case.note.empty')}
          value={note.text}
          onChange={(typed) => note.change(cleanLine(typed, 2_000))}
          isReadOnly={note.isOff}
        />
      }
      {...(refused === undefined ? {} : { say: refusal(refused) })}
    >
      <ActionButton
        label={t('customer.call')}
        icon="phone"
        sayAt="hidden"
        reasonOff={number === '' ? t('context.noNumber') : undefined}
        onClick={() => void dial.run({ number, customerId: customer.id, callBackId: null })}
      />
      <ActionButton label={t('customer.callBack')} onClick={() => setPlanning(true)} />
      {isBillFirst ? (
        <ActionButton label={t('customer.newCase')} sayAt="hidden" reasonOff={startCase.reasonOff} onClick={onBegin} />
      ) : (
        onBillQuestion && (
          <ActionButton
            label={t('bills.question')}
            sayAt="hidden"
            reasonOff={startCase.reasonOff}
            onClick={onBillQuestion}
          />
        )
      )}
      <ActionButton
        kind="primary"
        label={t(isBillFirst ? 'bills.question' : 'customer.newCase')}
        keys="Ctrl Enter"
        sayAt="left"
        reasonOff={startCase.reasonOff}
        onClick={isBillFirst && onBillQuestion ? onBillQuestion : onBegin}
      />
      {isPlanning && <PlanCallBack customer={customer} onClose={() => setPlanning(false)} />}
    </ActionBar>
  )
}

interface CustomerActionsProps {
  readonly view: CustomerView
  readonly startCase: StartCase
  readonly onBegin: () => void
  /** Undefined where there is no bill to ask about. */
  readonly onBillQuestion: (() => void) | undefined
  /** The caller waited in the queue for bills. */
  readonly isBillFirst: boolean
  readonly noteRef: Ref<HTMLInputElement>
}
