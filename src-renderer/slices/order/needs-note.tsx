import { useRef, useState } from 'react'
import type { Id } from '#shared/kernel/ids.ts'
import { cleanLine } from '#renderer/app/case-step.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { NotePad } from '#renderer/ui/note-pad.tsx'
import text from '#renderer/ui/text.module.css'

/** As the desk keeps it (`saveNoteInput`). */
const noteLimit = 2_000

/** The note of the matter's case: the same pad as in the case, kept at each key: the screen may go away at any of them. */
export function NeedsNote({ caseId, kept }: { readonly caseId: Id; readonly kept: string }) {
  const { t, refusal } = useText()
  const [typed, setTyped] = useState<string>()
  const pad = useRef<HTMLInputElement>(null)
  const save = useDeskCommand('interaction.saveNote')
  const change = (note: string): void => {
    setTyped(note)
    void save.run({ caseId, note })
  }
  useActions([{ id: 'note', label: t('case.note.go'), icon: 'note', keys: 'F4', run: () => pad.current?.focus() }])
  return (
    <>
      <NotePad
        ref={pad}
        label={t('case.note')}
        placeholder={t('case.note.empty')}
        value={typed ?? kept}
        onChange={(note) => change(cleanLine(note, noteLimit))}
      />
      {save.refusal !== undefined && (
        <span role="alert" className={text.second}>
          {refusal(save.refusal)}
        </span>
      )}
    </>
  )
}
