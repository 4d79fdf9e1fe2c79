import type { ReactNode } from 'react'
import type { SaleStep, StepFields } from '#shared/domain/interaction/steps.ts'
import { TextField, type TextFieldProps } from '#renderer/ui/field.tsx'
import { cleanLine, limitOf, type StepPanelProps, wrongField } from './case-step.ts'
import { useText } from './text.tsx'

/** A line of text of a step: saved as typed, cut to its limit, cleaned of pasted rubbish, its refusal below it. */
export function StepText<S extends SaleStep>({
  step,
  of,
  field,
  label,
  help,
  error,
  trailing,
  input,
}: StepTextProps<S>) {
  const { key } = useText()
  const limit = limitOf(step, field)
  const wrong = wrongField(of.refusal)
  const said = error ?? (wrong?.field === field ? key(wrong.sentence, wrong.details) : undefined)
  // as: `field` names a text of this step (TextOf), which the compiler cannot follow through the generic
  const value = of.fields[field as keyof StepFields[S]] as string
  const change = (typed: string): void => of.change({ [field]: cleanLine(typed, limit) } as Partial<StepFields[S]>) // as: see above
  return (
    <TextField
      label={label}
      value={value}
      onChange={change}
      error={said}
      help={help}
      trailing={trailing}
      input={{
        name: field,
        autoComplete: 'off',
        spellCheck: false,
        onBlur: of.save,
        ...(limit !== undefined && { maxLength: limit }),
        ...input,
      }}
    />
  )
}

/** The names of a step's fields that hold text. */
export type TextOf<S extends SaleStep> = {
  readonly [K in keyof StepFields[S]]: StepFields[S][K] extends string ? K : never
}[keyof StepFields[S]] &
  string

export interface StepTextProps<S extends SaleStep> {
  readonly step: S
  readonly of: StepPanelProps<S>
  readonly field: TextOf<S>
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly trailing?: ReactNode
  readonly input?: TextFieldProps['input']
}
