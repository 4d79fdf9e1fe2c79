import { useEffect, useRef, useState } from 'react'
import type { Id } from '#shared/kernel/ids.ts'
import { cleanLine } from '#renderer/app/case-step.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { NotePad } from '#renderer/ui/note-pad.tsx'

const saveAfterMs = 300
/** As the desk keeps it (`saveNoteInput`). */
const noteLimit = 2_000

/** The note of the matter's case: the same pad as in the case, kept 300 ms after a key. */
export function NeedsNote({ caseId, kept }: { readonly caseId: Id; readonly kept: string }) {
  const { t } = useText()
  const [typed, setTyped] = useState<string>()
  const pad = useRef<HTMLInputElement>(null)
  const { run: save } = useDeskCommand('interaction.saveNote')
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => void save({ caseId, note: typed }), saveAfterMs)
    return () => clearTimeout(timer)
  }, [caseId, typed, save])
  useActions([{ id: 'note', label: t('case.note.go'), icon: 'note', keys: 'F4', run: () => pad.current?.focus() }])
  return (
    <NotePad
      ref={pad}
      label={t('case.note')}
      placeholder={t('case.note.empty')}
      value={typed ?? kept}
      onChange={(note) => setTyped(cleanLine(note, noteLimit))}
    />
  )
}
