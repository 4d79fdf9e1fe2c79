import { Combobox, useCombobox } from '@mantine/core'
import { type Ref, useEffect, useRef } from 'react'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField, type TextFieldProps } from '#renderer/ui/field.tsx'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import classes from './number.module.css'

/** The number's field: shows the number held; figures typed are a wish that lists the free numbers with them. */
export function NumberPicker(props: NumberPickerProps) {
  const { t } = useText()
  const { isOpen, onOpen, wish, msisdn } = props
  const field = useRef<HTMLInputElement>(null)
  const combobox = useCombobox({
    opened: isOpen,
    onOpenedChange: onOpen,
    onDropdownClose: () => combobox.resetSelectedOption(),
  })
  const { selectFirstOption } = combobox
  const free = useDesk('number.freeNumbers', { wish, limit: 12 }, { isOff: !isOpen, keeps: true }).data
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  useEffect(() => {
    if (isOpen) selectFirstOption()
    // chosen anew whenever the list changes, so that Enter takes what stands first
  }, [isOpen, free, selectFirstOption])

  const type = (typed: string): void => {
    props.onWish(typed)
    onOpen(true)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={props.onChoose} withinPortal={false} position="top-start" offset={4}>
      <Combobox.Target withExpandedAttribute>
        <NumberField
          ref={field}
          label={t('number.label')}
          value={isOpen || msisdn === null ? wish : formatMsisdn(msisdn)}
          onChange={type}
          error={props.error}
          {...(!isOpen && msisdn !== null && wish !== '' && { trailing: t('number.wish') })}
          input={{
            name: 'msisdn',
            inputMode: 'numeric',
            autoComplete: 'off',
            placeholder: t('number.placeholder'),
            onFocus: (event) => event.currentTarget.select(),
            onBlur: () => {
              onOpen(false)
              props.onBlur()
            },
          }}
        />
      </Combobox.Target>
      <ActionButton label={t('number.others')} keys="F6" onClick={() => onOpen(true)} />
      <Combobox.Dropdown className={classes.list ?? ''}>
        <Combobox.Header className={classes.found ?? ''}>
          {free === undefined
            ? t('offer.waits')
            : free.of === 0
              ? t('number.noneFits')
              : t('number.found', { count: free.of })}
        </Combobox.Header>
        <Combobox.Options aria-label={t('number.others.list')} className={classes.options ?? ''}>
          {free?.numbers.map((number) => (
            <Combobox.Option key={number} value={number} active={number === msisdn}>
              {formatMsisdn(number)}
              {free.own.includes(number) && <span className={classes.own}>{t('number.own')}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

export interface NumberPickerProps {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly wish: string
  readonly onWish: (wish: string) => void
  readonly onBlur: () => void
  readonly msisdn: string | null
  readonly onChoose: (msisdn: string) => void
  readonly error: string | undefined
}

/** A TextField that hands Mantine's combobox attributes and keys on to its input. */
function NumberField({ label, value, onChange, error, trailing, input, ref, ...fromCombobox }: NumberFieldProps) {
  return (
    <TextField
      ref={ref ?? null}
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      trailing={trailing}
      input={{ ...input, ...fromCombobox }}
    />
  )
}

type NumberFieldProps = Pick<TextFieldProps, 'label' | 'value' | 'error' | 'trailing' | 'input'> & {
  readonly onChange: (typed: string) => void
  readonly ref?: Ref<HTMLInputElement>
}
