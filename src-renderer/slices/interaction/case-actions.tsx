import type { Ref } from 'react'
import { cleanLine, wrongField } from '#renderer/app/case-step.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar } from '#renderer/ui/case-frame.tsx'
import { NotePad } from '#renderer/ui/note-pad.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { MainAction } from './main-action.ts'

/** Note pad at the left; at the right the main action, with what keeps it off, or what became of it, beside it. */
export function CaseActions(props: CaseActionsProps) {
  const text = useText()
  const { t, say } = text
  const { main, isBusy } = props
  const { off, note } = beside(props, text)
  return (
    <ActionBar
      note={
        <NotePad
          ref={props.noteRef}
          label={t('case.note')}
          placeholder={t('case.note.empty')}
          value={props.note}
          onChange={(typed) => props.onNote(cleanLine(typed, noteLimit))}
          isReadOnly={!props.view.writer.isHere}
        />
      }
    >
      <ActionButton
        kind="primary"
        label={say(main.label)}
        keys="Ctrl Enter"
        sayAt="left"
        onClick={props.onRun}
        reasonOff={off}
        note={note}
        noteTone={props.refusal || props.notSaved ? 'stuck' : 'second'}
        busy={isBusy ? t('case.busy') : undefined}
      />
    </ActionBar>
  )
}

export interface CaseActionsProps {
  readonly view: CaseView
  readonly step: SaleStep
  readonly main: MainAction
  readonly isBusy: boolean
  readonly isOnline: boolean
  readonly refusal: Refusal | undefined
  readonly notSaved: Refusal | undefined
  readonly note: string
  readonly onNote: (note: string) => void
  readonly onRun: () => void
  readonly noteRef: Ref<HTMLInputElement>
}

/** As the desk keeps it (`saveNoteInput`). */
const noteLimit = 2_000

/** One sentence left of the button. What is missing comes from the desk, not from the page. */
function beside(props: CaseActionsProps, { t, say, key, refusal: sentenceOf }: Text): { off?: string; note?: string } {
  const { view, step, main, refusal, notSaved, isOnline } = props
  if (!view.writer.isHere && main.does === 'finish') return { off: t('writer.off') }
  if (notSaved) return { note: t('case.notSaved', { why: sentenceOf(notSaved) }) }
  if (refusal) {
    const wrong = wrongField(refusal)
    return { note: wrong ? key(wrong.sentence, wrong.details) : sentenceOf(refusal) }
  }
  const missing = view.steps.find((each) => each.step === step)?.missing ?? []
  const [first] = missing
  if (first && main.does !== 'leave') {
    const what = say(first.sentence)
    if (first.sentence.key.startsWith('missing.document.MRZ_')) return { off: what }
    const count = missing.length - 1
    return { off: count > 0 ? t('case.missingMore', { what, count }) : t('case.missing', { what }) }
  }
  if (!isOnline && main.does === 'finish') return { note: t('case.keptHere') }
  return main.does === 'leave' ? {} : { note: t('case.nothingMissing') }
}
