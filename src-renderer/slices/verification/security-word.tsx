import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import type { CallerOf } from './caller-badge.tsx'
import classes from './caller.module.css'

/** Agrees a word with a caller who is verified; the next time it is one of the questions. */
export function SecurityWord({ of }: { readonly of: CallerOf }) {
  const { t, refusal } = useText()
  const set = useDeskCommand('verification.setWord')
  const [word, setWord] = useState('')
  const [isSaved, setSaved] = useState(false)
  const save = async (): Promise<void> => {
    if (word.trim() === '' || set.isBusy) return
    const answer = await set.run({ ...of, word })
    setSaved(answer.ok)
    if (answer.ok) setWord('')
  }
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={t('caller.word')}
        value={word}
        onChange={(value) => {
          setWord(value)
          setSaved(false)
          set.clear()
        }}
        help={t('caller.wordHelp')}
        {...(isSaved && { saved: t('caller.wordSaved') })}
        {...(set.refusal && { error: refusal(set.refusal) })}
        input={{ autoComplete: 'off', spellCheck: false, maxLength: 60 }}
      />
      <ActionButton label={t('caller.wordSave')} submits />
    </form>
  )
}
