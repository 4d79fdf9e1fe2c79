import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import classes from './needs-you.module.css'

/** Free numbers in a grid; pressing one holds it for the case. */
export function FreeNumbers({
  numbers,
  onHold,
}: {
  readonly numbers: readonly string[]
  readonly onHold: (msisdn: string) => void
}) {
  const { t } = useText()
  return (
    <section aria-label={t('needs.othersList')} className={classes.numbers}>
      {numbers.map((msisdn, at) => (
        <ActionButton
          key={msisdn}
          label={formatMsisdn(msisdn)}
          onClick={() => onHold(msisdn)}
          small
          wide
          ref={at === 0 ? focusOnce : null}
        />
      ))}
    </section>
  )
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus()
}
