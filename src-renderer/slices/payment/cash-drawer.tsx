import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import classes from './pay-now.module.css'

/** What should be in the cash drawer, with a shift to open or to count and close. */
export function CashDrawer() {
  const { t, reader, key, refusal: sentenceOf } = useText()
  const shift = useDesk('payment.drawer', {}).data?.shift
  const open = useDeskCommand('payment.openDrawer')
  const close = useDeskCommand('payment.closeDrawer')
  const [isCounting, setCounting] = useState(false)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [closed, setClosed] = useState<string | undefined>(undefined)
  if (shift === undefined) return null

  const count = async (): Promise<void> => {
    const sum = parseAmount(typed, reader.currency)
    if (!sum.ok) return setWrong(key(`wrong.${sum.error.code}`, sum.error.details ?? {}))
    if (shift === null) {
      if (!(await open.run({ floatMinor: sum.value })).ok) return
    } else {
      const result = await close.run({ countedMinor: sum.value })
      if (!result.ok) return
      setClosed(closedText(sum.value, result.value.expectedMinor))
    }
    setTyped('')
    setWrong(undefined)
    setCounting(false)
  }
  const closedText = (countedMinor: number, expectedMinor: number): string =>
    countedMinor === expectedMinor
      ? t('payNow.drawer.fits', { countedMinor })
      : t('payNow.drawer.differs', { countedMinor, differenceMinor: countedMinor - expectedMinor })
  const action = t(shift === null ? 'payNow.drawer.open' : 'payNow.drawer.close')
  const refused = open.refusal ?? close.refusal
  return (
    <div className={classes.drawer}>
      <p role="status">
        {shift === null
          ? (closed ?? t('payNow.drawer.none'))
          : t('payNow.drawer.is', { amountMinor: shift.balanceMinor, at: shift.openedAt })}{' '}
        {!isCounting && <LinkButton label={action} onClick={() => setCounting(true)} />}
        {refused && sentenceOf(refused)}
      </p>
      {isCounting && (
        <div className={classes.count}>
          <TextField
            label={t(shift === null ? 'payNow.drawer.float' : 'payNow.drawer.counted')}
            value={typed}
            onChange={setTyped}
            error={wrong}
            trailing={reader.currency}
            input={{ inputMode: 'decimal', autoComplete: 'off' }}
          />
          <ActionButton label={action} onClick={() => void count()} />
        </div>
      )}
    </div>
  )
}
