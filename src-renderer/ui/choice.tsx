import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './choice.module.css'
import { Icon, type IconName } from './icon.tsx'

/** One of two to four words, all visible. `tall` stands in a row with fields (32 px) and shows its label above. */
export function Choice<Value extends string>({ label, value, options, onChange, tall = false }: ChoiceProps<Value>) {
  const labelId = useId()
  const control = (
    <SegmentedControl<Value>
      {...(tall ? { 'aria-labelledby': labelId, className: classes.tall } : { 'aria-label': label })}
      value={value}
      onChange={onChange}
      data={options.map((option) => ({ value: option.value, label: drawn(option) }))}
    />
  )
  if (!tall) return control
  return (
    <div className={classes.field}>
      <span id={labelId} className={classes.label}>
        {label}
      </span>
      {control}
    </div>
  )
}

export type ChoiceOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly icon?: IconName
  readonly lang?: string
}

export type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly ChoiceOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly tall?: boolean
}

function drawn({ label, icon, lang }: ChoiceOption<string>): ReactNode {
  return (
    <span className={classes.option} lang={lang}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      {label}
    </span>
  )
}
