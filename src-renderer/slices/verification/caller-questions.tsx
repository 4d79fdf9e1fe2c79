import { useEffect, useRef, useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import type { CallerView } from '#shared/domain/verification/contract.ts'
import type { CallerOf } from './caller-badge.tsx'
import classes from './caller.module.css'

/** The questions of a level, one field each; Enter compares. Under it stands what to say, in the customer's language. */
export function CallerQuestions({ of, view, level, language }: CallerQuestionsProps) {
  const asked = view.questions.filter(({ levels }) => levels.includes(level))
  const open = asked.filter(({ question }) => !view.matched.includes(question))
  return (
    <ul className={classes.questions}>
      {asked.map(({ question }) => (
        <li key={question}>
          <Question
            of={of}
            level={level}
            question={question}
            language={language}
            isMatched={view.matched.includes(question)}
            isFirst={question === open[0]?.question}
          />
        </li>
      ))}
    </ul>
  )
}

interface CallerQuestionsProps {
  readonly of: CallerOf
  readonly view: CallerView
  readonly level: number
  readonly language: string
}

function Question({ of, level, question, language, isMatched, isFirst }: QuestionProps) {
  const text = useText()
  const { t, key, refusal } = text
  const answer = useDeskCommand('verification.answer')
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) field.current?.focus()
  }, [isFirst])
  const name = key(`caller.question.${question}`)
  if (isMatched)
    return (
      <div className={classes.matched}>
        <span>{name}</span>
        <Badge tone="ok" icon="check" word={t('caller.match')} />
      </div>
    )
  const check = async (): Promise<void> => {
    if (typed.trim() === '' || answer.isBusy) return
    // as: the dialog offers 1 to 3
    const given = await answer.run({ ...of, level: level as 1 | 2 | 3, question, answer: typed })
    setWrong(given.ok && !given.value.isMatch)
    // what the caller said is not left on the screen
    if (given.ok) setTyped('')
  }
  const said = textIn(text, language).key(`caller.say.${question}`)
  const error = answer.refusal ? refusal(answer.refusal) : isWrong ? t('caller.noMatch') : undefined
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <TextField
        ref={field}
        label={name}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setWrong(false)
          answer.clear()
        }}
        help={said}
        {...(error !== undefined && { error })}
        // the dialog's focus trap goes by it when it opens with the questions there already
        input={{ autoComplete: 'off', spellCheck: false, maxLength: 120, ...(isFirst && { 'data-autofocus': true }) }}
      />
      <ActionButton label={t('caller.check')} submits />
    </form>
  )
}

interface QuestionProps {
  readonly of: CallerOf
  readonly level: number
  readonly question: CallerView['questions'][number]['question']
  readonly language: string
  readonly isMatched: boolean
  readonly isFirst: boolean
}
