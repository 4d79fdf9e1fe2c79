import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import classes from './sign-in.module.css'

/** Name and password, where the core is no demonstration. What was typed stays after a refusal. */
export function SignInForm({ isBusy, lastName, onSubmit }: SignInFormProps) {
  const { t } = useText()
  const [name, setName] = useState(lastName)
  const [password, setPassword] = useState('')
  const isMissing = name.trim() === '' || password === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isMissing && !isBusy) onSubmit(name.trim(), password)
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextField
        label={t('signIn.name')}
        value={name}
        onChange={setName}
        input={{ autoComplete: 'username', maxLength: 80, autoFocus: lastName === '', spellCheck: false }}
      />
      <TextField
        label={t('signIn.password')}
        value={password}
        onChange={setPassword}
        input={{ type: 'password', autoComplete: 'current-password', maxLength: 200, autoFocus: lastName !== '' }}
      />
      <ActionButton
        label={t('signIn.submit')}
        kind="primary"
        submits
        keys="Enter"
        busy={isBusy ? t('signIn.busy') : undefined}
        reasonOff={isMissing ? t('signIn.nameMissing') : undefined}
      />
    </form>
  )
}

interface SignInFormProps {
  readonly isBusy: boolean
  /** Who locked the desk: their name stands there, and only the password is asked. '' for nobody. */
  readonly lastName: string
  readonly onSubmit: (name: string, password: string) => void
}
