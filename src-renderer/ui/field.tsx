import { Select, TextInput, type TextInputProps } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import classes from './field.module.css'
import { Icon } from './icon.tsx'
import text from './text.module.css'

/**
 * One line to type in. Under it stands one sentence: the error (2 px red frame), else what is saved (violet), else help.
 * Each is tied to the field by `aria-describedby`. `masked` shows dots and an eye that asks for a reason.
 */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, masked, trailing, hideLabel = false } = props
  return (
    <TextInput
      ref={props.ref ?? null}
      label={label}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      readOnly={onChange === undefined || masked !== undefined}
      {...below(props)}
      {...props.input}
      labelProps={{ className: cx(hideLabel && text.hidden) }}
      classNames={{ input: cx(masked !== undefined && classes.masked) }}
      {...(masked !== undefined && {
        rightSection: <Eye {...masked} />,
        rightSectionPointerEvents: 'all' as const,
        rightSectionWidth: 32,
      })}
      {...(trailing !== undefined &&
        masked === undefined && {
          rightSection: <span className={classes.trailing}>{trailing}</span>,
          rightSectionWidth: 'auto',
        })}
    />
  )
}

/** One of a closed list. The same sentences under it as a TextField. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Select
      label={props.label}
      data={props.options}
      value={props.value}
      onChange={(value) => value !== null && props.onChange(value)}
      searchable={props.searchable === true}
      rightSection={<Icon name="chevron-down" size={14} />}
      withCheckIcon={false}
      {...below(props)}
    />
  )
}

/** What stands under a field, one sentence at a time. */
export type FieldSentence = {
  readonly error?: string | undefined
  readonly saved?: string | undefined
  readonly help?: string | undefined
}

export type TextFieldProps = FieldSentence & {
  readonly label: string
  readonly value: string
  /** Without it the field is read only. */
  readonly onChange?: (value: string) => void
  readonly hideLabel?: boolean
  readonly masked?: { readonly revealWord: string; readonly onReveal: () => void }
  /** Small text at the right inside the frame: "her wish". */
  readonly trailing?: ReactNode
  /** Plain input attributes: inputMode, autoComplete, maxLength, lang, onKeyDown, onBlur, placeholder, data-autofocus. */
  readonly input?: Omit<TextInputProps, 'label' | 'value' | 'onChange' | 'error' | 'description' | 'rightSection'>
  readonly ref?: Ref<HTMLInputElement>
}

export type SelectFieldProps = FieldSentence & {
  readonly label: string
  readonly value: string | null
  readonly options: { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly searchable?: boolean
}

function below({ error, saved, help }: FieldSentence) {
  if (error !== undefined) return { error }
  if (saved !== undefined) return { description: <span className={classes.saved}>{saved}</span> }
  return help === undefined ? {} : { description: help }
}

function Eye({ revealWord, onReveal }: { readonly revealWord: string; readonly onReveal: () => void }) {
  return (
    <button type="button" className={classes.eye} aria-label={revealWord} onClick={onReveal}>
      <Icon name="eye-off" size={14} />
    </button>
  )
}
